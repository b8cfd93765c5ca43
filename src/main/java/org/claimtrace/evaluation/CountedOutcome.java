package org.claimtrace.evaluation;

/** How many of the sampled worlds each thing was so in. */
final class CountedOutcome implements Outcome {

  private final int worlds;
  private final Counts counts;

  CountedOutcome(int worlds, Counts counts) {
    this.worlds = worlds;
    this.counts = counts;
  }

  @Override
  public Belief belief(int claim) {
    int supported = counts.supported[claim];
    int refuted = counts.refuted[claim];
    int conflicting = counts.conflicting[claim];
    return new Belief(
        share(supported),
        share(refuted),
        share(conflicting),
        share(worlds - supported - refuted - conflicting),
        share(counts.qualified[claim]));
  }

  @Override
  public Chance pro(int claim) {
    return new Chance(share(counts.pro[claim]), share(counts.proUndecided[claim]));
  }

  @Override
  public Chance con(int claim) {
    return new Chance(share(counts.con[claim]), share(counts.conUndecided[claim]));
  }

  @Override
  public Chance fires(int part) {
    return new Chance(share(counts.fires[part]), share(counts.undecided[part]));
  }

  @Override
  public double right(int source) {
    return share(counts.right[source]);
  }

  @Override
  public int sampled() {
    return worlds;
  }

  private double share(int count) {
    return (double) count / worlds;
  }
}
