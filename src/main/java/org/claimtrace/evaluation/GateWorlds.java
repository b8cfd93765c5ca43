package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which worlds of an evaluation gates are so, as sets that can be joined: sampled worlds, or diagrams. What a gate depends on
 * is computed when it is first asked for, and kept. Mutable, for use by one thread.
 */
final class GateWorlds {

  private final Evaluation evaluation;
  private final int worlds;
  private final byte[] kinds;
  private final @Nullable GivenRows rows;
  private final @Nullable GivenDiagrams diagrams;

  /**
   * Opens the worlds of an evaluation.
   *
   * @param byDiagrams whether they are diagrams; else they are sampled, as many as the evaluation looked at, or would have
   */
  GateWorlds(Evaluation evaluation, boolean byDiagrams) {
    this.evaluation = evaluation;
    kinds = evaluation.situation().kinds(evaluation.compiled(), evaluation.grades());
    worlds = evaluation.worlds().orElse(evaluation.evaluator().worlds());
    rows = byDiagrams ? null : rows();
    diagrams = byDiagrams ? new GivenDiagrams(evaluation, kinds) : null;
  }

  private GivenRows rows() {
    CompiledGraph compiled = evaluation.compiled();
    RowSlots.Coins coins = evaluation.method() == Method.CERTAIN
        ? RowSlots.Coins.NONE
        : new DrawnCoins(
            compiled, evaluation.grades(), evaluation.evaluator().seed(), RowCount.words(worlds));
    Excerpt.Places places = new Excerpt.Places(compiled.circuit.gates());
    return new GivenRows(compiled, kinds, places, worlds, coins);
  }

  /** All worlds. */
  WorldSet all() {
    return diagrams == null
        ? WorldSet.OfSampled.all(worlds)
        : new WorldSet.OfDiagram(Diagrams.TRUE, diagrams);
  }

  /**
   * The worlds in which a gate is certain.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes
   */
  WorldSet certain(int gate) {
    if (diagrams != null) {
      return new WorldSet.OfDiagram(diagrams.certain(gate), diagrams);
    }
    return sampled(known(gate).certain(gate));
  }

  /**
   * The worlds in which a gate is possible.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes
   */
  WorldSet possible(int gate) {
    if (diagrams != null) {
      return new WorldSet.OfDiagram(diagrams.possible(gate), diagrams);
    }
    return sampled(known(gate).possible(gate));
  }

  private GivenRows known(int gate) {
    GivenRows known = Objects.requireNonNull(rows);
    known.require(gate);
    return known;
  }

  private WorldSet sampled(Row row) {
    return new WorldSet.OfSampled(
        Arrays.copyOfRange(row.words(), row.at(), row.at() + RowCount.words(worlds)), worlds);
  }
}
