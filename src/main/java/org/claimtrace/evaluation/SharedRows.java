package org.claimtrace.evaluation;

import java.util.Arrays;

/**
 * Rows for the gates of a circuit that is computed once from beginning to end: a gate takes over the row of one that nobody
 * reads any more, so that the rows in use are few and stay near. Made in linear time.
 *
 * @param rowOf the number of the row of each gate
 * @param count how many rows there are
 */
record SharedRows(int[] rowOf, int count) {

  static SharedRows of(Circuit circuit) {
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
      return new SharedRows(rowOf, count);
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
