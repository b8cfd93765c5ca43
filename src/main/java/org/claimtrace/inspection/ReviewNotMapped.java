package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each review that exists and has a label but no verdict.
 */
final class ReviewNotMapped extends ClaimRule {

  ReviewNotMapped() {
    super("review-not-mapped", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The shark", "sources": {"checkers": "The checkers"},
         "claims": {"shark": {"text": "A shark swam down the street", "reviews": {"checkers": {"label": "Pants on fire"}}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The shark", "sources": {"checkers": "The checkers"},
         "claims": {"shark": {"text": "A shark swam down the street",
          "reviews": {"checkers": {"verdict": "refuted", "label": "Pants on fire"}}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    for (Review review : inspected.evaluation().reviewsOf(claim.id())) {
      Element element = review.element(claim.id());
      if (review.verdict().isEmpty() && inspected.evaluation().exists(element)) {
        String label = review.label().orElse("");
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_REVIEW_NOT_MAPPED,
                    phrases.cited(review.reviewer()),
                    phrases.quoted(claim.id()),
                    phrases.quotation(label)),
                element,
                Element.claim(claim.id()))
            .word("label", label)
            .build());
      }
    }
  }
}
