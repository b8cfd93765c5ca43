package org.claimtrace.evaluation;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.engine.circuit.CoinOrder;

/**
 * How an evaluation was computed, and with that, how whatever is asked of it is: in its only world, exactly by diagrams, or counted
 * in sampled worlds. Immutable. What it makes for an evaluation is mutable, and for use by one thread.
 */
sealed interface Computation permits CertainComputation, ExactComputation, SampledComputation {

  /** Returns the word for it. */
  Method method();

  /** Returns how many worlds it looks at; none where it looks at no single one. */
  OptionalInt worlds();

  /** Returns what worlds are drawn with; empty where none are. */
  default OptionalLong seed() {
    return OptionalLong.empty();
  }

  /** Returns whether it stands in for an exact one, which would have taken too much. */
  default boolean isBeyondBudget() {
    return false;
  }

  /** Returns the order in which coins are the variables of diagrams; where there are no diagrams, any. */
  default CoinOrder coinOrder() {
    return CoinOrder.READERS_FIRST;
  }

  /** Returns how a scenario is computed that leaves something to chance. */
  default Computation ofOpenScenario() {
    return this;
  }

  /** Returns what stands in for it where its diagrams would be too large: it counts in as many worlds as an evaluator samples. */
  default Computation counting(Evaluator evaluator) {
    return this;
  }

  /** Makes what recomputes parts of an evaluation for scenarios. */
  Recomputation recomputation(Evaluation evaluation);

  /** Makes what computes the belief in a cone's claim under assignments; that computes nothing before it is asked. */
  ConeDependence dependence(Evaluation evaluation, ClaimCone cone);

  /** Makes what finds the verdicts without a source, within a budget of work. */
  SourceRemovals sourceRemovals(Evaluation evaluation, long mostWork);

  /** Makes what tells in which worlds of an evaluation gates are so. */
  GateWorlds gateWorlds(Evaluation evaluation);
}
