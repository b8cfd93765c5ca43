package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim if there is evidence for it that exists and counts, exhibits apart, all of it from sources that cannot be judged
 * (graded F), and no step for it can fire.
 */
final class UnjudgedSources extends ClaimRule {

  UnjudgedSources() {
    super("unjudged-sources", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The visit", "sources": {"leak": {"title": "An anonymous leak", "reliability": "F"}},
         "claims": {"visit": {"text": "The minister was there", "evidence": ["leak"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The visit", "sources": {"leak": {"title": "An anonymous leak", "reliability": "F"}, "log": "The log of the gate"},
         "claims": {"visit": {"text": "The minister was there", "evidence": ["leak", "log"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.evidence().stream().noneMatch(each -> isUnjudged(inspected, each.sourceId()))) {
      return;
    }
    findAllFrom(
        inspected,
        claim,
        inspected.testimony(claim, Stance.SUPPORTS),
        each -> isUnjudged(inspected, each.sourceId()),
        Sentence.FINDING_UNJUDGED_SOURCES,
        found);
  }

  private static boolean isUnjudged(InspectedGraph inspected, String sourceId) {
    return inspected
            .graph()
            .source(sourceId)
            .reliability()
            .word()
            .filter("F"::equals)
            .isPresent()
        && inspected.evaluation().grade(Element.source(sourceId)) == 0;
  }
}
