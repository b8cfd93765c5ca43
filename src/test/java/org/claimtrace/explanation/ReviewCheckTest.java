package org.claimtrace.explanation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Inside;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      ReviewCheck check = ReviewCheck.of(graph, Evaluator.usual());
      Comparison disagreeing = new Comparison(
          Inside.KEY,
          Element.review("c/reviews/paper"),
          "c",
          "paper",
          Verdict.SUPPORTED,
          Optional.of(Verdict.REFUTED));
      assertThat(check.comparisons())
          .containsExactly(
              disagreeing,
              new Comparison(
                  Inside.KEY,
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
              Evaluator.usual(), claim("c").review(review(Verdict.SUPPORTED)), source("paper")))
          .isEmpty();
    }

    @Test
    void ignoresAQualification() {
      assertThat(derived(
              Evaluator.usual(),
              claim("c").review(review(Verdict.MISLEADING)).evidence(qualifying("s")),
              source("s"),
              source("paper")))
          .isEmpty();
    }

    @Test
    void ignoresAContradictionThatIsNotAccepted() {
      assertThat(derived(
              Evaluator.usual(),
              claim("c").review(review(Verdict.SUPPORTED)).contradicts("d"),
              claim("d"),
              source("paper")))
          .isEmpty();
    }

    @Test
    void comparesWithAContradictionThatIsAccepted() {
      assertThat(derived(
              Evaluator.usual(),
              claim("c").review(review(Verdict.SUPPORTED)).contradicts("d"),
              claim("d").evidence(evidence("s")),
              source("s"),
              source("paper")))
          .contains(Verdict.REFUTED);
    }
  }

  @Nested
  class OfAClaimThatDependsOnAReviewedOne {
    @Test
    void countsTheReviewOfTheOtherClaim() {
      assertThat(ReviewCheck.of(
                  graph(
                      claim("c").inference(step("p")).review(review(Verdict.SUPPORTED)),
                      claim("p").review(review(Verdict.SUPPORTED)),
                      source("paper")),
                  Evaluator.usual())
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
    void skipsReviewsThatDoNotExistYet() {
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

  /** Elements that name a review and therefore need it to be in the graph. */
  @Nested
  class OfAReviewThatIsNamedElsewhere {

    @Test
    void comparesWhereALineOverridesIt() {
      assertThat(derived(
              Evaluator.usual(),
              claim("c")
                  .review(review(Verdict.SUPPORTED))
                  .evidence(qualifying("s").overrides("c/reviews/paper"))
                  .contradicts("d"),
              claim("d").evidence(evidence("s")),
              source("s"),
              source("paper")))
          .contains(Verdict.REFUTED);
      assertThat(derived(
              REVIEWS_FIRST,
              claim("c")
                  .review(review(Verdict.SUPPORTED))
                  .evidence(refuting("s").overrides("c/reviews/paper")),
              source("s"),
              source("paper")))
          .contains(Verdict.REFUTED);
    }

    @Test
    void comparesWhereALineThatOverridesItDoesNotExistYet() {
      assertThat(derived(
              Evaluator.builder().asOf(PartialDate.parse("2020")).build(),
              claim("c")
                  .review(review(Verdict.SUPPORTED).date("2019"))
                  .evidence(refuting("s").date("2024").overrides("c/reviews/paper"))
                  .contradicts("d"),
              claim("d").evidence(evidence("s")),
              source("s"),
              source("paper")))
          .contains(Verdict.REFUTED);
    }

    @Test
    void comparesWhereAFindingAboutItIsAccepted() {
      ClaimGraph graph = graph(
              claim("c").review(review(Verdict.SUPPORTED)).contradicts("d"),
              claim("d").evidence(evidence("s")),
              source("s"),
              source("paper"))
          .toBuilder()
          .accepted(
              Acceptance.builder("self-review", "The paper has said so.").at("c/reviews/paper"))
          .build();
      assertThat(ReviewCheck.of(graph, Evaluator.usual()).comparisons().get(0).derived())
          .contains(Verdict.REFUTED);
    }
  }

  /** Compared with the graph without the reviews and everything that names them. */
  @Nested
  class OfARandomGraph {

    private static ClaimGraph without(ClaimGraph graph, String claimId) {
      Claim reviewed = graph.claim(claimId);
      Set<String> reviews =
          reviewed.reviews().stream().map(each -> each.lineId(claimId)).collect(toSet());
      Claim.Builder unreviewed = reviewed.toBuilder()
          .allReviews(List.of())
          .allEvidence(reviewed.evidence().stream()
              .map(each -> each.toBuilder()
                  .allOverrides(others(each.overrides(), reviews))
                  .build())
              .toList())
          .allInferences(reviewed.inferences().stream()
              .map(each -> each.toBuilder()
                  .allOverrides(others(each.overrides(), reviews))
                  .build())
              .toList());
      return graph.toBuilder()
          .allClaims(graph.claims().stream()
              .map(claim -> claim.id().equals(claimId)
                  ? unreviewed.build()
                  : overridingOthers(claim, reviews))
              .toList())
          .build();
    }

    /** A claim whose lines override none of the given ones. */
    private static Claim overridingOthers(Claim claim, Set<String> reviews) {
      return claim.toBuilder()
          .allEvidence(claim.evidence().stream()
              .map(each -> each.toBuilder()
                  .allOverrides(others(each.overrides(), reviews))
                  .build())
              .toList())
          .allInferences(claim.inferences().stream()
              .map(each -> each.toBuilder()
                  .allOverrides(others(each.overrides(), reviews))
                  .build())
              .toList())
          .allReviews(claim.reviews().stream()
              .map(each -> each.toBuilder()
                  .allOverrides(others(each.overrides(), reviews))
                  .build())
              .toList())
          .build();
    }

    private static List<String> others(List<String> lines, Set<String> except) {
      return lines.stream().filter(line -> !except.contains(line)).toList();
    }

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {0, 1_000, 2_000, 3_000})
    void derivesTheVerdictOfTheGraphWithoutTheReviews(long from) {
      int compared = 0;
      for (long seed = from; seed < from + 60; seed++) {
        ClaimGraph graph = RandomClaimGraphs.graph(seed, 6);
        for (ReviewPolicy policy : ReviewPolicy.values()) {
          Evaluator evaluator =
              RandomClaimGraphs.options(graph, policy, seed).numbers().build();
          ReviewCheck check = ReviewCheck.of(graph, evaluator);
          for (Comparison comparison : check.comparisons()) {
            Evaluation reference = evaluator.evaluate(without(graph, comparison.claimId()));
            Evaluation without = check.evaluation().withoutReviewsOf(comparison.claimId());
            for (Claim claim : graph.claims()) {
              assertThat(without.verdict(claim.id())).isEqualTo(reference.verdict(claim.id()));
              for (Label label : Label.values()) {
                assertThat(without.belief(claim.id()).of(label))
                    .isCloseTo(reference.belief(claim.id()).of(label), within(1e-9));
              }
            }
            comparison
                .derived()
                .ifPresent(verdict ->
                    assertThat(verdict).isEqualTo(reference.verdict(comparison.claimId())));
            if (check.evaluation().reviewsCount(comparison.claimId())) {
              assertThat(check.explain(comparison).toText())
                  .isEqualTo(Explanation.of(reference, comparison.claimId()).toText());
            }
            compared++;
          }
        }
      }
      assertThat(compared).isGreaterThan(80);
    }
  }

  @Nested
  class OfAVerdictThatFollowedOnItsOwnDate {
    private final ReviewCheck check = ReviewCheck.of(
        graph(
            claim("c")
                .evidence(evidence("old").date("2018"))
                .evidence(refuting("new").date("2024-03").overrides("c/evidence/old"))
                .review(Review.builder("early", Verdict.SUPPORTED).date("2019-06"))
                .review(Review.builder("late", Verdict.MISLEADING).date("2025")),
            source("old"),
            source("new").title("A second survey"),
            source("early").title("Full Fact"),
            source("late").title("Snopes")),
        Evaluator.usual());

    @Test
    void saysSinceWhenAndByWhatItWasOvertaken() {
      Comparison early = check.comparisons().get(0);
      assertThat(early.outcome()).isEqualTo(ReviewCheck.Outcome.OVERTAKEN);
      assertThat(early.disagrees()).isFalse();
      assertThat(early.overtaken().orElseThrow().since()).isEqualTo(PartialDate.parse("2024-03"));
      assertThat(early.overtaken().orElseThrow().by())
          .containsExactly(Element.evidence("c/evidence/new"));
      assertThat(check.sentence(early, Style.usual()))
          .isEqualTo(
              "The verdict of “Full Fact” is entered here as “Supported”. It followed from the"
                  + " evidence when it was published (June 2019), and has been overtaken since March"
                  + " 2024: now “Refuted” follows. What changed then: “A second survey”, as a source"
                  + " against it.");
      assertThat(check.sentence(early, Style.builder().language("zh").build()))
          .isEqualTo("“Full Fact（en）”的结论在此录入为“属实”。它在 2019 年 6 月发布时与当时的依据相符，自"
              + " 2024 年 3 月起已被后来的依据取代，现在得出的是“不实”。当时的变化：反驳它的来源：“A second"
              + " survey（en）”。");
    }

    @Test
    void doesNotFollowIfItDidNotOnItsOwnDate() {
      assertThat(check.comparisons().get(1).outcome())
          .isEqualTo(ReviewCheck.Outcome.DOES_NOT_FOLLOW);
      assertThat(check.disagreements()).containsExactly(check.comparisons().get(1));
    }

    @Test
    void saysThatPublishedVerdictsDiffer() {
      assertThat(check.differing()).containsExactly("c");
      assertThat(check.difference("c", Style.usual()))
          .isEqualTo("The published verdicts on this claim differ: “Full Fact”, entered here as"
              + " “Supported”; “Snopes”, entered here as “True, but missing context”.");
    }
  }

  @Nested
  class OfManyVerdicts {

    private static ClaimGraph many(int claims, int reviews) {
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("G").source("s", "S");
      for (int review = 0; review < reviews; review++) {
        graph.source("r" + review, "R" + review);
      }
      for (int each = 0; each < claims; each++) {
        Claim.Builder claim = Claim.builder("c" + each).text("C" + each).evidence("s");
        for (int review = 0; review < reviews; review++) {
          claim.review("r" + review, review == 0 ? Verdict.SUPPORTED : Verdict.REFUTED);
        }
        graph.claim(claim);
      }
      return graph.build();
    }

    private static List<String> paragraphs(ClaimGraph graph, Style style) {
      return ReviewCheck.of(graph, Evaluator.usual()).outline(style).paragraphs().stream()
          .map(each -> each.text())
          .toList();
    }

    @Test
    void tellsTheFirstOfAClaimAndTheNumberOfTheOthers() {
      ClaimGraph graph = many(1, 31);
      assertThat(paragraphs(graph, Style.usual()))
          .filteredOn(text -> text.startsWith("The verdict of"))
          .hasSize(20)
          .startsWith(
              "The verdict of “R1” [2] is entered here as “Refuted”. From the evidence follows “Supported”.")
          .element(19)
          .asString()
          .startsWith("The verdict of “R20”");
      assertThat(paragraphs(graph, Style.usual())).contains("… and 10 more");
      assertThat(paragraphs(graph, Style.builder().language("zh").build())).contains("…… 另有 10 条");
      assertThat(paragraphs(graph, Style.builder().all(true).build()))
          .filteredOn(text -> text.startsWith("The verdict of"))
          .hasSize(30);
      assertThat(paragraphs(many(1, 21), Style.usual())).doesNotContain("… and one more");
    }

    @Test
    void tellsTheGistOfTheFirstClaims() {
      assertThat(paragraphs(many(53, 2), Style.usual()))
          .contains("C0", "C49", "C50 [c50]", "C52 [c52]")
          .filteredOn("What speaks for it holds, and nothing that holds speaks against it."::equals)
          .hasSize(50);
      assertThat(paragraphs(many(53, 2), Style.usual()))
          .filteredOn(text -> text.startsWith("The verdict of “R1”"))
          .hasSize(53);
    }
  }
}
