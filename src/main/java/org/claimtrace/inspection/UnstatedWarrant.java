package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each step that supports a claim and exists and counts, has no note, no scheme, no assumption and nobody to whom it is
 * ascribed ({@code by}), if its conclusion and all its premises say what they are about ({@code about}), and something that the
 * conclusion is about is in none of them: it comes out of nowhere. Names are compared in NFC, case-folded.
 */
final class UnstatedWarrant extends ClaimRule {

  UnstatedWarrant() {
    super("unstated-warrant", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The school", "sources": {"town": "The town"}, "claims": {
          "blame": {"text": "The mayor ruined the school", "about": ["the mayor", "the school"], "inferences": [{"premises": ["empty"]}]},
          "empty": {"text": "The school stands empty", "about": ["The School"], "evidence": ["town"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The school", "sources": {"town": "The town"}, "claims": {
          "blame": {"text": "The mayor ruined the school", "about": ["the mayor", "the school"],
           "inferences": [{"premises": ["empty", "closed"]}]},
          "closed": {"text": "The mayor closed the school", "about": ["The mayor", "the school"], "evidence": ["town"]},
          "empty": {"text": "The school stands empty", "about": ["The School"], "evidence": ["town"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.about().isEmpty()) {
      return;
    }
    for (Step step : inspected.steps(claim)) {
      Inference inference = step.inference();
      List<String> premised = new ArrayList<>();
      boolean areAllTold = true;
      for (Premise premise : inference.premises()) {
        List<String> about = inspected.graph().claim(premise.claimId()).about();
        areAllTold &= !about.isEmpty();
        premised.addAll(about);
      }
      ImmutableList<String> rabbits = EntityNames.missing(claim.about(), premised);
      if (isBare(inference) && areAllTold && !rabbits.isEmpty()) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_UNSTATED_WARRANT,
                    phrases.quoted(claim.id()),
                    phrases.names(rabbits.stream())),
                step.element())
            .word("missing", String.join("; ", rabbits))
            .build());
      }
    }
  }

  private static boolean isBare(Inference inference) {
    return inference.stance() == Stance.SUPPORTS
        && !inference.isFromParts()
        && inference.note().isEmpty()
        && inference.scheme().isEmpty()
        && inference.assuming().isEmpty()
        && inference.by().isEmpty();
  }
}
