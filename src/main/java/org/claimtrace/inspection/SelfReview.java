package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Review;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each review with a verdict that exists if the claim has evidence that exists and counts, all of which comes from the
 * reviewer, and nothing else bears on the claim but reviews: no step and no claim that contradicts it.
 */
final class SelfReview extends ClaimRule {

  SelfReview() {
    super("self-review", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The dam", "sources": {"checkers": {"title": "The checkers", "type": "news"}},
         "claims": {"crack": {"text": "The dam has a crack", "evidence": ["checkers"], "reviews": {"checkers": "supported"}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The dam", "sources": {"checkers": {"title": "The checkers", "type": "news"}, "survey": "The survey of the dam"},
         "claims": {"crack": {"text": "The dam has a crack", "evidence": ["survey"], "reviews": {"checkers": "supported"}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    ImmutableList<Statement> evidence =
        claim.reviews().isEmpty() ? ImmutableList.of() : inspected.evidence(claim);
    if (evidence.isEmpty()
        || !inspected.steps(claim).isEmpty()
        || !inspected.evaluation().contradicting(claim.id()).isEmpty()) {
      return;
    }
    for (Review review : inspected.evaluation().reviewsOf(claim.id())) {
      Element element = review.element(claim.id());
      boolean isOnly =
          evidence.stream().allMatch(each -> each.sourceId().equals(review.reviewer()));
      if (review.verdict().isPresent() && isOnly && inspected.evaluation().exists(element)) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_SELF_REVIEW,
                    phrases.quoted(claim.id()),
                    phrases.cited(review.reviewer())),
                Element.claim(claim.id()),
                element)
            .related("reviewer", Element.source(review.reviewer()))
            .build());
      }
    }
  }
}
