package org.claimtrace.engine.circuit;

import java.util.Arrays;

/**
 * Places gates so that what reads stands near what it reads: each gate moves to the mean of the centres of what it reads together
 * with, again and again, as long as that brings them nearer (Aloul, Markov and Sakallah, "FORCE: a fast and easy-to-implement
 * variable-ordering heuristic", GLSVLSI 2003).
 */
final class NearOrder {

  /** It comes to rest sooner as a rule. */
  private static final int MOST_ROUNDS = 40;

  /** A round that gains nothing may be followed by one that does; after so many rounds none is waited for. */
  private static final int PATIENT_ROUNDS = 10;

  /** More gates are left as they are: to place them would take longer than to find out that their diagrams are too large. */
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
   * Places gates.
   *
   * @param varies which gates are to be placed
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
      long length = pull(order);
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

  /** Finds where each gate is drawn to; how far from each other those stand that are read together, in sum. */
  private long pull(int[] order) {
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
        draw(gate, centre);
        for (int at = first[gate]; at < first[gate + 1]; at++) {
          draw(literals[at] >> 1, centre);
        }
      }
    }
    return length;
  }

  private void draw(int gate, double centre) {
    centres[gate] += centre;
    count[gate]++;
  }

  /** The gates in the order of where they are drawn to; of those drawn to one place, as they were. */
  private int[] moved(int[] order) {
    long[] keys = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      int gate = order[i];
      double drawn = count[gate] == 0 ? i : centres[gate] / count[gate];
      // To within the 2^16th part of a place.
      keys[i] = Math.round(drawn * (1 << 16)) << 16 | i;
    }
    Arrays.sort(keys);
    int[] moved = new int[order.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = order[(int) keys[i] & 0xFFFF];
    }
    return moved;
  }
}
