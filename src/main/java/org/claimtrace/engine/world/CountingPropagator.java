package org.claimtrace.engine.world;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.work.Cancellation;

/**
 * Computes a cyclic segment in which nothing supports itself in a single world, by counting down, for every conjunction, its
 * literals that are not true yet (Dowling and Gallier, "Linear-time algorithms for testing the satisfiability of propositional
 * Horn formulae", Journal of Logic Programming 1(3), 1984).
 *
 * <p>All its nodes are conjunctions: a disjunction is represented by its negation, the conjunction of the negated literals. A
 * gate with a single literal is replaced by that literal, and a disjunction that is read only once, negated, by a conjunction
 * is merged into it, so that an argument is one node whose literals are its attackers. Such gates have no node; their values
 * are derived when they are asked for.
 *
 * <p>Immutable. It is valid only for a segment none of whose gates is switched off, on or open.
 */
public final class CountingPropagator {

  /** How many nodes are decided between two checks for cancellation. */
  private static final int STRIDE = 1 << 16;

  /** The value of a gate without a node, which is derived from what it reads. */
  static final byte DERIVED = 3;

  /** Counter of a false node; so low that no countdown makes it 0. */
  private static final int FALSE_NODE = -1 << 30;

  /**
   * Added to the counter of a node that has an undefined literal from before the segment; so large that no countdown makes it
   * 0.
   */
  private static final int BLOCKED = 1 << 29;

  private final int from;
  /** By the distance of a gate from the first, its value before anything is known. */
  private final byte[] unknown;

  // By node, in the order of their gates.
  private final int[] gateOf;
  /** By node, the value of its gate where the conjunction is true; where it is false, the gate has the opposite value. */
  private final byte[] holding;
  /** By node, how many of its literals read other nodes. */
  private final int[] initialCounters;
  /**
   * Where the readers of each node begin: at {@code 2 * node} those that read it as it is, after them those that read it
   * negated.
   */
  private final int[] first;

  private final int[] readers;
  /** Nodes that read no other nodes. */
  private final int[] leaves;

  /** The distinct literals that nodes read from before the segment, where the readers of each begin, and these readers. */
  private final int[] outer;

  private final int[] outerFirst;
  private final int[] outerReaders;

  /** Gates without a node that later segments read as plain values. */
  private final int[] readLater;

  private CountingPropagator(Builder builder) {
    from = builder.from;
    unknown = builder.unknown();
    gateOf = builder.gateOf.toArray();
    holding = builder.holding();
    initialCounters = builder.initialCounters();
    first = builder.readersFirst();
    readers = builder.readers(first);
    leaves = builder.leaves();
    long[] outerReads = builder.outerReads();
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
    readLater = builder.readLater();
  }

  /**
   * Creates the propagator of a cyclic segment in which nothing supports itself, in linear time but for sorting the literals
   * read from before it.
   *
   * @param isReadLater by gate, whether gates of later segments read it
   */
  static CountingPropagator of(Circuit circuit, Circuit.Segment segment, boolean[] isReadLater) {
    return new CountingPropagator(new Builder(circuit, segment, isReadLater));
  }

  /**
   * Computes the gates of the segment, none of which may be switched.
   *
   * @param values by gate of the circuit: the values of all gates before the segment are read, those of the segment are written
   */
  void run(Circuit circuit, byte[] values) {
    System.arraycopy(unknown, 0, values, from, unknown.length);
    int[] counters = initialCounters.clone();
    int[] queue = new int[counters.length + 1];
    int end = countOuter(values, counters, queue);
    for (int node : leaves) {
      queue[end] = node;
      end += counters[node] == 0 ? 1 : 0;
    }
    for (int at = 0; at < end; at++) {
      if (at % STRIDE == STRIDE - 1) {
        Cancellation.check();
      }
      int node = queue[at];
      int begin = first[2 * node];
      int middle = first[2 * node + 1];
      int past = first[2 * node + 2];
      if (counters[node] == 0) {
        values[gateOf[node]] = holding[node];
        end = countDown(begin, middle, counters, queue, end);
        end = falsify(middle, past, counters, queue, end);
      } else {
        values[gateOf[node]] = (byte) (WorldInterpretation.TRUE - holding[node]);
        end = falsify(begin, middle, counters, queue, end);
        end = countDown(middle, past, counters, queue, end);
      }
    }
    for (int gate : readLater) {
      values[gate] = value(circuit, values, gate);
    }
  }

  /** Counts in what is read from before the segment; returns the end of the queue. */
  private int countOuter(byte[] values, int[] counters, int[] queue) {
    int end = 0;
    for (int i = 0; i < outer.length; i++) {
      int value = valueOf(outer[i], values);
      for (int at = outerFirst[i];
          value != WorldInterpretation.TRUE && at < outerFirst[i + 1];
          at++) {
        int node = outerReaders[at];
        if (counters[node] >= 0) {
          if (value == WorldInterpretation.FALSE) {
            counters[node] = FALSE_NODE;
            queue[end++] = node;
          } else {
            counters[node] |= BLOCKED;
          }
        }
      }
    }
    return end;
  }

  // Written without branches on the counters: nodes of a large segment are decided in no order
  // that a processor could predict.

  private int countDown(int begin, int past, int[] counters, int[] queue, int queued) {
    int end = queued;
    for (int at = begin; at < past; at++) {
      int reader = readers[at];
      int left = counters[reader] - 1;
      counters[reader] = left;
      queue[end] = reader;
      end += left == 0 ? 1 : 0;
    }
    return end;
  }

  private int falsify(int begin, int past, int[] counters, int[] queue, int queued) {
    int end = queued;
    for (int at = begin; at < past; at++) {
      int reader = readers[at];
      int left = counters[reader];
      counters[reader] = left > 0 ? FALSE_NODE : left;
      queue[end] = reader;
      end += left > 0 ? 1 : 0;
    }
    return end;
  }

  /** Returns the value of a gate, whether it has a node or not. */
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

  /** Follows gates with a single literal; returns the literal at the end. */
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
  private static final class Builder {

    private static final int UNSEEN = -1;
    private static final int ON_THE_WAY = -2;

    /** The node of a gate that has none. */
    private static final int NONE = -1;

    private final Circuit circuit;
    private final int[] circuitFirst;
    private final int[] literals;
    private final int from;
    private final int to;
    private final boolean[] isReadLater;

    // By the distance of a gate from the first.
    /** The literal that each gate is equal to: its own, or that of another gate where it has a single literal. */
    private final int[] ends;

    private final boolean[] merged;
    private final int[] nodeOf;

    private final IntList gateOf;
    /** What the nodes read of each other: a node times two, plus one where it is read negated. */
    private final IntList reads;

    /** By node, where its reads begin. */
    private final IntList readsFirst;

    /** What nodes read from before the segment: a literal in the upper half, the node in the lower. */
    private long[] outerReads = new long[8];

    private int outerReadsSize;

    Builder(Circuit circuit, Circuit.Segment segment, boolean[] isReadLater) {
      this.circuit = circuit;
      circuitFirst = circuit.first();
      literals = circuit.literals();
      from = segment.from();
      to = segment.to();
      this.isReadLater = isReadLater;
      ends = new int[to - from];
      merged = new boolean[to - from];
      nodeOf = new int[to - from];
      gateOf = new IntList(to - from);
      reads = new IntList(to - from);
      readsFirst = new IntList(to - from);
      Arrays.fill(ends, UNSEEN);
      for (int gate = from; gate < to; gate++) {
        follow(gate);
      }
      markMerged();
      Arrays.fill(nodeOf, NONE);
      for (int gate = from; gate < to; gate++) {
        if (isEnd(gate) && !merged[gate - from]) {
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

    /** Whether a gate is equal to no other by a single literal. */
    private boolean isEnd(int gate) {
      return ends[gate - from] == Circuit.literal(gate);
    }

    /** The literal that a literal is equal to. */
    private int end(int literal) {
      int gate = literal >> 1;
      return isInside(gate) ? ends[gate - from] ^ (literal & 1) : literal;
    }

    /** Finds the literal that a gate is equal to, and those of the gates on the path to it. */
    private void follow(int begin) {
      IntList path = new IntList(8);
      int gate = begin;
      while (isInside(gate) && ends[gate - from] == UNSEEN && isSingle(circuitFirst, gate)) {
        ends[gate - from] = ON_THE_WAY;
        path.add(gate);
        gate = literals[circuitFirst[gate]] >> 1;
      }
      // In a ring of gates with single literals, one keeps its own literal.
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

    /** Marks the disjunctions that are read only once, negated, by a conjunction. */
    private void markMerged() {
      int[] readers = new int[to - from];
      boolean[] isReadOtherwise = new boolean[to - from];
      for (int gate = from; gate < to; gate++) {
        for (int at = circuitFirst[gate]; isEnd(gate) && at < circuitFirst[gate + 1]; at++) {
          int literal = end(literals[at]);
          if (isInside(literal >> 1)) {
            int read = (literal >> 1) - from;
            readers[read]++;
            isReadOtherwise[read] |= !circuit.isConjunction(gate) || (literal & 1) == 0;
          }
        }
      }
      for (int gate = from; gate < to; gate++) {
        int local = gate - from;
        merged[local] = isEnd(gate)
            && !circuit.isConjunction(gate)
            && readers[local] == 1
            && !isReadOtherwise[local]
            && !isSingle(circuitFirst, gate);
      }
    }

    /** Adds the literals of a node. */
    private void read(int node) {
      int gate = gateOf.get(node);
      int flip = circuit.isConjunction(gate) ? 0 : 1;
      for (int at = circuitFirst[gate]; at < circuitFirst[gate + 1]; at++) {
        int literal = end(literals[at]) ^ flip;
        int read = literal >> 1;
        if (isInside(read) && merged[read - from]) {
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

    int[] initialCounters() {
      int[] initialCounters = new int[gateOf.size()];
      for (int node = 0; node < initialCounters.length; node++) {
        initialCounters[node] = readsFirst.get(node + 1) - readsFirst.get(node);
      }
      return initialCounters;
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

    int[] leaves() {
      IntList leaves = new IntList(8);
      for (int node = 0; node < gateOf.size(); node++) {
        if (readsFirst.get(node) == readsFirst.get(node + 1)) {
          leaves.add(node);
        }
      }
      return leaves.toArray();
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
