package org.claimtrace.evaluation;

import java.util.OptionalInt;
import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.rows.RowInterpretation;

/** Computes the only world there is, where nothing is left to chance. */
record CertainComputation() implements Computation {

  @Override
  public Method method() {
    return Method.CERTAIN;
  }

  @Override
  public OptionalInt worlds() {
    return OptionalInt.of(1);
  }

  @Override
  public Computation ofOpenScenario() {
    return new ExactComputation(CoinOrder.READERS_FIRST);
  }

  @Override
  public Recomputation recomputation(Evaluation evaluation) {
    return new CertainRecomputation(evaluation);
  }

  @Override
  public ConeDependence dependence(Evaluation evaluation, ClaimCone cone) {
    return new CertainDependence(evaluation, cone);
  }

  @Override
  public SourceRemovals sourceRemovals(Evaluation evaluation, long mostWork) {
    return new CertainRemovals(evaluation, mostWork);
  }

  /** A scenario keeps no values of gates: they are computed again. */
  @Override
  public GateWorlds gateWorlds(Evaluation evaluation) {
    return evaluation.outcome() instanceof CertainOutcome world
        ? world
        : new GateWorlds.OfRows(evaluation.cones(), 1, RowInterpretation.Coins.NONE);
  }
}
