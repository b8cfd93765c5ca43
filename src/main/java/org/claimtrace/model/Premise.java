package org.claimtrace.model;

/**
 * What an inference rests on: a claim that must be accepted or, negated, one that must be rejected.
 *
 * @param claim the id of the claim
 * @param negated whether the claim must be rejected
 */
public record Premise(String claim, boolean negated) implements Comparable<Premise> {

  /** The premise that a claim is accepted. */
  public static Premise of(String claim) {
    return new Premise(claim, false);
  }

  /** The premise that a claim is rejected. */
  public static Premise not(String claim) {
    return new Premise(claim, true);
  }

  /** By the claim's id, what must be accepted first. */
  @Override
  public int compareTo(Premise other) {
    int byClaim = claim.compareTo(other.claim);
    return byClaim != 0 ? byClaim : Boolean.compare(negated, other.negated);
  }

  /** The claim's id, with {@code not} before it where negated. */
  @Override
  public String toString() {
    return negated ? "not " + claim : claim;
  }
}
