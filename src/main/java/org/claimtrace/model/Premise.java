package org.claimtrace.model;

/**
 * A premise of an inference: a claim that must be accepted or, negated, one that must be rejected. Ordered by claim, accepted
 * before rejected.
 *
 * @param claim the id of the claim
 * @param negated whether the claim must be rejected
 */
public record Premise(String claim, boolean negated) implements Comparable<Premise> {

  /** Returns the premise that a claim is accepted. */
  public static Premise of(String claim) {
    return new Premise(claim, false);
  }

  /** Returns the premise that a claim is rejected. */
  public static Premise not(String claim) {
    return new Premise(claim, true);
  }

  /** Compares by the claim's id, then the accepted before the rejected. */
  @Override
  public int compareTo(Premise other) {
    int byClaim = claim.compareTo(other.claim);
    return byClaim != 0 ? byClaim : Boolean.compare(negated, other.negated);
  }

  /** Returns the claim's id, with {@code not} before it where negated. */
  @Override
  public String toString() {
    return negated ? "not " + claim : claim;
  }
}
