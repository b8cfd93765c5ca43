package org.claimtrace.engine.rows;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;

/**
 * Assigns rows to the gates of a circuit that is computed once from beginning to end: a gate takes over the row of one that no
 * later gate reads, so that few rows are in use and stay in the cache. Computed in linear time.
 *
 * @param rowOf the number of the row of each gate; empty where each gate has the row of its own number
 * @param reads the literals of the circuit, with the number of a gate's row in place of the gate
 * @param count how many rows there are
 */
public record SharedRows(int[] rowOf, int[] reads, int count) {

  /** Returns the assignment in which every gate has a row of its own. */
  static SharedRows none(Circuit circuit) {
    return new SharedRows(new int[0], circuit.literals(), circuit.gates());
  }

  boolean areShared() {
    return rowOf.length > 0;
  }

  /** Returns the number of a gate's row. */
  public int of(int gate) {
    return rowOf.length == 0 ? gate : rowOf[gate];
  }

  /** Returns a literal with the number of the gate's row in place of the gate. */
  int literal(int literal) {
    return of(literal >> 1) << 1 | (literal & 1);
  }

  /** Assigns the rows of a circuit. */
  public static SharedRows of(Circuit circuit) {
    return new Assignment(circuit).assign();
  }

  /** An assignment being computed. */
  private static final class Assignment {

    private static final int UNREAD = -1;
    private static final int RELEASED = -2;

    private final Circuit circuit;
    private final int[] first;
    private final int[] literals;
    private final int[] lastRead;
    private final int[] rowOf;
    private final IntList free = new IntList(16);
    private int count;

    Assignment(Circuit circuit) {
      this.circuit = circuit;
      first = circuit.first();
      literals = circuit.literals();
      rowOf = new int[circuit.gates()];
      lastRead = new int[circuit.gates()];
      Arrays.fill(lastRead, UNREAD);
    }

    SharedRows assign() {
      for (Circuit.Segment segment : circuit.segments()) {
        for (int gate = segment.from(); gate < segment.to(); gate++) {
          // In a cyclic segment, any gate may be computed again until the end of the segment.
          int when = segment.isCyclic() ? segment.to() - 1 : gate;
          for (int at = first[gate]; at < first[gate + 1]; at++) {
            lastRead[literals[at] >> 1] = when;
          }
        }
      }
      for (Circuit.Segment segment : circuit.segments()) {
        if (segment.isCyclic()) {
          for (int gate = segment.from(); gate < segment.to(); gate++) {
            take(gate);
          }
          for (int gate = segment.from(); gate < segment.to(); gate++) {
            release(gate, segment.to() - 1);
          }
        } else {
          for (int gate = segment.from(); gate < segment.to(); gate++) {
            take(gate);
            release(gate, gate);
          }
        }
      }
      int[] reads = new int[literals.length];
      for (int at = 0; at < reads.length; at++) {
        reads[at] = rowOf[literals[at] >> 1] << 1 | (literals[at] & 1);
      }
      return new SharedRows(rowOf, reads, count);
    }

    private void take(int gate) {
      rowOf[gate] = free.isEmpty() ? count++ : free.removeLast();
    }

    /** Frees the rows of the gates that this one was the last to read, and its own row if no gate reads it. */
    private void release(int gate, int now) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (lastRead[read] == now) {
          lastRead[read] = RELEASED;
          free.add(rowOf[read]);
        }
      }
      if (lastRead[gate] == UNREAD) {
        lastRead[gate] = RELEASED;
        free.add(rowOf[gate]);
      }
    }
  }
}
