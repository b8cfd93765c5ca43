package org.claimtrace.inspection;

import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim that is no thesis, on which no line bears, for which no search is on record, and that nothing uses: no line as a
 * premise, assumption, exception or answer, no claim as a part or as contradicted; and that contradicts none itself.
 */
final class OrphanClaim extends UsualRule {

  OrphanClaim() {
    super("orphan-claim", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The bridge", "sources": {"county": "The county"}, "thesis": ["closed"], "claims": {
          "closed": {"text": "The bridge is closed", "evidence": ["county"]},
          "ferry": "The ferry runs again"}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The bridge", "sources": {"county": "The county"}, "thesis": ["closed"], "claims": {
          "closed": {"text": "The bridge is closed", "evidence": ["county"]},
          "ferry": {"text": "The ferry runs again", "evidence": ["county"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    ClaimGraph graph = inspected.graph();
    Set<String> thesis = Set.copyOf(graph.thesis());
    for (Claim claim : graph.claims()) {
      boolean isOrphan = !thesis.contains(claim.id())
          && graph.lines(claim.id()).isEmpty()
          && claim.contradicts().isEmpty()
          && claim.searches().isEmpty()
          && graph.dependents(claim.id()).isEmpty();
      if (isOrphan) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(Sentence.FINDING_ORPHAN_CLAIM, phrases.quoted(claim.id())),
                Element.claim(claim.id()))
            .build());
      }
    }
  }
}
