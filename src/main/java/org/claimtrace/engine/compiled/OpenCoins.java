package org.claimtrace.engine.compiled;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.claimtrace.engine.circuit.CoinOrder;

/** The open coins of a circuit as variables of diagrams, numbered by a {@link CoinOrder}. Immutable. */
public final class OpenCoins {

  private final int[] gates;
  private final int[] variables;
  private final double[] chances;

  private OpenCoins(int[] gates, int[] variables, double[] chances) {
    this.gates = gates;
    this.variables = variables;
    this.chances = chances;
  }

  /** Numbers the open coins of a compiled graph. */
  public static OpenCoins of(GraphCircuit compiled, byte[] kinds, Grades grades, CoinOrder order) {
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

  /** Returns whether the same gates have coins with the same numbers in both. */
  public boolean isNumberedAs(OpenCoins other) {
    return Arrays.equals(gates, other.gates) && Arrays.equals(variables, other.variables);
  }

  /** Returns the variable of the coin that a gate takes; the gate must take an open coin. */
  public int variable(int gate) {
    return variables[Arrays.binarySearch(gates, gate)];
  }

  /** Returns the probability of each variable. Shared: not to be written. */
  public double[] chances() {
    return chances;
  }

  /** Passes on every gate with an open coin and its variable, in ascending order of the gates. */
  public void forEach(BiConsumer<Integer, Integer> gateAndVariable) {
    for (int i = 0; i < gates.length; i++) {
      gateAndVariable.accept(gates[i], variables[i]);
    }
  }
}
