package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * In which worlds of an evaluation gates are so, as sets that can be joined. What a gate depends on is computed when it is first
 * asked for, in time and space in proportion to that, and kept. For use by one thread.
 */
interface GateWorlds {

  /** Returns all worlds. */
  WorldSet all();

  /**
   * Returns the worlds in which a gate is certain.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  WorldSet certain(int gate);

  /**
   * Returns the worlds in which a gate is possible.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  WorldSet possible(int gate);

  /** The worlds as diagrams. */
  record OfDiagrams(GivenDiagrams given) implements GateWorlds {

    @Override
    public WorldSet all() {
      return new WorldSet.OfDiagram(Diagrams.TRUE, given);
    }

    @Override
    public WorldSet certain(int gate) {
      return new WorldSet.OfDiagram(given.certain(gate), given);
    }

    @Override
    public WorldSet possible(int gate) {
      return new WorldSet.OfDiagram(given.possible(gate), given);
    }
  }

  /** The worlds as rows, kept as long as they are less than {@value #MOST_WORDS} words. */
  final class OfRows implements GateWorlds {

    /** How many words are kept, before all is forgotten and computed again as it is asked for: 128 MiB. */
    private static final int MOST_WORDS = 1 << 24;

    private final Cones cones;
    private final int worlds;
    private final int words;
    private final RowInterpretation.Coins coins;
    private final Map<Integer, Known> known = new HashMap<>();

    /** The rows of a gate. */
    private record Known(Row certain, Row possible) {}

    OfRows(Cones cones, int worlds, RowInterpretation.Coins coins) {
      this.cones = cones;
      this.worlds = worlds;
      this.coins = coins;
      words = RowCount.words(worlds);
    }

    @Override
    public WorldSet all() {
      return WorldSet.OfSampled.all(worlds);
    }

    @Override
    public WorldSet certain(int gate) {
      return set(known(gate).certain());
    }

    @Override
    public WorldSet possible(int gate) {
      return set(known(gate).possible());
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

    private WorldSet set(Row row) {
      return new WorldSet.OfSampled(
          Arrays.copyOfRange(row.words(), row.at(), row.at() + words), worlds);
    }
  }
}
