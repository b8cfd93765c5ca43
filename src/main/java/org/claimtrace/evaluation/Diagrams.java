package org.claimtrace.evaluation;

import java.util.Arrays;

/**
 * Reduced ordered binary decision diagrams (Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE
 * Transactions on Computers C-35(8), 1986) with complemented edges (Brace, Rudell and Bryant, "Efficient implementation of a
 * BDD package", DAC 1990), on int arrays, within a budget of nodes.
 *
 * <p>A diagram is the number of a node times two, plus one where it is complemented. Equal functions are equal numbers. A
 * node's low edge is never complemented. Nothing is ever freed: a set of diagrams lives for one evaluation.
 *
 * <p>Recursion is no deeper than the number of variables.
 */
final class Diagrams {

  static final int TRUE = 0;
  static final int FALSE = 1;

  private static final int NO_VARIABLE = Integer.MAX_VALUE;

  private final int budget;
  private final long mostSteps;
  private long steps;
  private int[] variable = new int[64];
  private int[] low = new int[64];
  private int[] high = new int[64];
  private int nodes = 1;
  /** Node numbers by hash, open addressing; 0 is free, since the terminal is never looked up. */
  private int[] table = new int[256];

  // A direct-mapped cache of conjunctions.
  private int[] cachedLeft = new int[256];
  private int[] cachedRight = new int[256];
  private int[] cachedResult = new int[256];

  /** Thrown when more nodes or steps would be needed than the budget allows. */
  static final class OutOfBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfBudget() {
      super("out of nodes", null, false, false);
    }
  }

  /** Makes an empty set of diagrams that may grow to a number of nodes. */
  Diagrams(int budget) {
    this(budget, Long.MAX_VALUE);
  }

  /** Makes an empty set of diagrams that may grow to a number of nodes, in so many steps. */
  Diagrams(int budget, long mostSteps) {
    this.budget = budget;
    this.mostSteps = mostSteps;
    variable[0] = NO_VARIABLE;
    Arrays.fill(cachedLeft, -1);
  }

  static int not(int diagram) {
    return diagram ^ 1;
  }

  /** The diagram that is true where a variable is. */
  int variable(int number) {
    return node(number, FALSE, TRUE);
  }

  int or(int left, int right) {
    return not(and(not(left), not(right)));
  }

  int and(int left, int right) {
    if (left == right || right == TRUE) {
      return left;
    }
    if (left == TRUE) {
      return right;
    }
    if (left == FALSE || right == FALSE || left == not(right)) {
      return FALSE;
    }
    if (++steps > mostSteps) {
      throw new OutOfBudget();
    }
    int first = Math.min(left, right);
    int second = Math.max(left, right);
    int slot = mixed(first, second, 0) & (cachedLeft.length - 1);
    if (cachedLeft[slot] == first && cachedRight[slot] == second) {
      return cachedResult[slot];
    }
    int top = Math.min(variable[first >> 1], variable[second >> 1]);
    int lower = and(cofactor(first, top, low), cofactor(second, top, low));
    int higher = and(cofactor(first, top, high), cofactor(second, top, high));
    int result = node(top, lower, higher);
    // The cache may have grown meanwhile.
    slot = mixed(first, second, 0) & (cachedLeft.length - 1);
    cachedLeft[slot] = first;
    cachedRight[slot] = second;
    cachedResult[slot] = result;
    return result;
  }

  private int cofactor(int diagram, int top, int[] edges) {
    return variable[diagram >> 1] == top ? edges[diagram >> 1] ^ (diagram & 1) : diagram;
  }

  private int node(int number, int lower, int higher) {
    if (lower == higher) {
      return lower;
    }
    return (lower & 1) == 0
        ? regular(number, lower, higher)
        : not(regular(number, not(lower), not(higher)));
  }

  private int regular(int number, int lower, int higher) {
    int slot = mixed(number, lower, higher) & (table.length - 1);
    while (table[slot] != 0) {
      int node = table[slot];
      if (variable[node] == number && low[node] == lower && high[node] == higher) {
        return node << 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (nodes >= budget) {
      throw new OutOfBudget();
    }
    if (nodes == variable.length) {
      grow();
      slot = mixed(number, lower, higher) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
    }
    variable[nodes] = number;
    low[nodes] = lower;
    high[nodes] = higher;
    table[slot] = nodes;
    return nodes++ << 1;
  }

  private void grow() {
    int size = nodes * 2;
    variable = Arrays.copyOf(variable, size);
    low = Arrays.copyOf(low, size);
    high = Arrays.copyOf(high, size);
    table = new int[size * 4];
    for (int node = 1; node < nodes; node++) {
      int slot = mixed(variable[node], low[node], high[node]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = node;
    }
    cachedLeft = new int[size * 4];
    cachedRight = new int[size * 4];
    cachedResult = new int[size * 4];
    Arrays.fill(cachedLeft, -1);
  }

  private static int mixed(int a, int b, int c) {
    long mixed = a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + c * 0x165667B19E3779F9L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 32);
  }

  /** The variable that a node asks. */
  int variableOf(int node) {
    return variable[node];
  }

  /** The diagram where a node's variable is false. */
  int low(int node) {
    return low[node];
  }

  /** The diagram where a node's variable is true. */
  int high(int node) {
    return high[node];
  }

  /** How many conjunctions of two diagrams were made or looked up. */
  long steps() {
    return steps;
  }

  /** How many nodes there are, the terminal included. */
  int nodes() {
    return nodes;
  }

  /**
   * The probability that each node is true, its variables being independent.
   *
   * @param chances the probability of each variable
   */
  double[] weigh(double[] chances) {
    return weigh(chances, new double[nodes], 0);
  }

  /**
   * The same, where some nodes are weighed already.
   *
   * @param known their weights, in an array that is written on, or copied where it is too short
   * @param from how many they are
   */
  double[] weigh(double[] chances, double[] known, int from) {
    double[] weights =
        known.length < nodes ? Arrays.copyOf(known, Math.max(nodes, 2 * known.length)) : known;
    weights[0] = 1;
    // A node is made after those below it.
    for (int node = Math.max(1, from); node < nodes; node++) {
      double chance = chances[variable[node]];
      weights[node] =
          chance * weight(weights, high[node]) + (1 - chance) * weight(weights, low[node]);
    }
    return weights;
  }

  /** The probability of a diagram, from the weights of the nodes. */
  static double weight(double[] weights, int diagram) {
    double weight = weights[diagram >> 1];
    return (diagram & 1) == 0 ? weight : 1 - weight;
  }
}
