package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;
import org.jspecify.annotations.Nullable;

/**
 * In which worlds of an evaluation gates are so, as sets that can be joined: sampled worlds, or diagrams. What a gate depends on
 * is computed when it is first asked for, in time and space in proportion to that, and kept; of sampled worlds as long as that is
 * less than {@value #MOST_WORDS} words. Mutable, for use by one thread.
 */
final class GateWorlds {

  /** How many words are kept, before all is forgotten and computed again as it is asked for: 128 MiB. */
  private static final int MOST_WORDS = 1 << 24;

  private final Evaluation evaluation;
  private final Cones cones;
  private final int worlds;
  private final int words;
  private final Map<Integer, Known> known = new HashMap<>();
  private final @Nullable GivenDiagrams diagrams;

  /** The rows of a gate. */
  private record Known(Row certain, Row possible) {}

  /**
   * Opens the worlds of an evaluation.
   *
   * @param byDiagrams whether they are diagrams; else they are sampled, as many as the evaluation looked at, or would have
   */
  GateWorlds(Evaluation evaluation, boolean byDiagrams) {
    this.evaluation = evaluation;
    cones = evaluation.cones();
    worlds = evaluation.worlds().orElse(evaluation.evaluatedBy().worlds());
    words = RowCount.words(worlds);
    diagrams = byDiagrams ? new GivenDiagrams(evaluation) : null;
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
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  WorldSet certain(int gate) {
    if (diagrams != null) {
      return new WorldSet.OfDiagram(diagrams.certain(gate), diagrams);
    }
    return sampled(known(gate).certain());
  }

  /**
   * The worlds in which a gate is possible.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  WorldSet possible(int gate) {
    if (diagrams != null) {
      return new WorldSet.OfDiagram(diagrams.possible(gate), diagrams);
    }
    return sampled(known(gate).possible());
  }

  private Known known(int gate) {
    if (!known.containsKey(gate)) {
      int[] missing = missing(gate);
      if (!known.isEmpty() && (long) (known.size() + missing.length) * words > MOST_WORDS) {
        known.clear();
        missing = missing(gate);
      }
      compute(cones.subcircuit(missing));
    }
    return Objects.requireNonNull(known.get(gate));
  }

  private int[] missing(int gate) {
    return cones.below(new int[] {gate}, known::containsKey, each -> true);
  }

  private void compute(Subcircuit subcircuit) {
    RowInterpretation.Coins coins = evaluation.method() == Method.CERTAIN
        ? RowInterpretation.Coins.NONE
        : new DrawnCoins(
            evaluation.circuit(), evaluation.grades(), evaluation.evaluatedBy().seed(), words);
    RowInterpretation rows = RowInterpretation.of(
        subcircuit,
        words,
        coins,
        gate -> Objects.requireNonNull(known.get(gate)).certain(),
        gate -> Objects.requireNonNull(known.get(gate)).possible());
    for (int i = subcircuit.given; i < subcircuit.whole.length; i++) {
      known.put(subcircuit.whole[i], new Known(rows.certain(i), rows.possible(i)));
    }
  }

  private WorldSet sampled(Row row) {
    return new WorldSet.OfSampled(
        Arrays.copyOfRange(row.words(), row.at(), row.at() + words), worlds);
  }
}
