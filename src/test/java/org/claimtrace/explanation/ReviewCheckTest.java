package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.Optional;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewCheckTest {

  private static final Evaluator REVIEWS_FIRST =
      Evaluator.builder().reviews(ReviewPolicy.REVIEWS_FIRST).build();

  private static Review.Builder review(Verdict verdict) {
    return Review.builder("paper", verdict);
  }

  private static Optional<Verdict> derived(Evaluator evaluator, Object... parts) {
    return ReviewCheck.of(graph(parts), evaluator).comparisons().get(0).derived();
  }

  @Nested
  class OfAClaimWithEvidence {
    private final ClaimGraph graph = graph(
        claim("c")
            .evidence(refuting("s"))
            .review(review(Verdict.SUPPORTED))
            .review(Review.builder("s", Verdict.REFUTED)),
        source("s"),
        source("paper"));

    @Test
    void comparesEveryReview() {
      ReviewCheck check = ReviewCheck.of(graph, Evaluator.standard());
      Comparison disagreeing = new Comparison(
          Element.review("c/reviews/paper"),
          "c",
          "paper",
          Verdict.SUPPORTED,
          Optional.of(Verdict.REFUTED));
      assertThat(check.comparisons())
          .containsExactly(
              disagreeing,
              new Comparison(
                  Element.review("c/reviews/s"),
                  "c",
                  "s",
                  Verdict.REFUTED,
                  Optional.of(Verdict.REFUTED)));
      assertThat(check.disagreements()).containsExactly(disagreeing);
      assertThat(check.explain(disagreeing).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void derivesWithoutTheReviewsOfTheClaimWhereReviewsComeFirst() {
      ReviewCheck check = ReviewCheck.of(graph, REVIEWS_FIRST);
      assertThat(check.evaluation().verdict("c")).isEqualTo(Verdict.CONFLICTING);
      assertThat(check.comparisons())
          .extracting(Comparison::derived)
          .containsOnly(Optional.of(Verdict.REFUTED));
      assertThat(check.explain(check.comparisons().get(0)).verdict()).isEqualTo(Verdict.REFUTED);
    }
  }

  @Nested
  class OfAClaimWithNothingButItsReview {
    @Test
    void hasNothingToCheckAgainst() {
      assertThat(derived(
              Evaluator.standard(), claim("c").review(review(Verdict.SUPPORTED)), source("paper")))
          .isEmpty();
    }

    @Test
    void norIsAQualificationAnything() {
      assertThat(derived(
              Evaluator.standard(),
              claim("c").review(review(Verdict.MISLEADING)).evidence(qualifying("s")),
              source("s"),
              source("paper")))
          .isEmpty();
    }

    @Test
    void norAContradictionThatIsNotAccepted() {
      assertThat(derived(
              Evaluator.standard(),
              claim("c").review(review(Verdict.SUPPORTED)).contradicts("d"),
              claim("d"),
              source("paper")))
          .isEmpty();
    }

    @Test
    void butAContradictionThatIsAcceptedIs() {
      assertThat(derived(
              Evaluator.standard(),
              claim("c").review(review(Verdict.SUPPORTED)).contradicts("d"),
              claim("d").evidence(evidence("s")),
              source("s"),
              source("paper")))
          .contains(Verdict.REFUTED);
    }
  }

  @Nested
  class OfAClaimThatLeansOnAReviewedOne {
    @Test
    void letsTheOtherReviewStandIn() {
      assertThat(ReviewCheck.of(
                  graph(
                      claim("c").inference(step("p")).review(review(Verdict.SUPPORTED)),
                      claim("p").review(review(Verdict.SUPPORTED)),
                      source("paper")),
                  Evaluator.standard())
              .comparisons())
          .extracting(Comparison::derived)
          .containsExactly(Optional.of(Verdict.SUPPORTED), Optional.empty());
    }

    @Test
    void derivesUnverifiedWhereReviewsDoNotCount() {
      assertThat(derived(
              Evaluator.builder().reviews(ReviewPolicy.EVIDENCE_ONLY).build(),
              claim("c").inference(step("p")).review(review(Verdict.SUPPORTED)),
              claim("p").review(review(Verdict.SUPPORTED)),
              source("paper")))
          .contains(Verdict.UNVERIFIED);
    }
  }

  @Nested
  class AsOfADate {
    @Test
    void passesOverReviewsThatDoNotExistYet() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")).review(review(Verdict.REFUTED).date("2026-02")),
          source("s"),
          source("paper"));
      assertThat(ReviewCheck.of(
                  graph, Evaluator.builder().asOf(PartialDate.parse("2026-01")).build())
              .comparisons())
          .isEmpty();
    }
  }
}
