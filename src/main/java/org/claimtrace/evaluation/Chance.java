package org.claimtrace.evaluation;

/**
 * How probable it is that something is so, and that it is undecided whether it is: the rest is the probability that it is
 * not so.
 *
 * <p>Stable.
 *
 * @param yes the probability that it is so
 * @param undecided the probability that it is undecided, as where two claims attack each other and nothing else decides
 */
public record Chance(double yes, double undecided) {

  /** Returns the probability that it is not so. */
  public double no() {
    return 1 - yes - undecided;
  }
}
