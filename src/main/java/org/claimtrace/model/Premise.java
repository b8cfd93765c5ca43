package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

/**
 * A premise of an inference: a claim that must be accepted or, negated, one that must be rejected. Ordered by claim, accepted
 * before rejected.
 *
 * <p>Stable.
 *
 * @param claimId the id of the claim
 * @param isNegated whether the claim must be rejected
 */
public record Premise(String claimId, boolean isNegated) implements Comparable<Premise> {
  public Premise {
    requireNonNull(claimId, "claimId");
  }

  /** Returns the premise that a claim is accepted. */
  public static Premise of(String claimId) {
    requireNonNull(claimId, "claimId");
    return new Premise(claimId, false);
  }

  /** Returns the premise that a claim is rejected. */
  public static Premise not(String claimId) {
    requireNonNull(claimId, "claimId");
    return new Premise(claimId, true);
  }

  /** Compares by the claim's id, then the accepted before the rejected. */
  @Override
  public int compareTo(Premise other) {
    requireNonNull(other, "other");
    int byClaim = claimId.compareTo(other.claimId);
    return byClaim != 0 ? byClaim : Boolean.compare(isNegated, other.isNegated);
  }

  /** Returns the claim's id, with {@code not} before it where negated. */
  @Override
  public String toString() {
    return isNegated ? "not " + claimId : claimId;
  }
}
