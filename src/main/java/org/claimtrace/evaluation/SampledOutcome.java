package org.claimtrace.evaluation;

import org.claimtrace.engine.compiled.ResidualCircuit;
import org.claimtrace.engine.rows.Counts;

/** In how many of the sampled worlds each thing was so. */
final class SampledOutcome implements Outcome {

  private final int worlds;
  private final ResidualCircuit residue;
  private final Counts counts;

  SampledOutcome(int worlds, ResidualCircuit residue, Counts counts) {
    this.worlds = worlds;
    this.residue = residue;
    this.counts = counts;
  }

  @Override
  public Belief belief(int claim) {
    int supported = certain(residue.supported[claim]);
    int refuted = certain(residue.refuted[claim]);
    int decided = certain(residue.decided[claim]);
    return new Belief(
        share(supported),
        share(refuted),
        share(decided - supported - refuted),
        share(worlds - decided),
        share(certain(residue.qualified[claim])));
  }

  @Override
  public Chance pro(int claim) {
    return chance(residue.pro[claim]);
  }

  @Override
  public Chance con(int claim) {
    return chance(residue.con[claim]);
  }

  @Override
  public Chance fires(int part) {
    return chance(residue.fires[part]);
  }

  @Override
  public double right(int source) {
    return share(certain(residue.right[source]));
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
