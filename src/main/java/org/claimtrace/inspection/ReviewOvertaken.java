package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each published verdict that followed from the evidence on its own date and no longer does: {@link
 * org.claimtrace.explanation.ReviewCheck.Outcome#OVERTAKEN}.
 */
final class ReviewOvertaken extends UsualRule {

  ReviewOvertaken() {
    super("review-overtaken", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The count", "sources": {
          "first": {"title": "The first count", "published": "2019"}, "checkers": {"title": "The checkers", "published": "2019"},
          "recount": {"title": "The recount", "published": "2024"}},
         "claims": {"many": {"text": "There were 900", "evidence": [
           {"source": "first", "id": "count"}, {"source": "recount", "stance": "refutes", "overrides": ["count"]}],
           "reviews": {"checkers": {"verdict": "supported", "date": "2019"}}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The count", "sources": {
          "first": {"title": "The first count", "published": "2019"}, "checkers": {"title": "The checkers", "published": "2019"},
          "recount": {"title": "The recount", "published": "2024"}},
         "claims": {"many": {"text": "There were 900", "evidence": [
           {"source": "first", "id": "count"}, {"source": "recount", "stance": "refutes", "overrides": ["count"]}],
           "reviews": {"checkers": [{"verdict": "supported", "date": "2019"}, {"verdict": "refuted", "date": "2024"}]}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    for (Comparison each : inspected.comparisons()) {
      each.overtaken()
          .filter(overtaken -> each.outcome() == Outcome.OVERTAKEN)
          .ifPresent(overtaken -> found.accept(finding(
                  inspected,
                  phrases -> phrases.say(
                      Sentence.FINDING_REVIEW_OVERTAKEN,
                      phrases.cited(each.reviewer()),
                      phrases.quoted(each.claimId()),
                      phrases.judged(each.claimId(), each.published()),
                      phrases.judged(each.claimId(), each.derived().orElseThrow()),
                      phrases.date(overtaken.since())),
                  each.review(),
                  Element.claim(each.claimId()))
              .related("by", overtaken.by())
              .word("published", each.published().toString())
              .word("derived", each.derived().orElseThrow().toString())
              .word("since", overtaken.since().toString())
              .build()));
    }
  }
}
