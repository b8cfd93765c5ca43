package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * The rows of gates in an evaluation that is not exact, computed when they are first required, together with all that they
 * depend on, and kept.
 */
final class GivenRows {

  private final Cones cones;
  private final int words;
  private final RowInterpretation.Coins coins;

  /** By gate, the number of the computation that it was part of, plus one, and its place there; 0 where it is not known. */
  private final long[] known;

  private final List<RowInterpretation> computed = new ArrayList<>();

  /** Makes rows, of which none is computed yet, of so many worlds. */
  GivenRows(Cones cones, int worlds, RowInterpretation.Coins coins) {
    this.cones = cones;
    this.words = RowCount.words(worlds);
    this.coins = coins;
    int gates = cones.kinds().length;
    known = new long[gates];
  }

  /** Makes some gates known, with all that they depend on. */
  void require(int... gates) {
    int[] missing = cones.below(gates, gate -> known[gate] != 0, gate -> true);
    if (missing.length == 0) {
      return;
    }
    Subcircuit subcircuit = cones.subcircuit(missing);
    RowInterpretation rows =
        RowInterpretation.of(subcircuit, words, coins, this::certain, this::possible);
    for (int i = subcircuit.given; i < subcircuit.whole.length; i++) {
      known[subcircuit.whole[i]] = ((computed.size() + 1L) << Integer.SIZE) | i;
    }
    computed.add(rows);
  }

  /** Returns the certain worlds of a known gate. */
  Row certain(int gate) {
    return rows(gate).certain((int) known[gate]);
  }

  /** Returns the possible worlds of a known gate. */
  Row possible(int gate) {
    return rows(gate).possible((int) known[gate]);
  }

  private RowInterpretation rows(int gate) {
    return computed.get((int) (known[gate] >>> Integer.SIZE) - 1);
  }
}
