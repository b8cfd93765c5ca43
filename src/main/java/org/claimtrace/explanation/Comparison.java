package org.claimtrace.explanation;

import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/**
 * A published verdict beside the derived one.
 *
 * @param review the review
 * @param claim the id of the claim reviewed
 * @param reviewer the id of the source that published the verdict
 * @param published the verdict published
 * @param derived the verdict that follows without the claim's reviews; empty where there is nothing to check against, since
 *     nothing but reviews bears on the claim, or in the account of a claim that is judged by its reviews
 */
public record Comparison(
    Element review, String claim, String reviewer, Verdict published, Optional<Verdict> derived) {

  /** Whether the published verdict is another than the derived one; not where there is nothing to check against. */
  public boolean disagrees() {
    return derived.isPresent() && derived.get() != published;
  }
}
