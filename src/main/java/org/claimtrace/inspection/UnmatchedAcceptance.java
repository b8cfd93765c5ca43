package org.claimtrace.inspection;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each acceptance of the graph ({@code accepted}) that no finding of the inspection matches: by its code and the element
 * named under {@code at}, or, without {@code at}, by its code and as a finding about the whole graph. An acceptance of a rule that is
 * switched off is left alone.
 */
final class UnmatchedAcceptance extends UsualRule {

  UnmatchedAcceptance() {
    super("unmatched-acceptance", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The bridge", "sources": {"county": {"title": "The county"}},
         "claims": {"closed": {"text": "The bridge is closed", "evidence": ["county"]}},
         "accepted": [{"finding": "circular-sourcing", "at": "county", "because": "It quotes itself."}]}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The bridge", "sources": {
          "county": {"title": "The county", "derivedFrom": ["mayor"]},
          "mayor": {"title": "The mayor", "derivedFrom": ["county"]}},
         "claims": {"closed": {"text": "The bridge is closed", "evidence": ["county"]}},
         "accepted": [{"finding": "circular-sourcing", "at": "county", "because": "The graph shows what a ring is worth."}]}""";
  }

  /** Finds acceptances that match nothing by all rules of this library. */
  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    Inspector.usual().inspect(evaluation).findings(code()).forEach(found);
  }

  /**
   * Finds acceptances that match nothing.
   *
   * @param matching the acceptances that match a finding
   * @param off the codes of the rules that are switched off
   */
  void find(
      InspectedGraph inspected,
      Set<Acceptance> matching,
      Set<String> off,
      Consumer<Finding> found) {
    ClaimGraph graph = inspected.graph();
    for (int i = 0; i < graph.accepted().size(); i++) {
      Acceptance acceptance = graph.accepted().get(i);
      String accepted = acceptance.finding();
      if (matching.contains(acceptance) || off.contains(accepted) || accepted.equals(code())) {
        continue;
      }
      String at = acceptance.at().orElse("");
      Finding.Builder finding = finding(
          inspected,
          phrases -> at.isEmpty()
              ? phrases.say(Sentence.FINDING_UNMATCHED_ACCEPTANCE, accepted)
              : phrases.say(Sentence.FINDING_UNMATCHED_ACCEPTANCE_AT, accepted, at));
      element(graph, at).ifPresent(finding::elements);
      found.accept(finding
          .word("accepted", accepted)
          .about(accepted + " " + at, "/accepted/" + i)
          .build());
    }
  }

  private static Optional<Element> element(ClaimGraph graph, String id) {
    if (graph.findClaim(id).isPresent()) {
      return Optional.of(Element.claim(id));
    }
    return graph.findSource(id).isPresent() ? Optional.of(Element.source(id)) : graph.findLine(id);
  }
}
