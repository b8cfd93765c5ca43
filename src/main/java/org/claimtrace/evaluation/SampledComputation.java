package org.claimtrace.evaluation;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.rows.KeptCoins;
import org.claimtrace.engine.rows.RowCount;

/**
 * Counts in sampled worlds.
 *
 * @param sampled how many
 * @param drawnWith what they are drawn with
 * @param isBeyondBudget whether an exact evaluation was tried, or would have been too large to be
 */
record SampledComputation(int sampled, long drawnWith, boolean isBeyondBudget)
    implements Computation {

  @Override
  public Method method() {
    return Method.SAMPLED;
  }

  @Override
  public OptionalInt worlds() {
    return OptionalInt.of(sampled);
  }

  @Override
  public OptionalLong seed() {
    return OptionalLong.of(drawnWith);
  }

  /** Returns how many words a row has. */
  int words() {
    return RowCount.words(sampled);
  }

  /** Returns the coins of a graph in all of the worlds. */
  DrawnCoins coins(GraphCircuit graph, Grades grades) {
    return new DrawnCoins(graph, grades, drawnWith, words());
  }

  @Override
  public Recomputation recomputation(Evaluation evaluation) {
    GraphCircuit graph = evaluation.circuit();
    KeptCoins coins =
        new KeptCoins(coins(graph, evaluation.grades()), graph.circuit.gates(), words());
    return new RowRecomputation(evaluation, sampled, coins, this::coins);
  }

  @Override
  public ConeDependence dependence(Evaluation evaluation, ClaimCone cone) {
    return new SampledDependence(evaluation, cone, this);
  }

  @Override
  public SourceRemovals sourceRemovals(Evaluation evaluation, long mostWork) {
    return new SampledRemovals(evaluation, mostWork);
  }

  @Override
  public GateWorlds gateWorlds(Evaluation evaluation) {
    return new GateWorlds.OfRows(
        evaluation.cones(), sampled, coins(evaluation.circuit(), evaluation.grades()));
  }
}
