package org.claimtrace.evaluation;

import java.util.OptionalInt;
import org.claimtrace.engine.circuit.CoinOrder;

/**
 * Computes probabilities from diagrams.
 *
 * @param coinOrder the order in which coins are their variables
 */
record ExactComputation(CoinOrder coinOrder) implements Computation {

  @Override
  public Method method() {
    return Method.EXACT;
  }

  @Override
  public OptionalInt worlds() {
    return OptionalInt.empty();
  }

  @Override
  public Computation counting(Evaluator evaluator) {
    return evaluator.sampling();
  }

  @Override
  public Recomputation recomputation(Evaluation evaluation) {
    return new ExactRecomputation(evaluation);
  }

  @Override
  public ConeDependence dependence(Evaluation evaluation, ClaimCone cone) {
    return new ExactDependence(evaluation, cone);
  }

  @Override
  public SourceRemovals sourceRemovals(Evaluation evaluation, long mostWork) {
    return new ExactRemovals(evaluation, mostWork);
  }

  @Override
  public GateWorlds gateWorlds(Evaluation evaluation) {
    return new GateWorlds.OfDiagrams(new GivenDiagrams(evaluation));
  }
}
