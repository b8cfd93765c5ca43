package org.claimtrace.engine.rows;

/**
 * The number of worlds in which each gate of a residual circuit is certain, and in which it is undecided. Mutable, for one
 * thread.
 */
public final class Counts {

  public final int[] certain;
  /** Empty as long as no gate is undecided in any world. */
  private int[] undecided = new int[0];

  public Counts(int gates) {
    certain = new int[gates];
  }

  /** Adds to the number of worlds in which a gate is undecided. */
  void addUndecided(int gate, int worlds) {
    if (undecided.length == 0) {
      undecided = new int[certain.length];
    }
    undecided[gate] += worlds;
  }

  public int undecided(int gate) {
    return undecided.length == 0 ? 0 : undecided[gate];
  }

  /** Adds the counts of another thread. */
  public void add(Counts others) {
    for (int gate = 0; gate < certain.length; gate++) {
      certain[gate] += others.certain[gate];
      if (others.undecided.length > 0) {
        addUndecided(gate, others.undecided[gate]);
      }
    }
  }
}
