package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * An order of the open coins of a circuit as the variables of decision diagrams. The size of diagrams depends on it, often
 * exponentially, and no order suits all graphs; the orders are therefore tried one after the other, as they are listed here.
 */
public enum CoinOrder {

  /**
   * A reader comes before what it reads, and the deepest input of a gate is visited first (Malik, Wang, Brayton and
   * Sangiovanni-Vincentelli, "Logic verification using binary decision diagrams in a logic synthesis environment", ICCAD 1988).
   * A gate then adds its own coin on top of existing diagrams: chains, ladders and diamonds take a few nodes for each step.
   * Sources that much depends on come last, which may make the order fail.
   */
  READERS_FIRST,

  /** A reader and what it reads are close to each other, at the positions that {@link NearOrder} finds. */
  NEAR,

  /** The reverse of {@link #READERS_FIRST}: sources that much depends on come first. */
  READ_FIRST;

  /**
   * Returns the gates of a circuit that take an open coin, in this order. It depends on the circuit and on these gates alone.
   */
  public int[] of(Circuit circuit, byte[] kinds) {
    boolean[] varies = varying(circuit, kinds);
    int[] places = readFirst(circuit, varies);
    int[] ordered = switch (this) {
      case READERS_FIRST -> reversed(places);
      case NEAR -> NearOrder.of(circuit, varies, reversed(places));
      case READ_FIRST -> places;
    };
    IntList open = new IntList(16);
    for (int gate : ordered) {
      if (kinds[gate] == Circuit.OPEN) {
        open.add(gate);
      }
    }
    return open.toArray();
  }

  /** By gate, whether it may depend on an open coin; all gates of a cyclic segment are taken to. */
  private static boolean[] varying(Circuit circuit, byte[] kinds) {
    int[] first = circuit.first();
    int[] literals = circuit.literals();
    boolean[] varies = new boolean[kinds.length];
    for (Circuit.Segment segment : circuit.segments()) {
      for (int gate = segment.from(); gate < segment.to(); gate++) {
        boolean isConstant = kinds[gate] != Circuit.AND && kinds[gate] != Circuit.OR;
        boolean reads = segment.isCyclic();
        for (int at = first[gate]; !reads && at < first[gate + 1]; at++) {
          reads = varies[literals[at] >> 1];
        }
        varies[gate] = kinds[gate] == Circuit.OPEN || (reads && !isConstant);
      }
    }
    return varies;
  }

  /** The gates that vary, each after those that it reads, except on cycles; the deepest input of a gate is visited first. */
  private static int[] readFirst(Circuit circuit, boolean[] varies) {
    int[] first = circuit.first();
    int[] reads = deepestFirst(circuit, varies);
    int[] next = Arrays.copyOf(first, varies.length);
    boolean[] seen = new boolean[varies.length];
    IntList path = new IntList(16);
    IntList done = new IntList(16);
    for (int root = varies.length - 1; root >= 0; root--) {
      if (seen[root] || !varies[root]) {
        continue;
      }
      seen[root] = true;
      path.add(root);
      while (!path.isEmpty()) {
        int gate = path.get(path.size() - 1);
        if (next[gate] == first[gate + 1]) {
          done.add(path.removeLast());
          continue;
        }
        int read = reads[next[gate]++];
        if (varies[read] && !seen[read]) {
          seen[read] = true;
          path.add(read);
        }
      }
    }
    return done.toArray();
  }

  /** The gates that each gate reads, at the positions of its literals, sorted by the longest path below them, longest first. */
  private static int[] deepestFirst(Circuit circuit, boolean[] varies) {
    int[] first = circuit.first();
    int[] literals = circuit.literals();
    int[] depth = new int[varies.length];
    int[] reads = new int[literals.length];
    long[] keys = new long[16];
    for (int gate = 0; gate < varies.length; gate++) {
      if (!varies[gate]) {
        continue;
      }
      int size = first[gate + 1] - first[gate];
      // On a cycle, a gate that is read before it is computed has no depth yet, and is visited
      // last.
      int deepest = 0;
      keys = keys.length < size ? new long[2 * size] : keys;
      for (int i = 0; i < size; i++) {
        int read = literals[first[gate] + i] >> 1;
        deepest = Math.max(deepest, depth[read]);
        keys[i] = (long) (Integer.MAX_VALUE - depth[read]) << 32 | i;
      }
      depth[gate] = deepest + 1;
      Arrays.sort(keys, 0, size);
      for (int i = 0; i < size; i++) {
        reads[first[gate] + i] = literals[first[gate] + (int) keys[i]] >> 1;
      }
    }
    return reads;
  }

  private static int[] reversed(int[] gates) {
    int[] reversed = new int[gates.length];
    for (int i = 0; i < gates.length; i++) {
      reversed[i] = gates[gates.length - 1 - i];
    }
    return reversed;
  }
}
