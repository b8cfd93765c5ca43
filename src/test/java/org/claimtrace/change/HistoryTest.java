package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.LongStream;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.change.History.Moment;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

  private static final Style ENGLISH = Style.builder().language("en").build();
  private static final Belief OPEN = new Belief(0, 0, 0, 1, 0);
  private static final Belief YES = new Belief(1, 0, 0, 0, 0);

  private static final ClaimGraph GRAPH = graph(
      claim("c")
          .evidence(evidence("paper"))
          .inference(against("p").date("2026").id("no").overrides("c/evidence/paper")),
      claim("p").evidence(evidence("letter")),
      claim("elsewhere").evidence(evidence("paper").date("1999")),
      source("paper").published("2024-05").retracted(Retraction.builder("2026-03-01")),
      source("letter").published("2025"));

  private static Moment moment(String from, Verdict verdict, Belief belief, Element begins) {
    return new Moment(
        Optional.of(PartialDate.parse(from)),
        verdict,
        belief,
        ImmutableList.of(begins),
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty());
  }

  @Test
  void hasEveryDateInTheConeOfTheClaimAndNoOther() {
    History history = History.of(Evaluator.usual().evaluate(GRAPH), "c");
    assertThat(history.moments())
        .extracting(Moment::from)
        .containsExactly(
            Optional.empty(),
            Optional.of(PartialDate.parse("2024-05")),
            Optional.of(PartialDate.parse("2025")),
            Optional.of(PartialDate.parse("2026")),
            Optional.of(PartialDate.parse("2026-03-01")));
    assertThat(history.moments().get(0))
        .isEqualTo(new Moment(
            Optional.empty(),
            Verdict.UNVERIFIED,
            OPEN,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            Optional.empty()));
    assertThat(history.moments().get(2))
        .isEqualTo(moment("2025", Verdict.SUPPORTED, YES, Element.evidence("p/evidence/letter")));
    assertThat(history.moments().get(4).retracted()).containsExactly("paper");
    assertThat(history.changes())
        .extracting(Moment::verdict)
        .containsExactly(Verdict.SUPPORTED, Verdict.REFUTED);
    assertThat(history.moments().get(3).change().orElseThrow().sufficient())
        .containsExactly(new LinePresence(
            Kind.BEGAN, Element.inference("no"), "c", Optional.of(PartialDate.parse("2026"))));
    assertThat(history.toText(ENGLISH)).isEqualTo("""
        c

        ? At first: Unverified

        ✓ May 2024: Supported
          New as of May 2024: “paper” [1], as a source for it.

        ✗ 2026: Refuted
          New as of 2026: a step against it, from “p”.
          On 2 other dates something was added or retracted, and the verdict stayed.

        Sources
          [1] “paper”, May 2024
              It was retracted on 1 March 2026.
        """);
    assertThat(history.toText(Style.builder().language("en").all(true).build())).isEqualTo("""
        c

        ? At first: Unverified

        ✓ May 2024: Supported
          New as of May 2024: “paper” [1], as a source for it.

        ✓ 2025: still Supported
          • New: “letter” [2], as a source for “p”.

        ✗ 2026: Refuted
          New as of 2026: a step against it, from “p”.

        ✗ 1 March 2026: still Refuted
          • “paper” [1] was retracted on 1 March 2026.

        Sources
          [1] “paper”, May 2024
              It was retracted on 1 March 2026.
          [2] “letter”, 2025
        """);
  }

  @Test
  void endsWithTheDateOfTheEvaluation() {
    Evaluation evaluation =
        Evaluator.builder().asOf(PartialDate.parse("2025-06")).build().evaluate(GRAPH);
    // The step from p does not exist then, so the history has no dates of lines on p either.
    assertThat(History.of(evaluation, "c").moments())
        .extracting(Moment::from)
        .containsExactly(Optional.empty(), Optional.of(PartialDate.parse("2024-05")));
  }

  @Test
  void joinsDatesThatBeginOnTheSameDay() {
    ClaimGraph graph = graph(
        claim("c").evidence(evidence("s").date("2026")).evidence(evidence("t").date("2026-01-01")),
        source("s"),
        source("t"));
    History history = History.of(Evaluator.usual().evaluate(graph), "c");
    assertThat(history.moments()).hasSize(2);
    assertThat(history.moments().get(1).from()).contains(PartialDate.parse("2026-01-01"));
    assertThat(history.moments().get(1).begins()).hasSize(2);
  }

  @Test
  void reportsThatNothingIsDated() {
    ClaimGraph graph = graph(claim("c").evidence(evidence("s")), source("s"));
    History history = History.of(Evaluator.usual().evaluate(graph), "c");
    assertThat(history).hasToString("history of claim 'c': 1 moments");
    assertThat(history.toMarkdown(ENGLISH)).isEqualTo("""
        # c

        Nothing that bears on it has a date.

        **✓ At first: Supported**
        """);
    assertThatThrownBy(() -> History.of(history.evaluation(), "d"))
        .isInstanceOf(UnknownIdException.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsEvaluationsOfTheWholeGraphAsOfEachDate(long seed) {
    ClaimGraph graph = RandomClaimGraphs.graph(seed);
    Evaluation now = Evaluator.usual().evaluate(graph);
    for (Claim claim : graph.claims()) {
      History history = History.of(now, claim.id());
      for (Moment moment : history.moments()) {
        PartialDate day = moment
            .from()
            .map(from -> PartialDate.of(from.firstDay()))
            .orElse(PartialDate.parse("1000"));
        boolean isUndated = history.moments().size() == 1;
        Evaluation then =
            isUndated ? now : Evaluator.builder().asOf(day).build().evaluate(graph);
        assertThat(moment.verdict()).isEqualTo(then.verdict(claim.id()));
      }
      Moment last = history.moments().get(history.moments().size() - 1);
      assertThat(last.verdict()).isEqualTo(now.verdict(claim.id()));
    }
  }

  @Test
  void tellsWhenAStatementIsWithdrawnAndWhenALaterReviewTakesThePlaceOfAnEarlierOne() {
    ClaimGraph graph = graph(
        claim("c")
            .evidence(evidence("paper").date("2020").retracted(Retraction.builder("2022-05"))),
        claim("d")
            .review(Review.builder("desk", Verdict.SUPPORTED).date("2019"))
            .review(Review.builder("desk", Verdict.REFUTED).date("2024")),
        source("paper"),
        source("desk"));
    Evaluation evaluation = Evaluator.usual().evaluate(graph);
    History withdrawn = History.of(evaluation, "c");
    assertThat(withdrawn.moments().get(2).withdrawn())
        .containsExactly(Element.evidence("c/evidence/paper"));
    assertThat(withdrawn.toText(ENGLISH)).isEqualTo("""
        c

        ? At first: Unverified

        ✓ 2020: Supported
          New as of 2020: “paper” [1], as a source for it.

        ? May 2022: Unverified
          What “paper” [1] says about it was withdrawn (May 2022).

        Sources
          [1] “paper”
        """);
    assertThat(History.of(evaluation, "d").toText(ENGLISH)).isEqualTo("""
        d

        ? At first: Unverified

        ✓ 2019: Supported
          New as of 2019: the verdict on it by “desk” [1], entered here as “Supported”.

        ✗ 2024: Refuted
          The verdict of “desk” [1] is now entered as “Refuted”; before, as “Supported”.

        Sources
          [1] “desk”
        """);
  }

  /** As of a day between its two reviews, a claim has only the first of them, which keeps its own words. */
  @Test
  void asOfADayBetweenTwoReviewsOnlyTheFirstIsTold() {
    ClaimGraph graph = graph(
        claim("d")
            .review(Review.builder("desk", Verdict.SUPPORTED).date("2019"))
            .review(Review.builder("desk", Verdict.REFUTED).date("2024")),
        source("desk"));
    Evaluation then =
        Evaluator.builder().asOf(PartialDate.parse("2020")).build().evaluate(graph);
    assertThat(History.of(then, "d").toText(ENGLISH)).isEqualTo("""
        d

        ? At first: Unverified

        ✓ 2019: Supported
          New as of 2019: the verdict on it by “desk” [1], entered here as “Supported”.

        Sources
          [1] “desk”
        """);
  }
}
