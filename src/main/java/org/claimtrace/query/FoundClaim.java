package org.claimtrace.query;

import static java.util.Objects.requireNonNull;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result;

/**
 * A claim that meets a condition, with its verdict, belief and explanation.
 *
 * <p>Immutable. Two are equal if they have the same claim of the same {@link ClaimSearch}.
 *
 * <p>Stable.
 */
public final class FoundClaim implements Result {

  private final ClaimSearch search;
  private final Claim claim;

  FoundClaim(ClaimSearch search, Claim claim) {
    this.search = search;
    this.claim = claim;
  }

  /** Returns the evaluation in which it was found. */
  public Evaluation evaluation() {
    return search.evaluation();
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claim.id();
  }

  /** Returns the claim as the document has it. */
  public Claim claim() {
    return claim;
  }

  /** Returns the verdict on the claim. */
  public Verdict verdict() {
    return search.evaluation().verdict(claim.id());
  }

  /** Returns the probabilities behind the verdict. */
  public Belief belief() {
    return search.evaluation().belief(claim.id());
  }

  /** Returns verdict and probabilities together. */
  public Judgement judgement() {
    return search.evaluation().judgement(claim.id());
  }

  /** Returns an explanation of the verdict, which is computed anew at each call. */
  public Explanation explain() {
    return Explanation.of(search.evaluation(), claim.id());
  }

  /** Returns a scenario with a supposition on the claim, which overrules whatever bears on it. */
  public Scenario suppose(Supposition supposition) {
    requireNonNull(supposition, "supposition");
    return search.whatIf().scenario().suppose(claim.id(), supposition);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundClaim that
        && search == that.search
        && claimId().equals(that.claimId());
  }

  @Override
  public int hashCode() {
    return claimId().hashCode();
  }

  /** Returns the id and the verdict, as in {@code claim 'sky-is-blue': supported}. */
  @Override
  public String toString() {
    return "claim '" + claimId() + "': " + verdict();
  }
}
