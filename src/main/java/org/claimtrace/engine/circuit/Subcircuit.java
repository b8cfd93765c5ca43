package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * A part of a circuit as a circuit of its own: some gates and, before them, as given, the gates outside that they read.
 * Creating one takes time linear in the literals of its gates.
 */
public final class Subcircuit {

  public final Circuit circuit;

  /** By gate of the subcircuit, the gate of the whole. */
  public final int[] whole;

  /** How many gates are given; these come first. */
  public final int given;

  private Subcircuit(Circuit circuit, int[] whole, int given) {
    this.circuit = circuit;
    this.whole = whole;
    this.given = given;
  }

  /** Returns the gates of the whole that are given, in the order of the subcircuit. */
  public int[] givenGates() {
    return Arrays.copyOf(whole, given);
  }

  /** Returns the position in the subcircuit of a gate of the whole that is not given, or -1, in logarithmic time. */
  public int find(int gate) {
    int at = Arrays.binarySearch(whole, given, whole.length, gate);
    return at < 0 ? -1 : at;
  }

  /**
   * The positions of the whole's gates in a subcircuit, reused by one subcircuit after the other so that each takes no time for
   * the rest of the circuit. Mutable, for use by one thread.
   */
  public static final class Places {

    /** By gate of the whole, its position plus one; 0 where it has none. */
    private final int[] placeOf;

    public Places(int gates) {
      placeOf = new int[gates];
    }

    /** Returns the position of a gate of the whole, given or not; -1 where it has none. */
    public int of(int gate) {
      return placeOf[gate] - 1;
    }

    /** Forgets the positions of a subcircuit's gates, so that another subcircuit can be created. */
    public void clear(Subcircuit subcircuit) {
      for (int gate : subcircuit.whole) {
        placeOf[gate] = 0;
      }
    }
  }

  /**
   * Creates a subcircuit.
   *
   * @param circuit the whole
   * @param kinds the kinds of the whole's gates, those to be taken at least
   * @param gates the gates to be taken, ascending
   * @param places positions, empty at first; afterwards those of this subcircuit
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

  /** The kinds of the whole's gates. */
  public interface Kinds {
    byte of(int gate);
  }

  /** Segments the subcircuit: a run of gates from one cyclic segment of the whole is a cyclic segment of it. */
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
