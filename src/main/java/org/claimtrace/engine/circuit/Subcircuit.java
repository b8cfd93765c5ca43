package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * A part of a circuit as a circuit of its own: some gates, and before them, as given, the gates outside that they read.
 * Making one takes time in proportion to the literals of its gates.
 */
public final class Subcircuit {

  public final Circuit circuit;

  /** By gate of the subcircuit, the gate of the whole that it is. */
  public final int[] whole;

  /** How many gates are given; they come first. */
  public final int given;

  private Subcircuit(Circuit circuit, int[] whole, int given) {
    this.circuit = circuit;
    this.whole = whole;
    this.given = given;
  }

  /** The gates of the whole that are given. */
  public int[] givenGates() {
    return Arrays.copyOf(whole, given);
  }

  /** The place of a gate of the whole among those that are not given, or -1. */
  public int find(int gate) {
    int at = Arrays.binarySearch(whole, given, whole.length, gate);
    return at < 0 ? -1 : at;
  }

  /** Where gates of the whole stand in a subcircuit, for use by one subcircuit after the other. */
  public static final class Places {

    /** By gate of the whole, its place, plus one. */
    private final int[] placeOf;

    public Places(int gates) {
      placeOf = new int[gates];
    }

    /** The place of a gate of the whole, given or not; -1 where it has none. */
    public int of(int gate) {
      return placeOf[gate] - 1;
    }

    /** Forgets where the gates of a subcircuit stand, so that another can be made. */
    public void clear(Subcircuit subcircuit) {
      for (int gate : subcircuit.whole) {
        placeOf[gate] = 0;
      }
    }
  }

  /**
   * Excerpts gates.
   *
   * @param circuit the whole
   * @param kinds the kinds of the whole's gates, as far as they are excerpted
   * @param gates the gates, ascending
   * @param places where none is noted; then where the gates of the subcircuit stand
   */
  public static Subcircuit of(Circuit circuit, Kinds kinds, int[] gates, Places places) {
    int[] placeOf = places.placeOf;
    int[] first = circuit.first();
    int[] literals = circuit.literals();
    for (int gate : gates) {
      placeOf[gate] = -1;
    }
    IntList outside = new IntList(gates.length);
    int size = 0;
    for (int gate : gates) {
      size += first[gate + 1] - first[gate];
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (placeOf[read] == 0) {
          outside.add(read);
          placeOf[read] = outside.size();
        }
      }
    }
    int given = outside.size();
    for (int i = 0; i < gates.length; i++) {
      placeOf[gates[i]] = given + i + 1;
    }
    int[] whole = Arrays.copyOf(outside.toArray(), given + gates.length);
    System.arraycopy(gates, 0, whole, given, gates.length);
    byte[] kindsHere = new byte[whole.length];
    Arrays.fill(kindsHere, 0, given, Circuit.GIVEN);
    int[] firstHere = new int[whole.length + 1];
    int[] literalsHere = new int[size];
    int next = 0;
    for (int i = given; i < whole.length; i++) {
      kindsHere[i] = kinds.of(whole[i]);
      firstHere[i] = next;
      for (int at = first[whole[i]]; at < first[whole[i] + 1]; at++) {
        literalsHere[next++] = (placeOf[literals[at] >> 1] - 1) << 1 | (literals[at] & 1);
      }
    }
    firstHere[whole.length] = next;
    Circuit here = segmented(circuit, whole, given, kindsHere, firstHere, literalsHere);
    return new Subcircuit(here, whole, given);
  }

  /** The kinds of gates of the whole. */
  public interface Kinds {
    public byte of(int gate);
  }

  /** A run of gates from one cyclic segment of the whole is a cyclic segment here. */
  private static Circuit segmented(
      Circuit circuit, int[] whole, int given, byte[] kinds, int[] first, int[] literals) {
    IntList ends = new IntList(8);
    IntList cyclic = new IntList(8);
    int segment = given == whole.length ? 0 : circuit.segmentOf(whole[given]);
    int from = 0;
    for (int i = given; i < whole.length; ) {
      if (circuit.segments()[segment].to() <= whole[i]) {
        segment = circuit.segmentOf(whole[i]);
      }
      int begin = i;
      while (i < whole.length && whole[i] < circuit.segments()[segment].to()) {
        i++;
      }
      if (circuit.segments()[segment].isCyclic()) {
        if (begin > from) {
          ends.add(begin);
          cyclic.add(0);
        }
        ends.add(i);
        cyclic.add(1);
        from = i;
      }
    }
    if (from < whole.length) {
      ends.add(whole.length);
      cyclic.add(0);
    }
    boolean[] flags = new boolean[cyclic.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = cyclic.get(i) == 1;
    }
    return new Circuit(kinds, first, literals, ends.toArray(), flags);
  }
}
