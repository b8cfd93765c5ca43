package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim that is supported or misleading if evidence for it can fire, exhibits apart, all of it from sources that are not named
 * (of type {@code unnamed}) or whose reliability is less than 0.5, and no step for it can fire.
 */
final class WeakSources extends ClaimRule {

  WeakSources() {
    super("weak-sources", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The deal", "sources": {"insiders": {"title": "People close to the matter", "type": "unnamed"}},
         "claims": {"deal": {"text": "The deal is off", "evidence": ["insiders"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The deal", "sources": {
          "insiders": {"title": "People close to the matter", "type": "unnamed"}, "filing": {"title": "The company's filing"}},
         "claims": {"deal": {"text": "The deal is off", "evidence": ["insiders", "filing"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.evidence().stream().noneMatch(each -> isWeak(inspected, each.sourceId()))) {
      return;
    }
    Verdict verdict = inspected.evaluation().verdict(claim.id());
    if (verdict != Verdict.SUPPORTED && verdict != Verdict.MISLEADING) {
      return;
    }
    findAllFrom(
        inspected,
        claim,
        inspected.firing(claim, Stance.SUPPORTS),
        each -> isWeak(inspected, each.sourceId()),
        Sentence.FINDING_WEAK_SOURCES,
        found);
  }

  private static boolean isWeak(InspectedGraph inspected, String sourceId) {
    Source source = inspected.graph().source(sourceId);
    return source.type() == SourceType.UNNAMED
        || inspected.evaluation().grade(Element.source(source.id())) < .5;
  }
}
