package org.claimtrace.engine.rows;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;

/**
 * Rows for the gates of a circuit that is computed once from beginning to end: a gate takes over the row of one that nobody
 * reads any more, so that the rows in use are few and stay near. Made in linear time.
 *
 * @param rowOf the number of the row of each gate; empty where each has the one of its own number
 * @param reads the literals of the circuit, with the number of its row in place of a gate
 * @param count how many rows there are
 */
public record SharedRows(int[] rowOf, int[] reads, int count) {

  /** Every gate has a row of its own. */
  static SharedRows none(Circuit circuit) {
    return new SharedRows(new int[0], circuit.literals(), circuit.gates());
  }

  boolean areShared() {
    return rowOf.length > 0;
  }

  /** The number of the row of a gate. */
  public int of(int gate) {
    return rowOf.length == 0 ? gate : rowOf[gate];
  }

  /** A literal that is the row of a gate in place of the gate. */
  int literal(int literal) {
    return of(literal >> 1) << 1 | (literal & 1);
  }

  public static SharedRows of(Circuit circuit) {
    return new Sharing(circuit).share();
  }

  /** Rows being shared out. */
  private static final class Sharing {

    private static final int UNREAD = -1;
    private static final int GIVEN_BACK = -2;

    private final Circuit circuit;
    private final int[] first;
    private final int[] literals;
    private final int[] lastRead;
    private final int[] rowOf;
    private final IntList free = new IntList(16);
    private int count;

    Sharing(Circuit circuit) {
      this.circuit = circuit;
      first = circuit.first();
      literals = circuit.literals();
      rowOf = new int[circuit.gates()];
      lastRead = new int[circuit.gates()];
      Arrays.fill(lastRead, UNREAD);
    }

    SharedRows share() {
      for (Circuit.Segment segment : circuit.segments()) {
        for (int gate = segment.from(); gate < segment.to(); gate++) {
          // In a cyclic segment any gate may be computed again until its end.
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
            giveBack(gate, segment.to() - 1);
          }
        } else {
          for (int gate = segment.from(); gate < segment.to(); gate++) {
            take(gate);
            giveBack(gate, gate);
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

    /** Gives back what a gate was the last to read, and the gate's own row if nobody reads it. */
    private void giveBack(int gate, int now) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (lastRead[read] == now) {
          lastRead[read] = GIVEN_BACK;
          free.add(rowOf[read]);
        }
      }
      if (lastRead[gate] == UNREAD) {
        lastRead[gate] = GIVEN_BACK;
        free.add(rowOf[gate]);
      }
    }
  }
}
