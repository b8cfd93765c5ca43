package org.claimtrace.engine.rows;

/** By gate of a residual circuit, in how many worlds it is certain, and in how many undecided. Mutable, for one thread. */
public final class Counts {

  public final int[] certain;
  /** Of length zero as long as nothing is undecided. */
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

  /** Adds what another thread counted. */
  public void add(Counts others) {
    for (int gate = 0; gate < certain.length; gate++) {
      certain[gate] += others.certain[gate];
      if (others.undecided.length > 0) {
        addUndecided(gate, others.undecided[gate]);
      }
    }
  }
}
