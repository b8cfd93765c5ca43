package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** The coins that are neither certainly yes nor certainly no, as variables of diagrams, numbered in some order. */
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
  static OpenCoins of(CompiledGraph compiled, byte[] kinds, Grades grades, CoinOrder order) {
    int[] gates = order.of(compiled.circuit, kinds);
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

  /** Whether coins have the same numbers here and there. */
  boolean isNumberedAs(OpenCoins other) {
    return Arrays.equals(gates, other.gates) && Arrays.equals(variables, other.variables);
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
