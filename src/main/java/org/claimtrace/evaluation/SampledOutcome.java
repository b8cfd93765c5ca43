package org.claimtrace.evaluation;

import org.claimtrace.engine.compiled.ResidualCircuit;
import org.claimtrace.engine.rows.Counts;

/** In how many of the sampled worlds each thing was so. */
final class SampledOutcome implements Outcome {

  private final int worlds;
  private final ResidualCircuit residual;
  private final Counts counts;

  SampledOutcome(int worlds, ResidualCircuit residual, Counts counts) {
    this.worlds = worlds;
    this.residual = residual;
    this.counts = counts;
  }

  @Override
  public Belief belief(int claim) {
    int supported = certain(residual.supported[claim]);
    int refuted = certain(residual.refuted[claim]);
    int decided = certain(residual.decided[claim]);
    return new Belief(
        share(supported),
        share(refuted),
        share(decided - supported - refuted),
        share(worlds - decided),
        share(certain(residual.qualified[claim])));
  }

  @Override
  public Chance pro(int claim) {
    return chance(residual.pro[claim]);
  }

  @Override
  public Chance con(int claim) {
    return chance(residual.con[claim]);
  }

  @Override
  public Chance fires(int part) {
    return chance(residual.fires[part]);
  }

  @Override
  public double right(int source) {
    return share(certain(residual.right[source]));
  }

  @Override
  public int sampled() {
    return worlds;
  }

  private Chance chance(int literal) {
    return new Chance(share(certain(literal)), share(undecided(literal)));
  }

  private int certain(int literal) {
    if (literal < 0) {
      return literal == ResidualCircuit.TRUE ? worlds : 0;
    }
    int gate = literal >> 1;
    return (literal & 1) == 0
        ? counts.certain[gate]
        : worlds - counts.certain[gate] - counts.undecided(gate);
  }

  private int undecided(int literal) {
    return literal < 0 ? 0 : counts.undecided(literal >> 1);
  }

  private double share(int count) {
    return (double) count / worlds;
  }
}
