package org.claimtrace.inspection;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each line that supports a claim and exists and counts, and each of its exceptions ({@code unless}) that contradicts the claim,
 * on whichever side that is written: the same is said twice, in two ways that wait for each other.
 */
final class SelfMadeStandOff extends ClaimRule {

  SelfMadeStandOff() {
    super("self-made-stand-off", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The vote", "sources": {"paper": "A paper", "clerk": "The clerk"}, "claims": {
          "won": {"text": "She has won", "evidence": [{"source": "paper", "unless": ["lost"]}], "contradicts": ["lost"]},
          "lost": {"text": "She has lost", "evidence": ["clerk"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The vote", "sources": {"paper": "A paper", "clerk": "The clerk"}, "claims": {
          "won": {"text": "She has won", "evidence": [{"source": "paper", "unless": ["lost"]}]},
          "lost": {"text": "She has lost", "evidence": ["clerk"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    List<String> contradicting = inspected.evaluation().contradicting(claim.id());
    if (contradicting.isEmpty()) {
      return;
    }
    Set<String> all = Set.copyOf(contradicting);
    for (Statement each : inspected.evidence(claim)) {
      if (each.evidence().stance() == Stance.SUPPORTS) {
        tell(inspected, claim, each.element(), each.evidence().unless(), all, found);
      }
    }
    for (Step each : inspected.steps(claim)) {
      if (each.inference().stance() == Stance.SUPPORTS) {
        tell(inspected, claim, each.element(), each.inference().unless(), all, found);
      }
    }
  }

  private void tell(
      InspectedGraph inspected,
      Claim claim,
      Element line,
      List<String> exceptions,
      Set<String> contradicting,
      Consumer<Finding> found) {
    for (String id : exceptions) {
      if (contradicting.contains(id)) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_SELF_MADE_STAND_OFF,
                    phrases.quoted(id),
                    phrases.quoted(claim.id())),
                line,
                Element.claim(claim.id()),
                Element.claim(id))
            .build());
      }
    }
  }
}
