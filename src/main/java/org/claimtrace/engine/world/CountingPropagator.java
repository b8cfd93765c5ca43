package org.claimtrace.engine.world;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.work.Cancellation;

/**
 * A cyclic segment in which nothing supports itself, made ready for a single world: what is true and what is false spreads
 * by counting down, for every conjunction, the literals that are not true yet (Dowling and Gallier, "Linear-time algorithms
 * for testing the satisfiability of propositional Horn formulae", Journal of Logic Programming 1(3), 1984).
 *
 * <p>All its nodes are conjunctions: a disjunction is the negation of one of negations. A gate with a single literal is what
 * it reads, and a disjunction that only one conjunction reads, negated, is a part of that conjunction, so that an argument is
 * one node and what attacks it its literals. Such gates have no node; what they are is derived when somebody asks.
 *
 * <p>Immutable. It tells nothing of a segment some of whose gates are switched off, on, or left to a coin.
 */
public final class CountingPropagator {

  /** So many gates are decided between two looks at whether to go on. */
  private static final int STRIDE = 1 << 16;

  /** The value of a gate that is to be derived from what it reads. */
  static final byte DERIVED = 3;

  /** What a node lacks that cannot hold: less than nothing, however far it is counted down. */
  private static final int RULED_OUT = -1 << 30;

  /** What a node lacks more, one of whose literals is undefined: too much to be counted down. */
  private static final int BLOCKED = 1 << 29;

  private final int from;
  /** By the distance of a gate from the first, what it is before anything is known. */
  private final byte[] unknown;

  // By node, in the order of their gates.
  private final int[] gateOf;
  /** What the gate is where the node holds; where the node does not, it is the contrary. */
  private final byte[] holding;
  /** How many of its literals read other nodes. */
  private final int[] lacking;
  /** Where the readers of a node begin that read it as it is and, after it, those that read it negated. */
  private final int[] first;

  private final int[] readers;
  /** Nodes that read no others. */
  private final int[] free;

  /** The literals of gates before the segment that nodes read, where the readers of each begin, and these. */
  private final int[] outer;

  private final int[] outerFirst;
  private final int[] outerReaders;

  /** Gates without a node that are read by gates after the segment, which do not ask. */
  private final int[] readLater;

  private CountingPropagator(Building building) {
    from = building.from;
    unknown = building.unknown();
    gateOf = building.gateOf.toArray();
    holding = building.holding();
    lacking = building.lacking();
    first = building.readersFirst();
    readers = building.readers(first);
    free = building.free();
    long[] outerReads = building.outerReads();
    IntList distinct = new IntList(8);
    IntList begins = new IntList(8);
    for (int i = 0; i < outerReads.length; i++) {
      int literal = (int) (outerReads[i] >>> 32);
      if (i == 0 || literal != distinct.get(distinct.size() - 1)) {
        distinct.add(literal);
        begins.add(i);
      }
    }
    begins.add(outerReads.length);
    outer = distinct.toArray();
    outerFirst = begins.toArray();
    outerReaders = Arrays.stream(outerReads).mapToInt(each -> (int) each).toArray();
    readLater = building.readLater();
  }

  /**
   * Prepares a cyclic segment in which nothing supports itself, in linear time but for sorting what is read from before it.
   *
   * @param isReadLater by gate, whether gates of later segments read it
   */
  static CountingPropagator of(Circuit circuit, Circuit.Segment segment, boolean[] isReadLater) {
    return new CountingPropagator(new Building(circuit, segment, isReadLater));
  }

  /**
   * Finds out what the gates of the segment are, none of which is switched.
   *
   * @param values by gate of the circuit, what those before the segment are; those of the segment are written
   */
  void run(Circuit circuit, byte[] values) {
    System.arraycopy(unknown, 0, values, from, unknown.length);
    int[] lacks = lacking.clone();
    int[] queue = new int[lacks.length + 1];
    int end = takeOuter(values, lacks, queue);
    for (int node : free) {
      queue[end] = node;
      end += lacks[node] == 0 ? 1 : 0;
    }
    for (int at = 0; at < end; at++) {
      if (at % STRIDE == STRIDE - 1) {
        Cancellation.check();
      }
      int node = queue[at];
      int begin = first[2 * node];
      int middle = first[2 * node + 1];
      int past = first[2 * node + 2];
      if (lacks[node] == 0) {
        values[gateOf[node]] = holding[node];
        end = countDown(begin, middle, lacks, queue, end);
        end = ruleOut(middle, past, lacks, queue, end);
      } else {
        values[gateOf[node]] = (byte) (WorldInterpretation.TRUE - holding[node]);
        end = ruleOut(begin, middle, lacks, queue, end);
        end = countDown(middle, past, lacks, queue, end);
      }
    }
    for (int gate : readLater) {
      values[gate] = value(circuit, values, gate);
    }
  }

  /** Takes in what is read from before the segment; the end of the queue. */
  private int takeOuter(byte[] values, int[] lacks, int[] queue) {
    int end = 0;
    for (int i = 0; i < outer.length; i++) {
      int value = valueOf(outer[i], values);
      for (int at = outerFirst[i];
          value != WorldInterpretation.TRUE && at < outerFirst[i + 1];
          at++) {
        int node = outerReaders[at];
        if (lacks[node] >= 0) {
          if (value == WorldInterpretation.FALSE) {
            lacks[node] = RULED_OUT;
            queue[end++] = node;
          } else {
            lacks[node] |= BLOCKED;
          }
        }
      }
    }
    return end;
  }

  // Nodes fall all over a large segment, so that a branch on each would be foreseen by nobody.

  private int countDown(int begin, int past, int[] lacks, int[] queue, int queued) {
    int end = queued;
    for (int at = begin; at < past; at++) {
      int reader = readers[at];
      int left = lacks[reader] - 1;
      lacks[reader] = left;
      queue[end] = reader;
      end += left == 0 ? 1 : 0;
    }
    return end;
  }

  private int ruleOut(int begin, int past, int[] lacks, int[] queue, int queued) {
    int end = queued;
    for (int at = begin; at < past; at++) {
      int reader = readers[at];
      int left = lacks[reader];
      lacks[reader] = left > 0 ? RULED_OUT : left;
      queue[end] = reader;
      end += left > 0 ? 1 : 0;
    }
    return end;
  }

  /** What a gate is, whether it has a node or not. */
  public static byte value(Circuit circuit, byte[] values, int gate) {
    int literal = end(circuit, values, Circuit.literal(gate));
    int value = values[literal >> 1];
    if (value == DERIVED) {
      value = WorldInterpretation.FALSE;
      for (int at = circuit.first()[literal >> 1]; at < circuit.first()[(literal >> 1) + 1]; at++) {
        int read = end(circuit, values, circuit.literals()[at]);
        value = Math.max(value, valueOf(read, values));
      }
    }
    return (byte) ((literal & 1) == 0 ? value : WorldInterpretation.TRUE - value);
  }

  /** The literal that one comes to, which perhaps reads a gate with a single literal. */
  private static int end(Circuit circuit, byte[] values, int literal) {
    int end = literal;
    while (values[end >> 1] == DERIVED && isSingle(circuit.first(), end >> 1)) {
      end = circuit.literals()[circuit.first()[end >> 1]] ^ (end & 1);
    }
    return end;
  }

  private static int valueOf(int literal, byte[] values) {
    int value = values[literal >> 1];
    return (literal & 1) == 0 ? value : WorldInterpretation.TRUE - value;
  }

  private static boolean isSingle(int[] first, int gate) {
    return first[gate + 1] - first[gate] == 1;
  }

  /** A propagator being built. */
  private static final class Building {

    private static final int UNSEEN = -1;
    private static final int ON_THE_WAY = -2;

    /** No node. */
    private static final int NONE = -1;

    private final Circuit circuit;
    private final int[] circuitFirst;
    private final int[] literals;
    private final int from;
    private final int to;
    private final boolean[] isReadLater;

    // By the distance of a gate from the first.
    /** The literal that each gate comes to: its own, or that of another where it has a single literal. */
    private final int[] ends;

    private final boolean[] dissolved;
    private final int[] nodeOf;

    private final IntList gateOf;
    /** What the nodes read of each other: a node times two, plus one where it is read negated. */
    private final IntList reads;

    /** Where that begins, by node. */
    private final IntList readsFirst;

    /** What nodes read from before the segment: a literal, and the node in the lower half. */
    private long[] outerReads = new long[8];

    private int outerReadsSize;

    Building(Circuit circuit, Circuit.Segment segment, boolean[] isReadLater) {
      this.circuit = circuit;
      circuitFirst = circuit.first();
      literals = circuit.literals();
      from = segment.from();
      to = segment.to();
      this.isReadLater = isReadLater;
      ends = new int[to - from];
      dissolved = new boolean[to - from];
      nodeOf = new int[to - from];
      gateOf = new IntList(to - from);
      reads = new IntList(to - from);
      readsFirst = new IntList(to - from);
      Arrays.fill(ends, UNSEEN);
      for (int gate = from; gate < to; gate++) {
        follow(gate);
      }
      dissolve();
      Arrays.fill(nodeOf, NONE);
      for (int gate = from; gate < to; gate++) {
        if (isEnd(gate) && !dissolved[gate - from]) {
          nodeOf[gate - from] = gateOf.size();
          gateOf.add(gate);
        }
      }
      for (int node = 0; node < gateOf.size(); node++) {
        readsFirst.add(reads.size());
        read(node);
      }
      readsFirst.add(reads.size());
    }

    private boolean isInside(int gate) {
      return gate >= from && gate < to;
    }

    /** Whether a gate does not merely come to another. */
    private boolean isEnd(int gate) {
      return ends[gate - from] == Circuit.literal(gate);
    }

    /** The literal that a literal comes to. */
    private int end(int literal) {
      int gate = literal >> 1;
      return isInside(gate) ? ends[gate - from] ^ (literal & 1) : literal;
    }

    /** Finds what a gate comes to, and what those come to that it leads to. */
    private void follow(int begin) {
      IntList path = new IntList(8);
      int gate = begin;
      while (isInside(gate) && ends[gate - from] == UNSEEN && isSingle(circuitFirst, gate)) {
        ends[gate - from] = ON_THE_WAY;
        path.add(gate);
        gate = literals[circuitFirst[gate]] >> 1;
      }
      // In a ring of gates with single literals one has to stay.
      int literal =
          !isInside(gate) || ends[gate - from] < 0 ? Circuit.literal(gate) : ends[gate - from];
      if (isInside(gate)) {
        ends[gate - from] = literal;
      }
      while (!path.isEmpty()) {
        int passed = path.removeLast();
        literal =
            passed == gate ? Circuit.literal(gate) : literal ^ (literals[circuitFirst[passed]] & 1);
        ends[passed - from] = literal;
      }
    }

    /** Marks the disjunctions that only one conjunction reads, negated. */
    private void dissolve() {
      int[] readers = new int[to - from];
      boolean[] stays = new boolean[to - from];
      for (int gate = from; gate < to; gate++) {
        for (int at = circuitFirst[gate]; isEnd(gate) && at < circuitFirst[gate + 1]; at++) {
          int literal = end(literals[at]);
          if (isInside(literal >> 1)) {
            int read = (literal >> 1) - from;
            readers[read]++;
            stays[read] |= !circuit.isConjunction(gate) || (literal & 1) == 0;
          }
        }
      }
      for (int gate = from; gate < to; gate++) {
        int local = gate - from;
        dissolved[local] = isEnd(gate)
            && !circuit.isConjunction(gate)
            && readers[local] == 1
            && !stays[local]
            && !isSingle(circuitFirst, gate);
      }
    }

    /** Adds what a node reads. */
    private void read(int node) {
      int gate = gateOf.get(node);
      int flip = circuit.isConjunction(gate) ? 0 : 1;
      for (int at = circuitFirst[gate]; at < circuitFirst[gate + 1]; at++) {
        int literal = end(literals[at]) ^ flip;
        int read = literal >> 1;
        if (isInside(read) && dissolved[read - from]) {
          for (int i = circuitFirst[read]; i < circuitFirst[read + 1]; i++) {
            read(node, end(literals[i]) ^ 1);
          }
        } else {
          read(node, literal);
        }
      }
    }

    private void read(int node, int literal) {
      int gate = literal >> 1;
      if (isInside(gate)) {
        int flip = circuit.isConjunction(gate) ? 0 : 1;
        reads.add((nodeOf[gate - from] << 1 | (literal & 1)) ^ flip);
      } else {
        if (outerReadsSize == outerReads.length) {
          outerReads = Arrays.copyOf(outerReads, Math.multiplyExact(outerReadsSize, 2));
        }
        outerReads[outerReadsSize++] = (long) literal << 32 | node;
      }
    }

    byte[] unknown() {
      byte[] unknown = new byte[to - from];
      for (int i = 0; i < unknown.length; i++) {
        unknown[i] = nodeOf[i] == NONE ? DERIVED : WorldInterpretation.UNDEFINED;
      }
      return unknown;
    }

    byte[] holding() {
      byte[] holding = new byte[gateOf.size()];
      for (int node = 0; node < holding.length; node++) {
        holding[node] = circuit.isConjunction(gateOf.get(node))
            ? WorldInterpretation.TRUE
            : WorldInterpretation.FALSE;
      }
      return holding;
    }

    int[] lacking() {
      int[] lacking = new int[gateOf.size()];
      for (int node = 0; node < lacking.length; node++) {
        lacking[node] = readsFirst.get(node + 1) - readsFirst.get(node);
      }
      return lacking;
    }

    int[] readersFirst() {
      int[] begins = new int[2 * gateOf.size() + 1];
      for (int at = 0; at < reads.size(); at++) {
        begins[reads.get(at) + 1]++;
      }
      for (int i = 1; i < begins.length; i++) {
        begins[i] += begins[i - 1];
      }
      return begins;
    }

    int[] readers(int[] begins) {
      int[] next = begins.clone();
      int[] readers = new int[reads.size()];
      for (int node = 0; node < gateOf.size(); node++) {
        for (int at = readsFirst.get(node); at < readsFirst.get(node + 1); at++) {
          readers[next[reads.get(at)]++] = node;
        }
      }
      return readers;
    }

    int[] free() {
      IntList free = new IntList(8);
      for (int node = 0; node < gateOf.size(); node++) {
        if (readsFirst.get(node) == readsFirst.get(node + 1)) {
          free.add(node);
        }
      }
      return free.toArray();
    }

    long[] outerReads() {
      long[] sorted = Arrays.copyOf(outerReads, outerReadsSize);
      Arrays.sort(sorted);
      return sorted;
    }

    int[] readLater() {
      IntList later = new IntList(8);
      for (int gate = from; gate < to; gate++) {
        if (isReadLater[gate] && nodeOf[gate - from] == NONE) {
          later.add(gate);
        }
      }
      return later.toArray();
    }
  }
}
