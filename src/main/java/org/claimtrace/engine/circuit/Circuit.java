package org.claimtrace.engine.circuit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A boolean circuit with negation, possibly cyclic: each gate is the conjunction of literals or the disjunction of gates.
 *
 * <p>Gates are numbered in an order in which they can be computed, except inside cyclic segments, which take their well-founded
 * model. A literal is the number of a gate times two, plus one where it is negated. Only conjunctions have negated literals.
 */
public final class Circuit {

  /** A conjunction: true where all its literals are. Without literals: true. */
  public static final byte AND = 0;

  /** A disjunction: true where one of its gates is. Without literals: false. */
  public static final byte OR = 1;

  /** Switched off: false, whatever it reads. */
  public static final byte OFF = 2;

  /** Switched on: true, whatever it reads. */
  public static final byte ON = 3;

  /** A conjunction that also takes an open coin: one that is neither certainly yes nor certainly no. */
  public static final byte OPEN = 4;

  /** A gate whose value was computed elsewhere and is never changed. */
  public static final byte GIVEN = 5;

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final Segment[] segments;

  /** Computed lazily by {@link #prepared}; a race computes two equal ones. */
  private volatile @Nullable Object prepared;

  /**
   * A run of gates.
   *
   * @param number its index among the segments
   * @param from the first gate
   * @param to the gate after the last
   * @param cycle the readers inside a cyclic segment; empty for a segment that can be computed in order
   * @param readBefore the gates of a cyclic segment that have readers in it at or before themselves
   * @param supportsItself whether a gate of it reads itself, perhaps through others, without any negation on the way
   */
  public record Segment(
      int number, int from, int to, Readers cycle, int[] readBefore, boolean supportsItself) {
    /** A segment without gates. */
    public static final Segment NONE = new Segment(0, 0, 0, Readers.NONE, new int[0], false);

    public boolean isCyclic() {
      return cycle.first().length > 0;
    }
  }

  /**
   * The readers of each gate of a cyclic segment, inside that segment; or of each gate of a whole circuit.
   *
   * @param first where each gate's readers begin, by the distance from the first gate; empty if there is no cycle
   * @param literals the readers, ascending: the reading gate times two, plus one where it reads negated
   */
  public record Readers(int[] first, int[] literals) {
    static final Readers NONE = new Readers(new int[0], new int[0]);

    /** Returns the gates, of a segment that begins at {@code from}, that have readers at or before themselves. */
    int[] readBefore(int from) {
      IntList found = new IntList(8);
      for (int i = 0; i < first.length - 1; i++) {
        if (first[i] < first[i + 1] && literals[first[i]] >> 1 <= from + i) {
          found.add(from + i);
        }
      }
      return found.toArray();
    }

    /**
     * Returns the gates that depend on some gates, these included, ascending; empty if they are more than {@code most}. For the
     * readers of a whole circuit.
     *
     * @param reached a flag for each gate, none of them set, before and after the call
     */
    public Optional<int[]> above(int[] gates, boolean[] reached, int most) {
      IntList found = new IntList(gates.length);
      for (int gate : gates) {
        reach(gate, reached, found);
      }
      for (int i = 0; i < found.size() && found.size() <= most; i++) {
        int gate = found.get(i);
        for (int at = first[gate]; at < first[gate + 1]; at++) {
          reach(literals[at] >> 1, reached, found);
        }
      }
      boolean isComplete = found.size() <= most;
      if (isComplete) {
        found.sortFrom(0);
      }
      int[] above = found.toArray();
      for (int gate : above) {
        reached[gate] = false;
      }
      return isComplete ? Optional.of(above) : Optional.empty();
    }

    /** Returns all gates that depend on some gates, these included, ascending. */
    public int[] above(int[] gates, boolean[] reached) {
      return above(gates, reached, Integer.MAX_VALUE).orElseThrow();
    }
  }

  private static void reach(int gate, boolean[] reached, IntList found) {
    if (!reached[gate]) {
      reached[gate] = true;
      found.add(gate);
    }
  }

  /**
   * Creates a circuit.
   *
   * @param kinds {@link #AND} or {@link #OR}, by gate
   * @param first where each gate's literals begin, and the end
   * @param literals the literals of all gates, gate by gate
   * @param ends the gate after each segment's last, ascending; the last entry is the number of gates
   * @param cyclic whether each segment is cyclic
   */
  public Circuit(byte[] kinds, int[] first, int[] literals, int[] ends, boolean[] cyclic) {
    this.kinds = kinds;
    this.first = first;
    this.literals = literals;
    segments = new Segment[ends.length];
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      Readers cycle = cyclic[i] ? readers(from, ends[i]) : Readers.NONE;
      segments[i] = new Segment(
          i,
          from,
          ends[i],
          cycle,
          cycle.readBefore(from),
          cyclic[i] && supportsItself(from, cycle));
      from = ends[i];
    }
  }

  private Readers readers(int from, int to) {
    int[] begins = new int[to - from + 2];
    for (int at = first[from]; at < first[to]; at++) {
      int read = literals[at] >> 1;
      if (read >= from && read < to) {
        begins[read - from + 2]++;
      }
    }
    for (int i = 2; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] readers = new int[begins[begins.length - 1]];
    for (int gate = from; gate < to; gate++) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (read >= from && read < to) {
          readers[begins[read - from + 1]++] = gate << 1 | (literals[at] & 1);
        }
      }
    }
    return new Readers(Arrays.copyOf(begins, begins.length - 1), readers);
  }

  /** Removes gates that read no others without negation until none is left or none can be removed; whether some are left. */
  private static boolean supportsItself(int from, Readers readers) {
    int size = readers.first().length - 1;
    int[] reads = new int[size];
    for (int reader : readers.literals()) {
      reads[(reader >> 1) - from] += 1 - (reader & 1);
    }
    IntList free = new IntList(size);
    for (int i = 0; i < size; i++) {
      if (reads[i] == 0) {
        free.add(i);
      }
    }
    int left = size;
    while (!free.isEmpty()) {
      int gate = free.removeLast();
      left--;
      for (int at = readers.first()[gate]; at < readers.first()[gate + 1]; at++) {
        int reader = readers.literals()[at];
        if ((reader & 1) == 0 && --reads[(reader >> 1) - from] == 0) {
          free.add((reader >> 1) - from);
        }
      }
    }
    return left > 0;
  }

  /** Returns the literal that reads a gate as it is. */
  public static int literal(int gate) {
    return gate << 1;
  }

  /** Returns the literal that reads a gate negated. */
  public static int negated(int gate) {
    return gate << 1 | 1;
  }

  /** Returns the number of gates. */
  public int gates() {
    return kinds.length;
  }

  /** Returns whether a gate is a conjunction as long as it is not switched. */
  public boolean isConjunction(int gate) {
    return kinds[gate] != OR;
  }

  /** Returns a fresh array of the kinds of all gates, in which some may be switched. */
  public byte[] kinds() {
    return kinds.clone();
  }

  /** Returns where each gate's literals begin, and the end. Shared: not to be written. */
  public int[] first() {
    return first;
  }

  /** Returns the literals of all gates, gate by gate. Shared: not to be written. */
  public int[] literals() {
    return literals;
  }

  /** Returns the number of the segment that a gate is in, in logarithmic time. */
  int segmentOf(int gate) {
    int low = 0;
    int high = segments.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments[middle].to() <= gate) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the readers of each gate, computed anew by every call, in linear time. */
  public Readers readers() {
    return readers(0, kinds.length);
  }

  /** Returns the segments in the order of their gates. Shared: not to be written. */
  public Segment[] segments() {
    return segments;
  }

  /** Returns whether no gate of a segment is switched on, off or open. */
  public boolean isUnswitched(Segment segment, byte[] kindsThere) {
    int from = segment.from();
    int to = segment.to();
    return Arrays.equals(kindsThere, from, to, kinds, from, to);
  }

  /**
   * Returns what a representation computes from the circuit alone and uses again in every evaluation. It is computed when it is
   * first asked for. The circuit keeps one such value, the last one computed.
   */
  public <T> T prepared(Class<T> type, Function<Circuit, T> preparation) {
    Object kept = prepared;
    if (type.isInstance(kept)) {
      return type.cast(kept);
    }
    T made = preparation.apply(this);
    prepared = made;
    return made;
  }
}
