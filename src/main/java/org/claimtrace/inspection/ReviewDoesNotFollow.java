package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each published verdict that differs from the one that follows from the evidence, and did so on its own date too as far as that
 * is known: {@link org.claimtrace.explanation.ReviewCheck.Outcome#DOES_NOT_FOLLOW}.
 */
final class ReviewDoesNotFollow extends UsualRule {

  ReviewDoesNotFollow() {
    super("review-does-not-follow", Severity.ERROR);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The dam", "sources": {"survey": "The survey", "checkers": "The checkers"},
         "claims": {"crack": {"text": "The dam has a crack", "evidence": ["survey"], "reviews": {"checkers": "refuted"}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The dam", "sources": {"survey": "The survey", "checkers": "The checkers"},
         "claims": {"crack": {"text": "The dam has a crack", "evidence": ["survey"], "reviews": {"checkers": "supported"}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    for (Comparison each : inspected.comparisons()) {
      if (each.outcome() == Outcome.DOES_NOT_FOLLOW) {
        Verdict derived = each.derived().orElseThrow();
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_REVIEW_DOES_NOT_FOLLOW,
                    phrases.cited(each.reviewer()),
                    phrases.quoted(each.claimId()),
                    phrases.judged(each.claimId(), each.published()),
                    phrases.judged(each.claimId(), derived)),
                each.review(),
                Element.claim(each.claimId()))
            .word("published", each.published().toString())
            .word("derived", derived.toString())
            .build());
      }
    }
  }
}
