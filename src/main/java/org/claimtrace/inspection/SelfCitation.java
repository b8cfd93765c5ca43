package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim with appearances if some evidence for it can fire, exhibits apart, and all of that comes from sources in which the
 * claim itself appears, or one of whose authors, or whose publisher, is a claimant of it; and if no step for it can fire. Names are
 * compared in NFC, case-folded.
 */
final class SelfCitation extends ClaimRule {

  SelfCitation() {
    super("self-citation", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "A cure", "sources": {"post": {"title": "A post"}},
         "claims": {"cure": {"text": "Garlic cures influenza", "appearances": [{"source": "post"}], "evidence": ["post"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "A cure", "sources": {"post": {"title": "A post"}, "trial": {"title": "A trial"}},
         "claims": {"cure": {"text": "Garlic cures influenza", "appearances": [{"source": "post"}], "evidence": ["trial"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.appearances().isEmpty()) {
      return;
    }
    findAllFrom(
        inspected,
        claim,
        inspected.firing(claim, Stance.SUPPORTS),
        each -> isTheClaimants(inspected, claim, each.sourceId()),
        Sentence.FINDING_SELF_CITATION,
        found);
  }

  private static boolean isTheClaimants(InspectedGraph inspected, Claim claim, String sourceId) {
    Source source = inspected.graph().source(sourceId);
    List<String> names = new ArrayList<>(source.authors());
    source.publisher().ifPresent(names::add);
    return claim.appearances().stream().anyMatch(each -> each.sourceId().equals(sourceId))
        || !EntityNames.common(names, claim.claimants()).isEmpty();
  }
}
