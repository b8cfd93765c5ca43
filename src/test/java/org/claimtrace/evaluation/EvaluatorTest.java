package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

  private static final int GRAPHS_A_TEST = 1000;

  @Nested
  class OfRelays {

    @Test
    void needsTheCoinOfARelayAndNotThatItIsRight() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("c").evidence(evidence("s").via("ring", "other")),
              source("s"),
              source("ring").derivedFrom("other"),
              source("other").derivedFrom("ring")));

      assertThat(evaluation.right("ring")).isZero();
      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void readsAnEvidenceThroughItsOwnRelaysRatherThanThoseOfItsSource() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              claim("through").evidence(evidence("s")),
              claim("directly").evidence(evidence("s").via()),
              source("s").readIn("gossip"),
              source("gossip").reliability(0)));

      assertThat(evaluation.verdict("through")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.verdict("directly")).isEqualTo(Verdict.SUPPORTED);
    }
  }

  @Nested
  class AsOfADate {

    private Evaluation asOf(String date, ClaimGraph graph) {
      return Options.DEFAULT.asOf(date).evaluator().evaluate(graph);
    }

    @ParameterizedTest(name = "a line of {0} as of {1}: {2}")
    @CsvSource({
      "2021,       2020,       UNVERIFIED",
      "2021,       2020-12-31, UNVERIFIED",
      "2021,       2021-01-01, SUPPORTED",
      "2021,       2021,       SUPPORTED",
      "2021-02,    2021-01,    UNVERIFIED",
      "2021-02,    2021-02-01, SUPPORTED",
      "2021-02-28, 2021-02-27, UNVERIFIED",
      "2021-02-28, 2021-02,    SUPPORTED",
      "2021-12-31, 2021,       SUPPORTED",
      "2020-02-29, 2020-02,    SUPPORTED",
      "0001,       0001,       SUPPORTED",
      "9999,       9998-12-31, UNVERIFIED",
      "9999-12-31, 9999,       SUPPORTED"
    })
    void seesALineFromTheFirstDayOfItsDateOn(String date, String asOf, Verdict verdict) {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s").date(date)),
          claim("d").inference(step("always").date(date)),
          claim("always").evidence(evidence("s")),
          claim("reviewed").review(Review.builder("s", Verdict.SUPPORTED).date(date)),
          source("s"));

      Evaluation evaluation = asOf(asOf, graph);

      assertThat(evaluation.verdict("c")).isEqualTo(verdict);
      assertThat(evaluation.verdict("d")).isEqualTo(verdict);
      assertThat(evaluation.verdict("reviewed")).isEqualTo(verdict);
      assertThat(evaluation.verdict("always")).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void datesAnEvidenceByTheLatestOfItsSourceAndItsRelays() {
      ClaimGraph graph = graph(
          claim("late").evidence(evidence("s").via("late", "undated")),
          claim("own").evidence(evidence("s").via("late").date("2019")),
          claim("source").evidence(evidence("s").via("early")),
          source("s").published("2020").readIn("late"),
          source("early").published("2010"),
          source("late").published("2022"),
          source("undated"));

      Evaluation evaluation = asOf("2021", graph);

      assertThat(evaluation.verdict("late")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(evaluation.verdict("own")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.verdict("source")).isEqualTo(Verdict.SUPPORTED);
      assertThat(asOf("2019", graph).verdict("source")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void letsALineThatDoesNotExistOverrideNothing() {
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("s"))
              .evidence(refuting("t").overrides("c/evidence/s").date("2022")),
          source("s"),
          source("t"));

      assertThat(asOf("2021", graph).verdict("c")).isEqualTo(Verdict.SUPPORTED);
      assertThat(asOf("2022", graph).verdict("c")).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void letsAnOriginWithoutEvidenceYetSayWhatItsCopySays() {
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("copy"))
              .evidence(evidence("origin").strength(0).date("2022")),
          source("copy").derivedFrom("origin"),
          source("origin"));

      assertThat(asOf("2021", graph).verdict("c")).isEqualTo(Verdict.SUPPORTED);
      assertThat(asOf("2022", graph).verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void letsAReviewStandInUntilThereIsEvidence() {
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("s").strength(0).date("2022"))
              .review(Review.builder("t", Verdict.REFUTED)),
          source("s"),
          source("t"));

      assertThat(asOf("2021", graph).verdict("c")).isEqualTo(Verdict.REFUTED);
      assertThat(asOf("2022", graph).verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void countsARetractionFromItsDateOnAndAlwaysWithoutADate() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")), source("s").retracted(Retraction.builder("2022-03")));

      assertThat(asOf("2022-02", graph).verdict("c")).isEqualTo(Verdict.SUPPORTED);
      assertThat(asOf("2022-03-01", graph).verdict("c")).isEqualTo(Verdict.UNVERIFIED);
      assertThat(Evaluator.usual().evaluate(graph).verdict("c")).isEqualTo(Verdict.UNVERIFIED);
    }
  }

  @Nested
  class OfReviews {

    private Verdict verdict(ReviewPolicy policy, String claim, ClaimGraph graph) {
      return Options.of(policy).evaluator().evaluate(graph).verdict(claim);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Verdict.class)
    void readsEachVerdictAsItself(Verdict published) {
      ClaimGraph graph = graph(claim("c").review(Review.builder("s", published)), source("s"));

      assertThat(verdict(ReviewPolicy.EVIDENCE_FIRST, "c", graph)).isEqualTo(published);
      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "c", graph)).isEqualTo(published);
      assertThat(verdict(ReviewPolicy.EVIDENCE_ONLY, "c", graph)).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void putsEvidenceFirstWhetherOrNotItFires() {
      ClaimGraph graph = graph(
          claim("c").inference(step("open")).review(Review.builder("s", Verdict.REFUTED)),
          claim("open"),
          source("s"));

      assertThat(verdict(ReviewPolicy.EVIDENCE_FIRST, "c", graph)).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void letsAReviewStandInBesideAQualification() {
      ClaimGraph graph = graph(
          claim("c").evidence(qualifying("t")).review(Review.builder("s", Verdict.SUPPORTED)),
          source("s"),
          source("t"));

      assertThat(verdict(ReviewPolicy.EVIDENCE_FIRST, "c", graph)).isEqualTo(Verdict.MISLEADING);
      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "c", graph)).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void letsAReviewOverrideUnlessItGivesNoVerdict() {
      Claim.Builder claim = claim("c").review(Review.builder("s", Verdict.SUPPORTED));
      ClaimGraph settled = graph(
          claim.build().toBuilder()
              .review(Review.builder("t", Verdict.REFUTED).overrides("c/reviews/s")),
          source("s"),
          source("t"));
      ClaimGraph open = graph(
          claim.build().toBuilder()
              .review(Review.builder("t", Verdict.UNVERIFIED).overrides("c/reviews/s")),
          source("s"),
          source("t"));

      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "c", settled)).isEqualTo(Verdict.REFUTED);
      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "c", open)).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void doesNotCountContradictionsOfAReviewedClaimWhereReviewsComeFirst() {
      ClaimGraph graph = graph(
          claim("a").review(Review.builder("s", Verdict.SUPPORTED)).contradicts("b"),
          claim("b").evidence(evidence("s")),
          source("s"));

      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "a", graph)).isEqualTo(Verdict.SUPPORTED);
      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "b", graph)).isEqualTo(Verdict.CONFLICTING);
      assertThat(verdict(ReviewPolicy.EVIDENCE_FIRST, "a", graph)).isEqualTo(Verdict.CONFLICTING);
    }

    @Test
    void doesNotLetALineThatDoesNotCountOverride() {
      ClaimGraph graph = graph(
          claim("c")
              .evidence(evidence("t").overrides("c/reviews/s"))
              .review(Review.builder("s", Verdict.REFUTED)),
          source("s"),
          source("t"));

      assertThat(verdict(ReviewPolicy.REVIEWS_FIRST, "c", graph)).isEqualTo(Verdict.REFUTED);
    }
  }

  @Nested
  class ByLogicAlone {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, UNVERIFIED", ".5, UNVERIFIED", ".5000000000000001, SUPPORTED", "1, SUPPORTED"})
    void readsEveryGradeAboveOneHalfAsYes(double grade, Verdict verdict) {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("good").strength(grade)),
          claim("b").evidence(evidence("graded")),
          claim("c").inference(step("certain").strength(grade)),
          claim("d").evidence(evidence("good").via("graded")),
          claim("certain").evidence(evidence("good")),
          source("good"),
          source("graded").reliability(grade));

      Evaluation evaluation = Options.DEFAULT.evaluator().evaluate(graph);

      assertThat(List.of("a", "b", "c", "d"))
          .allSatisfy(id -> assertThat(evaluation.verdict(id)).isEqualTo(verdict));
      assertThat(evaluation.right("graded")).isEqualTo(verdict == Verdict.SUPPORTED ? 1 : 0);
      assertThat(evaluation.method()).isEqualTo(Method.CERTAIN);
    }

    @Test
    void cannotTrustWhatCannotBeJudged() {
      ClaimGraph graph = graph(
          claim("a").evidence(evidence("s")),
          claim("b").evidence(evidence("t").strength("about as likely as not")),
          claim("c").evidence(evidence("t").strength("more likely than not")),
          source("s").reliability("F"),
          source("t").reliability("C"));

      Evaluation evaluation = Options.DEFAULT.evaluator().evaluate(graph);

      assertThat(evaluation.claimIds(Verdict.UNVERIFIED)).containsExactly("a", "b");
      assertThat(evaluation.claimIds(Verdict.SUPPORTED)).containsExactly("c");
    }
  }

  @Nested
  class Supposing {

    private final ClaimGraph graph = graph(
        claim("p").evidence(evidence("s")).evidence(qualifying("s").id("but")),
        claim("q").inference(step("p")),
        claim("r").inference(Inference.builder().notPremise("p")),
        claim("assumed").inference(step("certain").assuming("p")),
        claim("stopped").inference(step("certain").unless("p")),
        claim("opposite").contradicts("p"),
        claim("certain").evidence(evidence("s")),
        source("s"));

    @Test
    void letsTheNeighboursSeeAClaimRejectedWhileItsLinesFireAsTheyDo() {
      Evaluation evaluation =
          Options.DEFAULT.suppose(Map.of("p", Supposition.REJECTED)).evaluator().evaluate(graph);

      assertThat(evaluation.judgements())
          .extracting(Judgement::claimId, Judgement::verdict)
          .containsExactly(
              tuple("p", Verdict.REFUTED),
              tuple("q", Verdict.UNVERIFIED),
              tuple("r", Verdict.SUPPORTED),
              tuple("assumed", Verdict.UNVERIFIED),
              tuple("stopped", Verdict.SUPPORTED),
              tuple("opposite", Verdict.UNVERIFIED),
              tuple("certain", Verdict.SUPPORTED));
      assertThat(evaluation.fires(Element.evidence("p/evidence/s"))).isEqualTo(1);
      assertThat(evaluation.supposed("p")).contains(Supposition.REJECTED);
      assertThat(evaluation.supposed("q")).isEmpty();
    }

    @Test
    void letsTheNeighboursSeeAClaimOpen() {
      Evaluation evaluation =
          Options.DEFAULT.suppose(Map.of("p", Supposition.OPEN)).evaluator().evaluate(graph);

      assertThat(evaluation.claimIds(Verdict.SUPPORTED))
          .containsExactly("assumed", "stopped", "certain");
      assertThat(evaluation.claimIds(Verdict.UNVERIFIED))
          .containsExactly("p", "q", "r", "opposite");
    }

    @Test
    void acceptsAClaimAgainstWhateverSpeaksAgainstIt() {
      ClaimGraph refuted =
          graph(claim("c").evidence(refuting("s")), claim("d").contradicts("c"), source("s"));

      Evaluation evaluation =
          Options.DEFAULT.suppose(Map.of("c", Supposition.ACCEPTED)).evaluator().evaluate(refuted);

      assertThat(evaluation.verdict("c")).isEqualTo(Verdict.SUPPORTED);
      assertThat(evaluation.verdict("d")).isEqualTo(Verdict.REFUTED);
      assertThat(evaluation.caseAgainst("c")).isEqualTo(new Chance(0, 0));
    }

    @Test
    void leavesAQualificationWhereItWas() {
      Evaluation evaluation =
          Options.DEFAULT.suppose(Map.of("p", Supposition.ACCEPTED)).evaluator().evaluate(graph);

      assertThat(evaluation.verdict("p")).isEqualTo(Verdict.MISLEADING);
    }

    @Test
    void takesTheLastOfTwoSuppositionsOfOneClaim() {
      Evaluation evaluation = Evaluator.builder()
          .suppose("p", Supposition.ACCEPTED)
          .suppose("p", Supposition.OPEN)
          .build()
          .evaluate(graph);

      assertThat(evaluation.supposed("p")).contains(Supposition.OPEN);
      assertThat(evaluation.verdict("p")).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void breaksAnAttackRing() {
      ClaimGraph ring = graph(
          claim("a").evidence(evidence("s")).inference(against("c")),
          claim("b").evidence(evidence("s")).inference(against("a")),
          claim("c").evidence(evidence("s")).inference(against("b")),
          source("s"));

      Evaluation evaluation =
          Options.DEFAULT.suppose(Map.of("a", Supposition.REJECTED)).evaluator().evaluate(ring);

      assertThat(evaluation.judgements())
          .extracting(Judgement::verdict)
          .containsExactly(Verdict.REFUTED, Verdict.SUPPORTED, Verdict.CONFLICTING);
    }

    @Test
    void refusesAClaimThatTheGraphDoesNotHave() {
      Evaluator evaluator =
          Evaluator.builder().suppose("certian", Supposition.OPEN).build();

      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> evaluator.evaluate(graph))
          .withMessage("no claim 'certian'. Did you mean 'certain'?");
    }
  }

  @Nested
  class WhenTheThreadIsInterrupted {

    @AfterEach
    void clear() {
      Thread.interrupted();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"chain", "ring"})
    void stopsAndLeavesTheThreadInterrupted(String shape) {
      ClaimGraph graph = shape.equals("ring")
          ? graph(claim("a").inference(step("b")), claim("b").inference(step("a")))
          : graph(claim("a").inference(step("b")), claim("b"));
      CompiledGraph compiled = CompiledGraph.of(graph);
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> Evaluator.usual().evaluate(compiled))
          .withMessage("stopped: the thread was interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }

  /** Against the meaning as {@link AlternatingFixpoint} writes it down. */
  @Nested
  class OfARandomGraph {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.EvaluatorTest#someSeeds")
    void findsTheWellFoundedModel(long firstSeed) {
      compare(firstSeed);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.EvaluatorTest#manySeeds")
    void findsTheWellFoundedModelOfMillions(long firstSeed) {
      compare(firstSeed);
    }
  }

  static LongStream someSeeds() {
    return LongStream.range(0, 15).map(i -> i * GRAPHS_A_TEST);
  }

  static LongStream manySeeds() {
    return LongStream.range(1000, 3000).map(i -> i * GRAPHS_A_TEST);
  }

  private static void compare(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS_A_TEST; seed++) {
      ClaimGraph graph =
          seed % 4 == 3 ? RandomClaimGraphs.loose(seed) : RandomClaimGraphs.graph(seed);
      CompiledGraph compiled = CompiledGraph.of(graph);
      for (ReviewPolicy reviews : ReviewPolicy.values()) {
        Options options = RandomClaimGraphs.options(graph, reviews, seed);
        assertThat(findings(options.evaluator().evaluate(compiled)))
            .as("graph %s, %s", seed, options)
            .isEqualTo(findings(graph, AlternatingFixpoint.of(graph, options)));
      }
    }
  }

  /** Everything that an evaluation says, a line each. */
  private static List<String> findings(Evaluation evaluation) {
    List<String> all = new ArrayList<>();
    for (Claim claim : evaluation.graph().claims()) {
      String id = claim.id();
      all.add(claim + " " + evaluation.verdict(id) + " " + evaluation.belief(id));
      all.add("for " + evaluation.caseFor(id) + " against " + evaluation.caseAgainst(id));
      for (Element line : evaluation.graph().lines(id)) {
        all.add(line + " " + new Chance(evaluation.fires(line), evaluation.undecided(line)));
      }
    }
    for (Source source : evaluation.graph().sources()) {
      all.add(source + " " + evaluation.right(source.id()));
    }
    return all;
  }

  private static List<String> findings(ClaimGraph graph, AlternatingFixpoint model) {
    List<String> all = new ArrayList<>();
    for (Claim claim : graph.claims()) {
      String id = claim.id();
      all.add(claim + " " + model.verdict(id) + " " + model.belief(id));
      all.add("for " + chance(model.caseFor(id)) + " against " + chance(model.caseAgainst(id)));
      for (Element line : graph.lines(id)) {
        all.add(line + " " + chance(model.fires(line)));
      }
    }
    for (Source source : graph.sources()) {
      all.add(source + (model.right(source.id()) ? " 1.0" : " 0.0"));
    }
    return all;
  }

  private static Chance chance(Truth truth) {
    return new Chance(truth == Truth.TRUE ? 1 : 0, truth == Truth.UNDEFINED ? 1 : 0);
  }
}
