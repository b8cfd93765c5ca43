package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * Positions gates so that a reader and what it reads are close to each other. Each gate moves to the mean of the centres of the
 * groups that it is in, a gate and what it reads being a group; this is repeated as long as it shortens the distances (Aloul,
 * Markov and Sakallah, "FORCE: a fast and easy-to-implement variable-ordering heuristic", GLSVLSI 2003).
 */
final class NearOrder {

  /** The positions usually settle in fewer rounds. */
  private static final int MOST_ROUNDS = 40;

  /**
   * A round without gain may be followed by one with gain, but after this many rounds the first one without gain is the last.
   */
  private static final int PATIENT_ROUNDS = 10;

  /**
   * Above this number the order is left as it is: computing another would take longer than finding out that the diagrams are
   * too large.
   */
  private static final int MOST_GATES = 1 << 15;

  private final int[] first;
  private final int[] literals;
  private final boolean[] varies;
  private final int[] place;
  private final double[] centres;
  private final int[] count;

  private NearOrder(Circuit circuit, boolean[] varies) {
    first = circuit.first();
    literals = circuit.literals();
    this.varies = varies;
    place = new int[varies.length];
    centres = new double[varies.length];
    count = new int[varies.length];
  }

  /**
   * Returns gates in an order in which those that are read together are close to each other.
   *
   * @param varies which gates are to be ordered
   * @param begin those gates, in the order to begin with
   */
  static int[] of(Circuit circuit, boolean[] varies, int[] begin) {
    return begin.length > MOST_GATES ? begin : new NearOrder(circuit, varies).nearest(begin);
  }

  private int[] nearest(int[] begin) {
    int[] order = begin;
    int[] best = begin;
    long shortest = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long length = sumCentres(order);
      if (length < shortest) {
        shortest = length;
        best = order;
      } else if (round > PATIENT_ROUNDS) {
        break;
      }
      order = moved(order);
    }
    return best;
  }

  /** Sums up, for each gate, the centres of its groups; returns the sum of the lengths of all groups. */
  private long sumCentres(int[] order) {
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
      centres[order[i]] = 0;
      count[order[i]] = 0;
    }
    long length = 0;
    for (int gate : order) {
      int least = place[gate];
      int most = place[gate];
      long sum = place[gate];
      int together = 1;
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (varies[read]) {
          least = Math.min(least, place[read]);
          most = Math.max(most, place[read]);
          sum += place[read];
          together++;
        }
      }
      if (together > 1) {
        length += most - least;
        double centre = (double) sum / together;
        addCentre(gate, centre);
        for (int at = first[gate]; at < first[gate + 1]; at++) {
          addCentre(literals[at] >> 1, centre);
        }
      }
    }
    return length;
  }

  private void addCentre(int gate, double centre) {
    centres[gate] += centre;
    count[gate]++;
  }

  /** The gates sorted by the mean of the centres of their groups; ties keep their order. */
  private int[] moved(int[] order) {
    long[] keys = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      int gate = order[i];
      double centre = count[gate] == 0 ? i : centres[gate] / count[gate];
      // With a precision of 2^-16 of a position.
      keys[i] = Math.round(centre * (1 << 16)) << 16 | i;
    }
    Arrays.sort(keys);
    int[] moved = new int[order.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = order[(int) keys[i] & 0xFFFF];
    }
    return moved;
  }
}
