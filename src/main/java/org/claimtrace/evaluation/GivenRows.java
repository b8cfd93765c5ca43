package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of gates in the evaluation that a workbench was opened on, computed when they are first required, together with
 * all that they depend on, and kept.
 */
final class GivenRows {

  private final CompiledGraph compiled;
  private final byte[] kinds;
  private final Excerpt.Places places;
  private final int words;
  private final RowSlots.Coins coins;

  /** By gate, the number of the computation that it was part of, plus one, and its place there. */
  private final int[] computedIn;

  private final int[] placeIn;
  private final List<RowSlots> computed = new ArrayList<>();

  GivenRows(
      CompiledGraph compiled,
      byte[] kinds,
      Excerpt.Places places,
      int words,
      RowSlots.Coins coins) {
    this.compiled = compiled;
    this.kinds = kinds;
    this.places = places;
    this.words = words;
    this.coins = coins;
    computedIn = new int[compiled.circuit.gates()];
    placeIn = new int[compiled.circuit.gates()];
  }

  int words() {
    return words;
  }

  /** Makes some gates known, with all that they depend on. */
  void require(int[] gates) {
    int[] missing = missing(gates);
    if (missing.length == 0) {
      return;
    }
    Excerpt excerpt = Excerpt.of(compiled.circuit, gate -> kinds[gate], missing, places);
    RowSlots rows = new RowSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        words,
        (gate, row, at) -> coins.draw(excerpt.whole[gate], row, at));
    for (int i = 0; i < excerpt.given; i++) {
      giveTo(rows, i, excerpt.whole[i]);
    }
    Sweep.run(excerpt.circuit, rows);
    computed.add(rows);
    for (int i = excerpt.given; i < excerpt.whole.length; i++) {
      computedIn[excerpt.whole[i]] = computed.size();
      placeIn[excerpt.whole[i]] = i;
    }
  }

  /** The gates not known yet that some gates depend on, those included, ascending. */
  private int[] missing(int[] gates) {
    IntList missing = new IntList(gates.length);
    for (int gate : gates) {
      visit(gate, missing);
    }
    int[] first = compiled.circuit.first();
    int[] literals = compiled.circuit.literals();
    for (int i = 0; i < missing.size(); i++) {
      int gate = missing.get(i);
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        visit(literals[at] >> 1, missing);
      }
    }
    missing.sortFrom(0);
    return missing.toArray();
  }

  private void visit(int gate, IntList missing) {
    if (computedIn[gate] == 0) {
      computedIn[gate] = -1;
      missing.add(gate);
    }
  }

  /** Gives a known gate to rows elsewhere. */
  void giveTo(RowSlots rows, int place, int gate) {
    rows.give(place, certain(gate), possible(gate));
  }

  /** The certain worlds of a known gate. */
  Row certain(int gate) {
    return computed.get(computedIn[gate] - 1).certain(placeIn[gate]);
  }

  /** The possible worlds of a known gate. */
  Row possible(int gate) {
    return computed.get(computedIn[gate] - 1).possible(placeIn[gate]);
  }
}
