package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The coins that are neither certainly yes nor certainly no, as variables of diagrams: numbered by their first use in the
 * compiled order, so that coins that are read together are near each other.
 */
final class OpenCoins {

  private final int[] gates;
  private final int[] variables;
  private final double[] chances;

  private OpenCoins(int[] gates, int[] variables, double[] chances) {
    this.gates = gates;
    this.variables = variables;
    this.chances = chances;
  }

  /** Numbers the open coins of a compiled graph. */
  static OpenCoins of(CompiledGraph compiled, byte[] kinds, Grades grades) {
    IntList order = new IntList(16);
    boolean[] seen = new boolean[kinds.length];
    int[] first = compiled.circuit.first();
    int[] literals = compiled.circuit.literals();
    IntList pending = new IntList(16);
    // The gates of sources stand before those of claims, but count from where a line first reads
    // them.
    for (int gate = compiled.sourceGates; gate < kinds.length; gate++) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        if (literals[at] >> 1 < compiled.sourceGates) {
          pending.add(literals[at] >> 1);
        }
      }
      while (!pending.isEmpty()) {
        int read = pending.removeLast();
        if (seen[read]) {
          continue;
        }
        seen[read] = true;
        if (kinds[read] == Circuit.OPEN) {
          order.add(read);
        }
        for (int at = first[read + 1] - 1; at >= first[read]; at--) {
          pending.add(literals[at] >> 1);
        }
      }
      if (kinds[gate] == Circuit.OPEN) {
        order.add(gate);
      }
    }
    for (int gate = 0; gate < compiled.sourceGates; gate++) {
      if (kinds[gate] == Circuit.OPEN && !seen[gate]) {
        order.add(gate);
      }
    }
    int[] gates = order.toArray();
    double[] chances = new double[gates.length];
    for (int i = 0; i < gates.length; i++) {
      chances[i] = grades.of(compiled.coinOfGate()[gates[i]]);
    }
    int[] sorted = gates.clone();
    Arrays.sort(sorted);
    int[] variables = new int[sorted.length];
    for (int i = 0; i < gates.length; i++) {
      variables[Arrays.binarySearch(sorted, gates[i])] = i;
    }
    return new OpenCoins(sorted, variables, chances);
  }

  /** The variable that is the coin of a gate. */
  int variable(int gate) {
    return variables[Arrays.binarySearch(gates, gate)];
  }

  /** The probability of each variable. */
  double[] chances() {
    return chances;
  }

  /** Tells every gate with an open coin and its variable. */
  void forEach(BiConsumer<Integer, Integer> gateAndVariable) {
    for (int i = 0; i < gates.length; i++) {
      gateAndVariable.accept(gates[i], variables[i]);
    }
  }
}
