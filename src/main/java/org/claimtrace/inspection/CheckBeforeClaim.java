package org.claimtrace.inspection;

import java.util.Optional;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each review with a date of a claim with dated appearances, if the last day of the review's date lies before the first day of
 * every one of these.
 */
final class CheckBeforeClaim extends ClaimRule {

  CheckBeforeClaim() {
    super("check-before-claim", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The speech", "sources": {"tv": "The television", "checkers": "The checkers"},
         "claims": {"so": {"text": "It is so", "appearances": [{"source": "tv", "date": "2024-05-02"}],
          "reviews": {"checkers": {"verdict": "refuted", "date": "2023-05-03"}}}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The speech", "sources": {"tv": "The television", "checkers": "The checkers"},
         "claims": {"so": {"text": "It is so", "appearances": [{"source": "tv", "date": "2024-05-02"}],
          "reviews": {"checkers": {"verdict": "refuted", "date": "2024-05-03"}}}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    Optional<PartialDate> said = claim.firstSaid();
    if (said.isEmpty()) {
      return;
    }
    for (Review review : claim.reviews()) {
      review
          .date()
          .filter(date -> date.lastDay().isBefore(said.get().firstDay()))
          .ifPresent(date -> found.accept(finding(
                  inspected,
                  phrases -> phrases.say(
                      Sentence.FINDING_CHECK_BEFORE_CLAIM,
                      phrases.cited(review.reviewer()),
                      phrases.date(date),
                      phrases.quoted(claim.id()),
                      phrases.date(said.get())),
                  review.element(claim.id()),
                  Element.claim(claim.id()))
              .word("review", date.toString())
              .word("appearance", said.get().toString())
              .build()));
    }
  }
}
