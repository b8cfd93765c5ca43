package org.claimtrace.query;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Verdict;

/**
 * A claim that meets a condition, with what was found out about it.
 *
 * <p>Two are equal when they are the same claim of the same {@link ClaimSearch}.
 */
public final class FoundClaim {

  private final ClaimSearch search;
  private final Claim claim;

  FoundClaim(ClaimSearch search, Claim claim) {
    this.search = search;
    this.claim = claim;
  }

  /** The id of the claim. */
  public String id() {
    return claim.id();
  }

  /** The claim as it is written. */
  public Claim claim() {
    return claim;
  }

  /** The verdict on it. */
  public Verdict verdict() {
    return search.evaluation().verdict(claim.id());
  }

  /** The belief in it. */
  public Belief belief() {
    return search.evaluation().belief(claim.id());
  }

  /** Why it has its verdict. */
  public Explanation explain() {
    return Explanation.of(search.evaluation(), claim.id());
  }

  /** A scenario in which it is supposed to be something, whatever bears on it. */
  public Scenario suppose(Supposition supposition) {
    return search.whatIf().scenario().suppose(claim.id(), supposition);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundClaim that && search == that.search && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  /** Its id and its verdict, as in {@code claim 'sky-is-blue': supported}. */
  @Override
  public String toString() {
    return "claim '" + id() + "': " + verdict();
  }
}
