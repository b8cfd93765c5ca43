package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * An order of the open coins of a circuit, as the variables of diagrams. How large diagrams become hangs on it, often by powers,
 * and no order does for all graphs; so they are tried one after the other, as they are listed here.
 */
public enum CoinOrder {

  /**
   * What reads stands before what it reads, and what reads the deepest is followed first (Malik, Wang, Brayton and
   * Sangiovanni-Vincentelli, "Logic verification using binary decision diagrams in a logic synthesis environment", ICCAD 1988).
   * Then a gate adds its own coin on top of diagrams that are there already: chains, ladders and diamonds take a few nodes a
   * step. Sources on which much rests come last, and may make it fail.
   */
  READERS_FIRST,

  /** What reads and what is read stand near each other, as {@link NearOrder} finds places for them. */
  NEAR,

  /** The reverse of the first: sources on which much rests come first. */
  READ_FIRST;

  /** The gates of a circuit that take an open coin, in this order. It depends on the circuit and on these gates alone. */
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

  /** By gate, whether it may hang on an open coin; those of a cyclic segment are all taken to. */
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

  /** The gates that vary, each after those that it reads but for circles; those that go deepest are followed first. */
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

  /** The gates that each gate reads, in the places of its literals, those first below which the longest way leads. */
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
      // Inside a circle what does not stand before has no depth yet, and is followed last.
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
