package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {

  private static final Style ENGLISH = Style.builder().language("en").width(200).build();
  private static final Style CHINESE = Style.builder().language("zh").width(200).build();
  private static final Belief YES = new Belief(1, 0, 0, 0, 0);
  private static final Belief OPEN = new Belief(0, 0, 0, 1, 0);

  private static Evaluation evaluated(ClaimGraph graph) {
    return Evaluator.usual().evaluate(graph);
  }

  private static Difference presence(Kind kind, Element line) {
    return new LinePresence(kind, line, "c", Optional.empty());
  }

  private static <T> Difference ofLine(
      Attribute<LineDraft, T> attribute, Element line, T before, T after) {
    return AttributeChange.ofLine(attribute, line, "c", before, after);
  }

  private static Difference ofParts(ImmutableList<String> before, ImmutableList<String> after) {
    return AttributeChange.ofLine(Attribute.PARTS, Element.claim("c"), "c", before, after);
  }

  private static ClaimGraph made(Claim.Builder claim, Claim.Builder... others) {
    ClaimGraph.Builder graph = ClaimGraph.builder("graph").title("Graph").claim(claim);
    Stream.of(others).forEach(graph::claim);
    return graph.source(source("s")).build();
  }

  private static ImmutableList<String> list(String... words) {
    return ImmutableList.copyOf(words);
  }

  /** Returns the lines of text below the claim of the first verdict that differs. */
  private static String told(Changes changes, Style style) {
    return changes
        .toText(style)
        .lines()
        .dropWhile(line -> !line.contains(" → "))
        .takeWhile(line -> !line.isEmpty())
        .skip(2)
        .map(String::strip)
        .reduce((one, other) -> one + " | " + other)
        .orElse("");
  }

  private static Arguments one(
      Object before, Object after, Difference difference, String english, String chinese) {
    return Arguments.of(difference.kind(), before, after, difference, english, chinese);
  }

  private static ClaimGraph with(Claim.Builder claim, Source.Builder... sources) {
    ClaimGraph.Builder graph = ClaimGraph.builder("graph").title("Graph").claim(claim);
    graph.claim("p", "The dam is sound.").claim("q", "It rained");
    Stream.of(sources).forEach(graph::source);
    if (sources.length == 0) {
      graph.source(source("s")).source(source("t"));
    }
    return graph.build();
  }

  private static ClaimGraph leaning(Inference.Builder step, Claim.Builder... others) {
    ClaimGraph.Builder graph =
        ClaimGraph.builder("graph").title("Graph").claim(claim("c").inference(step));
    Stream.of(others).forEach(graph::claim);
    return graph.source(source("s")).build();
  }

  static Stream<Arguments> each() {
    Claim.Builder p = Claim.builder("p").text("The dam is sound.").evidence(evidence("s"));
    Claim.Builder q = Claim.builder("q").text("It rained").evidence(evidence("s"));
    Claim.Builder bare = Claim.builder("q").text("It rained");
    return Stream.of(
        one(
            with(claim("c")),
            with(claim("c").evidence(evidence("s"))),
            presence(Kind.ADDED, Element.evidence("c/evidence/s")),
            "New: “s” [1], as a source for it.",
            "新增支持它的来源：“s [en]”[1]。"),
        one(
            with(claim("c").evidence(refuting("s"))),
            with(claim("c")),
            presence(Kind.REMOVED, Element.evidence("c/evidence/s")),
            "Removed: “s” [1], as a source against it.",
            ""),
        one(
            with(claim("c").evidence(evidence("s"))),
            with(claim("c").evidence(evidence("s")).evidence(qualifying("t"))),
            presence(Kind.ADDED, Element.evidence("c/evidence/t")),
            "New: “t” [1], as a source for what it leaves out.",
            ""),
        one(
            leaning(step("p"), p, q),
            leaning(Inference.builder("p").note("A leap!"), p, q).toBuilder()
                .allClaims(ImmutableList.of(
                    claim("c")
                        .inference(step("p"))
                        .inference(against("q").id("no"))
                        .build(),
                    p.build(),
                    q.build()))
                .build(),
            presence(Kind.ADDED, Element.inference("no")),
            "New: a step against it, from “It rained”.",
            ""),
        one(
            with(claim("c")),
            with(claim("c").review(Review.builder("s", Verdict.REFUTED))),
            presence(Kind.ADDED, Element.review("c/reviews/s")),
            "New: the verdict on it by “s” [1], entered here as “Refuted”.",
            ""),
        one(
            with(claim("c").evidence(evidence("s"))),
            with(claim("c").evidence(refuting("s"))),
            ofLine(
                Attribute.STANCE,
                Element.evidence("c/evidence/s"),
                Stance.SUPPORTS,
                Stance.REFUTES),
            "“s” [1] is now against it; before, it was for it.",
            ""),
        one(
            with(claim("c").evidence(evidence("s"))),
            with(claim("c").evidence(evidence("s").strength("unlikely"))),
            ofLine(
                Attribute.STRENGTH,
                Element.evidence("c/evidence/s"),
                Grade.ONE,
                Grade.findStrength("unlikely").orElseThrow()),
            "“s” [1] is now given the strength unlikely; before, it was 1.",
            ""),
        one(
            with(
                claim("c").evidence(evidence("s").id("e")),
                source("s"),
                source("t").reliability("E")),
            with(
                claim("c").evidence(evidence("t").id("e")),
                source("s"),
                source("t").reliability("E")),
            ofLine(Attribute.SOURCE, Element.evidence("e"), "s", "t"),
            "“t” [1] is now cited instead of “s” [2].",
            ""),
        one(
            with(claim("c").evidence(evidence("s")), source("s"), source("t").reliability("E")),
            with(
                claim("c").evidence(evidence("s").via("t")),
                source("s"),
                source("t").reliability("E")),
            ofLine(Attribute.RELAYS, Element.evidence("c/evidence/s"), list(), list("t")),
            "“s” [1] is now known only through “t” [2].",
            ""),
        one(
            leaning(step("p"), p, bare),
            leaning(step("p", "q"), p, bare),
            ofLine(
                Attribute.PREMISES,
                Element.inference("c/inference"),
                ImmutableList.of(Premise.of("p")),
                ImmutableList.of(Premise.of("p"), Premise.of("q"))),
            "The step from “The dam is sound” now also needs “It rained”.",
            ""),
        one(
            leaning(Inference.builder().allPremises(ImmutableList.of(Premise.not("p"))), p),
            leaning(step("p"), p),
            ofLine(
                Attribute.PREMISES,
                Element.inference("c/inference"),
                ImmutableList.of(Premise.not("p")),
                ImmutableList.of(Premise.of("p"))),
            "The step from “The dam is sound” being false now also needs “The dam is sound”. The step from"
                + " “The dam is sound” being false no longer needs “The dam is sound” being false.",
            ""),
        one(
            leaning(step("p"), p, Claim.builder("q").text("It rained").evidence(refuting("s"))),
            leaning(
                step("p").assuming("q").note("As dams do."),
                p,
                Claim.builder("q").text("It rained").evidence(refuting("s"))),
            ofLine(Attribute.ASSUMING, Element.inference("c/inference"), list(), list("q")),
            "The step from “The dam is sound” now takes “It rained” for granted.",
            ""),
        one(
            leaning(step("p").unless("q"), p, q),
            leaning(step("p"), p, q),
            ofLine(Attribute.UNLESS, Element.inference("c/inference"), list("q"), list()),
            "The step from “The dam is sound” no longer stops if “It rained” is accepted.",
            ""),
        one(
            with(claim("c").evidence(evidence("s")).evidence(refuting("t"))),
            with(claim("c")
                .evidence(evidence("s"))
                .evidence(refuting("t").overrides("c/evidence/s"))),
            ofLine(
                Attribute.OVERRIDES,
                Element.evidence("c/evidence/t"),
                list(),
                list("c/evidence/s")),
            "“t” [1] now settles the matter against “s” [2].",
            ""),
        one(
            with(claim("c").review(Review.builder("s", Verdict.REFUTED))),
            with(claim("c").review(Review.builder("s", Verdict.SUPPORTED))),
            ofLine(
                Attribute.PUBLISHED_VERDICT,
                Element.review("c/reviews/s"),
                Review.builder("s", Verdict.REFUTED).build(),
                Review.builder("s", Verdict.SUPPORTED).build()),
            "The verdict of “s” [1] is now entered as “Supported”; before, as “Refuted”.",
            ""),
        one(
            with(claim("c").review(Review.builder("s").label("Pants on fire!"))),
            with(claim("c").review(Review.builder("s", Verdict.REFUTED))),
            ofLine(
                Attribute.PUBLISHED_VERDICT,
                Element.review("c/reviews/s"),
                Review.builder("s").label("Pants on fire!").build(),
                Review.builder("s", Verdict.REFUTED).build()),
            "The verdict of “s” [1] is now entered as “Refuted”; before, it was not entered as any verdict.",
            "“s（en）”[1]发布的结论现在记为“不实”，原来没有对应的结论。"),
        one(
            with(claim("c").review(Review.builder("s", Verdict.REFUTED).date("2024"))),
            with(claim("c")
                .review(Review.builder("s", Verdict.REFUTED).date("2024"))
                .review(Review.builder("s").label("Under review").date("2025"))),
            ofLine(
                Attribute.PUBLISHED_VERDICT,
                Element.review("c/reviews/s"),
                Review.builder("s", Verdict.REFUTED).date("2024").build(),
                Review.builder("s").label("Under review").date("2025").build()),
            "The verdict of “s” [1] does not count any more:"
                + " what it says now, “Under review”, is not entered as any verdict.",
            "“s（en）”[1]发布的结论不再计入：现在的说法“Under review”没有对应的结论。"),
        one(
            with(claim("c").review(Review.builder("s", Verdict.REFUTED).date("2024"))),
            with(claim("c")
                .review(Review.builder("s", Verdict.REFUTED).date("2024"))
                .review(Review.builder("s", Verdict.SUPPORTED).date("2025"))),
            ofLine(
                Attribute.PUBLISHED_VERDICT,
                Element.review("c/reviews/s"),
                Review.builder("s", Verdict.REFUTED).date("2024").build(),
                Review.builder("s", Verdict.SUPPORTED).date("2025").build()),
            "The verdict of “s” [1] is now entered as “Supported”; before, as “Refuted”.",
            ""),
        one(
            with(claim("c").evidence(evidence("s")), source("s").reliability("E")),
            with(claim("c").evidence(evidence("s").exhibit(true)), source("s").reliability("E")),
            ofLine(Attribute.EXHIBIT, Element.evidence("c/evidence/s"), false, true),
            "“s” [1] now counts as an exhibit, right or not.",
            "“s（en）”[1]现在作为原件出示，说得对不对都算数。"),
        one(
            with(claim("c").evidence(evidence("s").exhibit(true)), source("s").reliability("E")),
            with(claim("c").evidence(evidence("s")), source("s").reliability("E")),
            ofLine(Attribute.EXHIBIT, Element.evidence("c/evidence/s"), true, false),
            "“s” [1] no longer counts as an exhibit, but only if right.",
            "“s（en）”[1]不再作为原件出示，说得对才算数。"),
        one(
            with(
                claim("c").evidence(evidence("s")),
                source("s").derivedFrom("t"),
                source("t").reliability("E")),
            with(
                claim("c").evidence(evidence("s").derivedFrom()),
                source("s").derivedFrom("t"),
                source("t").reliability("E")),
            ofLine(
                Attribute.STATEMENT_ORIGINS,
                Element.evidence("c/evidence/s"),
                new StatementOrigins(Optional.empty(), list("t")),
                new StatementOrigins(Optional.of(list()), list())),
            "What “s” [1] says about it now counts as its own report, not as a copy of “t” [2].",
            "“s（en）”[1]关于它的说法现在算作自己的报道，不再是转述“t（en）”[2]。"),
        one(
            with(claim("c").evidence(evidence("s")), source("s"), source("t").reliability("E")),
            with(
                claim("c").evidence(evidence("s").derivedFrom("t")),
                source("s"),
                source("t").reliability("E")),
            ofLine(
                Attribute.STATEMENT_ORIGINS,
                Element.evidence("c/evidence/s"),
                new StatementOrigins(Optional.empty(), list()),
                new StatementOrigins(Optional.of(list("t")), list("t"))),
            "What “s” [1] says about it now counts as a copy of “t” [2].",
            "“s（en）”[1]关于它的说法现在只算转述“t（en）”[2]。"),
        one(
            with(claim("c").evidence(evidence("s"))),
            with(claim("c").evidence(evidence("s").retracted(Retraction.builder("2026-02")))),
            ofLine(
                Attribute.WITHDRAWN,
                Element.evidence("c/evidence/s"),
                Optional.empty(),
                Optional.of(PartialDate.parse("2026-02"))),
            "What “s” [1] says about it was withdrawn (February 2026).",
            "“s（en）”[1]于 2026 年 2 月撤回了关于它的说法。"),
        one(
            with(claim("c").evidence(evidence("s").retracted(Retraction.builder("2026-02")))),
            with(claim("c").evidence(evidence("s"))),
            ofLine(
                Attribute.WITHDRAWN,
                Element.evidence("c/evidence/s"),
                Optional.of(PartialDate.parse("2026-02")),
                Optional.empty()),
            "The withdrawal of what “s” [1] says about it does not count any more.",
            "“s（en）”[1]对有关它的说法的撤回不再计入。"),
        one(
            made(claim("c").parts("p"), p, bare),
            made(claim("c").parts("p", "q"), p, bare),
            ofParts(list("p"), list("p", "q")),
            "Now a part of it: “It rained”.",
            "“It rained（en）”现在是它的组成部分。"),
        one(
            made(claim("c").parts("p", "q"), p, bare),
            made(claim("c").parts("p"), p, bare),
            ofParts(list("p", "q"), list("p")),
            "No longer a part of it: “It rained”.",
            "“It rained（en）”不再是它的组成部分。"),
        one(
            made(claim("c").evidence(evidence("s")).contradicts("p"), p, bare),
            made(
                claim("c").evidence(evidence("s").overrides("p/evidence/s")).contradicts("p"),
                p,
                bare),
            ofLine(
                Attribute.OVERRIDES,
                Element.evidence("c/evidence/s"),
                list(),
                list("p/evidence/s")),
            "“s” [1] now settles the matter against “s” [1] (on “The dam is sound”).",
            "“s（en）”[1]现在取代“s（en）”[1]（关于“The dam is sound.（en）”）。"),
        one(
            with(claim("c").evidence(evidence("s")), source("s").reliability("B")),
            with(claim("c").evidence(evidence("s")), source("s").reliability(Grade.of(.3))),
            AttributeChange.ofSource(
                Attribute.RELIABILITY, "s", Grade.findReliability("B").orElseThrow(), Grade.of(.3)),
            "“s” [1] is now given the reliability 0.3; before, it was B.",
            ""),
        one(
            with(claim("c").evidence(evidence("s")), source("s"), source("t").reliability("E")),
            with(
                claim("c").evidence(evidence("s")),
                source("s").derivedFrom("t"),
                source("t").reliability("E")),
            AttributeChange.ofSource(Attribute.DERIVED_FROM, "s", list(), list("t")),
            "“s” [1] now counts as a copy of “t” [2].",
            ""),
        one(
            with(
                claim("c").evidence(evidence("s")),
                source("s").readIn("t"),
                source("t").reliability("E")),
            with(claim("c").evidence(evidence("s")), source("s"), source("t").reliability("E")),
            AttributeChange.ofSource(Attribute.READ_IN, "s", list("t"), list()),
            "“s” [1] is no longer known only through “t” [2].",
            ""),
        one(
            with(claim("c").evidence(evidence("s")), source("s")),
            with(
                claim("c").evidence(evidence("s")),
                source("s").retracted(Retraction.builder("2026-02"))),
            AttributeChange.ofSource(
                Attribute.RETRACTED,
                "s",
                Optional.empty(),
                Optional.of(PartialDate.parse("2026-02"))),
            "“s” [1] was retracted in February 2026.",
            ""),
        one(
            leaning(step("p"), p, q),
            leaning(step("p"), p, q).toBuilder()
                .allClaims(ImmutableList.of(
                    claim("c").inference(step("p")).contradicts("q").build(), p.build(), q.build()))
                .build(),
            new ContradictionChange("c", "q", true),
            "It now counts that “c” and “It rained” cannot both be true.",
            ""));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("each")
  void aDifferenceOfEachKindIsFoundAndRendered(
      Kind kind,
      ClaimGraph before,
      ClaimGraph after,
      Difference difference,
      String english,
      String chinese) {
    Changes changes = Changes.between(evaluated(before), evaluated(after));
    VerdictChange change = changes.changed().get(0);
    assertThat(change.claimId()).isEqualTo("c");
    assertThat(difference.kind()).isEqualTo(kind);
    assertThat(change.differences()).contains(difference);
    assertThat(change.causes()).containsExactly(new Cause(ImmutableList.of(difference), true));
    assertThat(change.sufficient()).containsExactly(difference);
    assertThat(told(changes, ENGLISH)).isEqualTo(english);
    if (!chinese.isEmpty()) {
      assertThat(told(changes, CHINESE)).isEqualTo(chinese.replace(" [en]", "（en）"));
    }
    // In the other direction, what was added is removed.
    Changes back = Changes.between(evaluated(after), evaluated(before));
    assertThat(back.changed().get(0).causes())
        .extracting(cause -> cause.differences().get(0).element())
        .containsExactly(difference.element());
  }

  @Nested
  class BetweenTwoDates {
    private final ClaimGraph graph = with(
        claim("c")
            .evidence(evidence("s").date("2025-03"))
            .evidence(refuting("t").date("2026").overrides("c/evidence/s")),
        source("s"),
        source("t"));

    private Evaluation asOf(String date) {
      return Evaluator.builder().asOf(PartialDate.parse(date)).build().evaluate(graph);
    }

    @Test
    void theCauseIsTheLineThatBeginsAndNotTheDate() {
      Changes changes = Changes.between(asOf("2025-02"), asOf("2025-03-01"));
      assertThat(changes.changed())
          .containsExactly(new VerdictChange(
              "c",
              Verdict.UNVERIFIED,
              Verdict.SUPPORTED,
              OPEN,
              YES,
              ImmutableList.of(began("s", "2025-03")),
              ImmutableList.of(new Cause(ImmutableList.of(began("s", "2025-03")), true)),
              ImmutableList.of(began("s", "2025-03")),
              ImmutableList.of(),
              1,
              0,
              Optional.empty()));
      assertThat(told(changes, ENGLISH))
          .isEqualTo("New as of March 2025: “s” [1], as a source for it.");
    }

    private Difference began(String source, String date) {
      return new LinePresence(
          Kind.BEGAN,
          Element.evidence("c/evidence/" + source),
          "c",
          Optional.of(PartialDate.parse(date)));
    }

    @Test
    void fromLaterToEarlierTheCauseIsTheLineThatDoesNotExistYet() {
      Changes changes = Changes.between(evaluated(graph), asOf("2025"));
      assertThat(changes.changed().get(0).causes())
          .containsExactly(new Cause(
              ImmutableList.of(new LinePresence(
                  Kind.NOT_YET,
                  Element.evidence("c/evidence/t"),
                  "c",
                  Optional.of(PartialDate.parse("2026")))),
              true));
      assertThat(told(changes, ENGLISH))
          .isEqualTo("Not there yet: “t” [1], as a source against it. It dates from 2026.");
    }
  }

  @Nested
  class BetweenTwoEvaluationsOfOneGraph {
    private final ClaimGraph graph = with(
        claim("c").evidence(evidence("s")).review(Review.builder("t", Verdict.REFUTED)),
        source("s").reliability(Grade.of(.7)),
        source("t"));

    private void assertCausedBy(
        Evaluator.Builder before, Evaluator.Builder after, Difference difference, String english) {
      Changes changes =
          Changes.between(before.build().evaluate(graph), after.build().evaluate(graph));
      assertThat(changes.changed()).hasSize(1);
      assertThat(changes.changed().get(0).differences()).containsExactly(difference);
      assertThat(changes.changed().get(0).sufficient()).containsExactly(difference);
      assertThat(changes.changed().get(0).necessary()).containsExactly(difference);
      assertThat(told(changes, ENGLISH)).isEqualTo(english);
    }

    @Test
    void theStandardIsADifference() {
      assertCausedBy(
          Evaluator.builder(),
          Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING),
          AttributeChange.ofOption(
              Attribute.STANDARD, Standard.PREPONDERANCE, Standard.CLEAR_AND_CONVINCING),
          "The standard is now clear and convincing; before, it was more likely than not.");
    }

    @Test
    void thePolicyForReviewsIsADifference() {
      assertCausedBy(
          Evaluator.builder(),
          Evaluator.builder().reviews(ReviewPolicy.REVIEWS_FIRST),
          AttributeChange.ofOption(
              Attribute.REVIEWS, ReviewPolicy.EVIDENCE_FIRST, ReviewPolicy.REVIEWS_FIRST),
          "Published verdicts now come first: a claim that has one is judged by it alone.");
    }

    @Test
    void readingGradesByLogicIsADifference() {
      assertCausedBy(
          Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING),
          Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING).byLogic(true),
          AttributeChange.ofOption(Attribute.BY_LOGIC, false, true),
          "Grades are now read as yes or no, and not as chances.");
    }

    @Test
    void aSuppositionIsADifference() {
      assertCausedBy(
          Evaluator.builder(),
          Evaluator.builder().suppose("c", Supposition.REJECTED),
          new SuppositionChange("c", Optional.empty(), Optional.of(Supposition.REJECTED)),
          "It is now supposed that “c” is rejected.");
    }

    @Test
    void aGradeOfAScenarioIsADifference() {
      Evaluation before = evaluated(graph);
      Changes changes =
          Changes.between(before, before.whatIf().scenario().discredit("s").evaluate());
      assertThat(changes.changed().get(0).causes())
          .containsExactly(new Cause(
              ImmutableList.of(
                  AttributeChange.ofSource(Attribute.RELIABILITY, "s", Grade.of(0.7), Grade.of(0))),
              true));
    }

    @Test
    void otherSampledWorldsAreADifference() {
      ClaimGraph even =
          with(claim("c").evidence(evidence("s")), source("s").reliability(Grade.of(.5)));
      Evaluation first = sampled(even, 0);
      long seed = 1;
      while (sampled(even, seed).verdict("c") == first.verdict("c")) {
        seed++;
      }
      VerdictChange change = VerdictChange.of(first, sampled(even, seed), "c");
      assertThat(change.sufficient())
          .containsExactly(
              AttributeChange.ofOption(Attribute.SAMPLING, sampling(0), sampling(seed)));
    }

    private Sampling sampling(long seed) {
      return new Sampling(OptionalInt.of(3), OptionalLong.of(seed));
    }

    private Evaluation sampled(ClaimGraph graph, long seed) {
      return Evaluator.builder().nodeBudget(0).worlds(3).seed(seed).build().evaluate(graph);
    }

    @Test
    void theOptionsMayMatterOnlyTogetherWithTheGraph() {
      ClaimGraph weaker = with(
          claim("c").evidence(evidence("s")), source("s").reliability(Grade.of(.8)), source("t"));
      ClaimGraph weakest = with(
          claim("c").evidence(evidence("s")), source("s").reliability(Grade.of(.7)), source("t"));
      Changes changes = Changes.between(
          evaluated(weaker),
          Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING).build().evaluate(weakest));
      VerdictChange change = changes.changed().get(0);
      assertThat(change.causes())
          .containsExactly(new Cause(
              ImmutableList.of(
                  AttributeChange.ofSource(
                      Attribute.RELIABILITY, "s", Grade.of(0.8), Grade.of(0.7)),
                  AttributeChange.ofOption(
                      Attribute.STANDARD, Standard.PREPONDERANCE, Standard.CLEAR_AND_CONVINCING)),
              true));
      assertThat(change.necessary()).isEqualTo(change.differences());
      assertThat(told(changes, ENGLISH))
          .isEqualTo(
              "It took these 2 changes together:"
                  + " | • “s” [1] is now given the reliability 0.7; before, it was 0.8."
                  + " | • The standard is now clear and convincing; before, it was more likely than not.");
      assertThat(told(changes, CHINESE))
          .isEqualTo("以下 2 处变化合在一起，结论才改变："
              + " | • “s（en）”[1]的可靠性现在是 0.7，原来是 0.8。"
              + " | • 证明标准现在是“明确可信”，原来是“更有可能”。");
    }
  }

  @Nested
  class WithSeveralCauses {
    @Test
    void eachIsListedAndNoneIsNecessary() {
      Changes changes = Changes.between(
          evaluated(with(claim("c"))),
          evaluated(with(claim("c").evidence(evidence("s")).evidence(evidence("t")))));
      VerdictChange change = changes.changed().get(0);
      assertThat(change.sufficient()).isEqualTo(change.differences()).hasSize(2);
      assertThat(change.necessary()).isEmpty();
      assertThat(change.isComplete()).isTrue();
      assertThat(told(changes, ENGLISH))
          .isEqualTo("Any one of these 2 changes would have been enough:"
              + " | • New: “s” [1], as a source for it. | • New: “t” [2], as a source for it.");
    }

    @Test
    void aLineThatSufficesAndAPairThatDoesAreBothListed() {
      Claim.Builder both = claim("c").evidence(evidence("s")).inference(step("p"));
      ClaimGraph.Builder after = ClaimGraph.builder("graph")
          .title("Graph")
          .claim(both)
          .claim(Claim.builder("p").text("It rained").evidence(evidence("t")))
          .source(source("s"))
          .source(source("t"));
      Changes changes = Changes.between(evaluated(with(claim("c"))), evaluated(after.build()));
      assertThat(told(changes, ENGLISH))
          .isEqualTo(
              "Any one of these 2 combinations would have been enough:"
                  + " | • New: “s” [1], as a source for it."
                  + " | • Together: New: a step towards it, from “It rained”. New: “t” [2], as a source for “It rained”.");
    }
  }

  @Nested
  class WhereAClaimIsNew {
    @Test
    void itComesWithItsLinesOnceAnInferenceReadsIt() {
      ClaimGraph before = graph(claim("c"), source("s"));
      ClaimGraph after = graph(
          claim("c").inference(step("new")),
          claim("new").inference(step("newer")),
          claim("newer").evidence(evidence("s")),
          source("s"));
      Changes changes = Changes.between(evaluated(before), evaluated(after));
      assertThat(changes.changed().get(0).differences())
          .containsExactly(presence(Kind.ADDED, Element.inference("c/inference")));
      assertThat(changes.added()).containsExactly("new", "newer");
      Changes back = Changes.between(evaluated(after), evaluated(before));
      assertThat(back.removed()).containsExactly("new", "newer");
      assertThat(back.changed().get(0).sufficient())
          .containsExactly(presence(Kind.REMOVED, Element.inference("c/inference")));
    }
  }

  @Nested
  class WhereALineMovedToAnotherClaim {
    @Test
    void aTrialMayHaveItOnBoth() {
      ClaimGraph before = graph(
          claim("c").inference(step("a")),
          claim("a").evidence(evidence("s").id("moved")),
          claim("b"),
          source("s"));
      ClaimGraph after = graph(
          claim("c").inference(step("a")).inference(against("b").id("no")),
          claim("a"),
          claim("b").evidence(evidence("s").id("moved")),
          source("s"));
      VerdictChange change =
          Changes.between(evaluated(before), evaluated(after)).changed().get(0);
      assertThat(change.before()).isEqualTo(Verdict.SUPPORTED);
      assertThat(change.after()).isEqualTo(Verdict.REFUTED);
      assertThat(change.causes()).hasSize(1);
      assertThat(change.causes().get(0).differences()).hasSize(3);
    }
  }

  @Nested
  class WhereTooManyDifferencesTakePart {
    private Evaluation side(int premises, boolean hold) {
      ImmutableList.Builder<Premise> all = ImmutableList.builder();
      ClaimGraph.Builder graph = ClaimGraph.builder("graph").title("Graph").source(source("s"));
      for (int i = 0; i < premises; i++) {
        all.add(Premise.of("p" + i));
      }
      graph.claim(claim("c").inference(Inference.builder().allPremises(all.build())));
      for (int i = 0; i < premises; i++) {
        graph.claim(hold ? claim("p" + i).evidence(evidence("s")) : claim("p" + i));
      }
      return evaluated(graph.build());
    }

    private VerdictChange change(int premises, int most) {
      return VerdictChange.of(side(premises, false), side(premises, true), "c", most);
    }

    @Test
    void oneCauseIsFoundByLeavingOutDifferences() {
      VerdictChange change = change(12, 100);
      assertThat(change.causes()).containsExactly(new Cause(change.differences(), false));
      assertThat(change.triedUpTo()).isEqualTo(2);
      assertThat(change.isComplete()).isFalse();
      assertThat(change.necessary()).isEqualTo(change.differences());
    }

    @Test
    void itIsMinimalIfAllItsSubsetsWereTried() {
      VerdictChange change = change(6, 64);
      assertThat(change.causes()).containsExactly(new Cause(change.differences(), true));
      assertThat(change.isComplete()).isTrue();
    }

    @Test
    void theTextReportsIt() {
      assertThat(told(Changes.between(side(14, false), side(14, true), 20), ENGLISH))
          .startsWith("It depends on “p0” and “p1”, and the verdicts on these changed too."
              + " | 14 changes bear on it, too many to try every combination. This is enough:"
              + " | • New: “s” [1], as a source for “p0”. | • New: “s” [1], as a source for “p1”.")
          .endsWith(" | • New: “s” [1], as a source for “p11”. | • … and 2 more");
    }
  }

  @Nested
  class OfTheSame {
    @Test
    void isNothing() {
      ClaimGraph same = with(claim("c").evidence(evidence("s")));
      Changes changes = Changes.between(evaluated(same), evaluated(same));
      assertThat(changes.isEmpty()).isTrue();
      assertThat(changes.toText(ENGLISH)).isEqualTo("What changed: Graph\nNothing changed.\n");
      assertThat(changes.toMarkdown(ENGLISH))
          .isEqualTo("# Corrections: Graph\n\nNothing changed.\n");
      assertThat(changes).hasToString("0 verdicts changed, 0 claims are new, 0 are gone");
    }

    @Test
    void hasNoCause() {
      Evaluation same = evaluated(with(claim("c")));
      assertThatThrownBy(() -> VerdictChange.of(same, same, "c"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the verdict on claim 'c' is unverified in both");
      assertThatThrownBy(() -> VerdictChange.of(same, same, "d"))
          .isInstanceOf(UnknownIdException.class);
    }
  }

  @Test
  void stopIfTheThreadIsInterrupted() {
    Evaluation before = evaluated(with(claim("c")));
    Evaluation after = evaluated(with(claim("c").evidence(evidence("s"))));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Changes.between(before, after))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
