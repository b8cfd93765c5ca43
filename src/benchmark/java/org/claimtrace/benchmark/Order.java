package org.claimtrace.benchmark;

import java.util.SplittableRandom;

/** Orders of numbers. */
final class Order {

  private Order() {}

  /** The numbers from zero up to a limit, shuffled. */
  static int[] shuffled(int limit, SplittableRandom random) {
    int[] order = new int[limit];
    for (int i = 0; i < limit; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
