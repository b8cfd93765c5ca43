package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each pair of claims that contradict each other, on whichever side that is written, if the case for each of them exceeds the
 * burden of the evaluation's standard.
 */
final class ContradictoryClaims extends ClaimRule {

  ContradictoryClaims() {
    super("contradictory-claims", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The bridge", "sources": {"county": "The county", "police": "The police"}, "claims": {
          "open": {"text": "The bridge is open", "evidence": ["county"], "contradicts": ["closed"]},
          "closed": {"text": "The bridge is closed", "evidence": ["police"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The bridge", "sources": {"county": "The county", "police": "The police"}, "claims": {
          "open": {"text": "The bridge is open", "contradicts": ["closed"], "evidence": [{"source": "county", "id": "in-may"}]},
          "closed": {"text": "The bridge is closed", "evidence": [{"source": "police", "overrides": ["in-may"]}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    for (String other : claim.contradicts()) {
      boolean isFirst = !inspected.graph().claim(other).contradicts().contains(claim.id())
          || inspected.graph().claimIndex(claim.id()).orElse(0)
              < inspected.graph().claimIndex(other).orElse(0);
      double one = inspected.evaluation().caseFor(claim.id()).yes();
      double two = inspected.evaluation().caseFor(other).yes();
      double burden = inspected.evaluation().standard().burden();
      if (isFirst && VerdictRule.exceeds(one, burden) && VerdictRule.exceeds(two, burden)) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_CONTRADICTORY_CLAIMS,
                    phrases.quoted(claim.id()),
                    phrases.quoted(other)),
                Element.claim(claim.id()),
                Element.claim(other))
            .number("caseForFirst", one)
            .number("caseForSecond", two)
            .build());
      }
    }
  }
}
