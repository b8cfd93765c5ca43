package org.claimtrace.engine.circuit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a claim graph computes in one world, as gates: each is the conjunction of literals, or the disjunction of gates.
 * Gates are numbered in the order in which they can be computed, but for those of a cyclic segment, which need the
 * well-founded model.
 *
 * <p>A literal is the number of a gate times two, plus one where it is negated. Only conjunctions hold negated ones.
 */
public final class Circuit {

  /** True where all its literals are. Without literals: true. */
  public static final byte AND = 0;

  /** True where one of its literals is. Without literals: false. */
  public static final byte OR = 1;

  /** Switched off: false, whatever it reads. */
  public static final byte OFF = 2;

  /** Switched on: true, whatever it reads. */
  public static final byte ON = 3;

  /** A conjunction that also takes a coin, which is neither certainly yes nor certainly no. */
  public static final byte OPEN = 4;

  /** Computed already, elsewhere; never changed. */
  public static final byte GIVEN = 5;

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final Segment[] segments;

  /** Made when first asked for; a race makes two equal ones. */
  private volatile @Nullable Object prepared;

  /**
   * A run of gates.
   *
   * @param number its place among the segments
   * @param from the first gate
   * @param to the gate after the last
   * @param cycle who reads whom inside a cyclic run; empty for a run that can be computed in order
   * @param readBefore the gates of a cyclic run that are read by gates of it which do not stand after them
   * @param supportsItself whether a gate of it reads itself, perhaps through others, without any negation on the way
   */
  public record Segment(
      int number, int from, int to, Readers cycle, int[] readBefore, boolean supportsItself) {
    /** One without gates. */
    public static final Segment NONE = new Segment(0, 0, 0, Readers.NONE, new int[0], false);

    public boolean isCyclic() {
      return cycle.first().length > 0;
    }
  }

  /**
   * Who reads the gates of a cyclic segment, from inside it.
   *
   * @param first where each gate's readers begin, by its distance from the segment's first gate; empty if there is no cycle
   * @param literals the readers, ascending: the reading gate times two, plus one where it reads negated
   */
  public record Readers(int[] first, int[] literals) {
    static final Readers NONE = new Readers(new int[0], new int[0]);

    /** The gates of a segment that begins with one that are read by gates which do not stand after them. */
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
     * The gates that depend on some gates, those included, ascending; of readers of a whole circuit. Nothing where they are
     * more than some number.
     *
     * @param reached a flag for each gate, none of them set, before or after
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

    /** The same, however many they are. */
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
   * Makes a circuit.
   *
   * @param kinds {@link #AND} or {@link #OR}, by gate
   * @param first where each gate's literals begin, and the end
   * @param literals the literals
   * @param ends where segments end, ascending, the last at the last gate
   * @param cyclic which of them are cyclic
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

  /** Takes away gates that read no others without negation, until none is left or none can be taken away. */
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

  /** The literal that reads a gate as it is. */
  public static int literal(int gate) {
    return gate << 1;
  }

  /** The literal that reads a gate negated. */
  public static int negated(int gate) {
    return gate << 1 | 1;
  }

  public int gates() {
    return kinds.length;
  }

  /** Whether a gate is a conjunction, where it is not switched. */
  public boolean isConjunction(int gate) {
    return kinds[gate] != OR;
  }

  /** A fresh array of the kinds of all gates, to switch some off or on in. */
  public byte[] kinds() {
    return kinds.clone();
  }

  /** Where each gate's literals begin, and the end. Shared: not to be written. */
  public int[] first() {
    return first;
  }

  /** The literals. Shared: not to be written. */
  public int[] literals() {
    return literals;
  }

  /** The number of the segment that a gate is in. */
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

  /** Who reads each gate, anywhere; made anew by every call, in linear time. */
  public Readers readers() {
    return readers(0, kinds.length);
  }

  public Segment[] segments() {
    return segments;
  }

  /** Whether no gate of a segment is switched off, on, or left to a coin. */
  public boolean isUnswitched(Segment segment, byte[] kindsThere) {
    int from = segment.from();
    int to = segment.to();
    return Arrays.equals(kindsThere, from, to, kinds, from, to);
  }

  /**
   * What a representation prepares from the circuit alone and uses again in every evaluation. The circuit keeps one such thing;
   * it is computed when it is first required.
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
