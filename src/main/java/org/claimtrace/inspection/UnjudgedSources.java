package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim if there is evidence for it that exists and counts, exhibits apart, all of it from sources that cannot be judged
 * (graded F), and no step for it can fire.
 */
final class UnjudgedSources extends UsualRule {

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
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().claims().forEach(claim -> find(inspected, claim, found));
  }

  private void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.evidence().stream().noneMatch(each -> isUnjudged(inspected, each.sourceId()))) {
      return;
    }
    ImmutableList<Statement> testimony = inspected.testimony(claim, Stance.SUPPORTS);
    if (testimony.isEmpty()
        || !testimony.stream().allMatch(each -> isUnjudged(inspected, each.sourceId()))
        || inspected.anyStepFires(claim, Stance.SUPPORTS)) {
      return;
    }
    ImmutableList<String> sources = InspectedGraph.sources(testimony.stream());
    found.accept(finding(
            inspected,
            phrases -> phrases.count(
                Sentence.FINDING_UNJUDGED_SOURCES,
                sources.size(),
                phrases.quoted(claim.id()),
                phrases.citedAll(sources)),
            Element.claim(claim.id()))
        .related("sources", InspectedGraph.asSources(sources))
        .build());
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
