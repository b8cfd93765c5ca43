package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of gates in an evaluation that is not exact, computed when they are first required, together with all that they
 * depend on, and kept.
 */
final class GivenRows {

  private final CompiledGraph compiled;
  private final byte[] kinds;
  private final Excerpt.Places places;
  private final int words;
  private final RowSlots.Coins coins;

  private final boolean[] known;

  /** By gate, the number of the computation that it was part of, and its place there. */
  private final int[] computedIn;

  private final int[] placeIn;
  private final List<RowSlots> computed = new ArrayList<>();

  /**
   * Makes rows of which none is computed yet.
   *
   * @param kinds the kinds of all gates
   * @param places for use by nobody else at the same time
   * @param worlds how many worlds there are
   */
  GivenRows(
      CompiledGraph compiled,
      byte[] kinds,
      Excerpt.Places places,
      int worlds,
      RowSlots.Coins coins) {
    this.compiled = compiled;
    this.kinds = kinds;
    this.places = places;
    this.words = RowCount.words(worlds);
    this.coins = coins;
    known = new boolean[compiled.circuit.gates()];
    computedIn = new int[compiled.circuit.gates()];
    placeIn = new int[compiled.circuit.gates()];
  }

  int words() {
    return words;
  }

  /** Makes some gates known, with all that they depend on. */
  void require(int... gates) {
    int[] missing = compiled.circuit.below(gates, known, gate -> true);
    if (missing.length == 0) {
      return;
    }
    try {
      compute(missing);
    } catch (RuntimeException e) {
      // Nothing is to be half known, above all after an interruption.
      for (int gate : missing) {
        known[gate] = false;
      }
      throw e;
    }
  }

  private void compute(int[] missing) {
    Excerpt excerpt = Excerpt.of(compiled.circuit, gate -> kinds[gate], missing, places);
    RowSlots rows = new RowSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        words,
        (gate, row, at) -> coins.draw(excerpt.whole[gate], row, at));
    for (int i = 0; i < excerpt.given; i++) {
      rows.give(i, certain(excerpt.whole[i]), possible(excerpt.whole[i]));
    }
    Sweep.run(excerpt.circuit, rows);
    for (int i = excerpt.given; i < excerpt.whole.length; i++) {
      computedIn[excerpt.whole[i]] = computed.size();
      placeIn[excerpt.whole[i]] = i;
    }
    computed.add(rows);
  }

  /** The certain worlds of a known gate. */
  Row certain(int gate) {
    return computed.get(computedIn[gate]).certain(placeIn[gate]);
  }

  /** The possible worlds of a known gate. */
  Row possible(int gate) {
    return computed.get(computedIn[gate]).possible(placeIn[gate]);
  }
}
