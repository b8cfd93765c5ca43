package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.TimeLimitException;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.ClaimSearch;
import org.claimtrace.sensitivity.Flips;
import org.claimtrace.sensitivity.Pivots;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceDependence;
import org.claimtrace.sensitivity.SourceInfluence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

  private static final Duration NO_TIME = Duration.ofNanos(1);
  private static final ClaimGraph GRAPH =
      graph(source("s").reliability(.8), claim("a").evidence(evidence("s")));

  private static void assertStopped(ThrowingCallable work) {
    assertThatExceptionOfType(TimeLimitException.class)
        .isThrownBy(work)
        .withMessage("stopped: it takes longer than the time limit of 1.0E-9 s")
        .satisfies(stopped -> assertThat(stopped.limit()).isEqualTo(NO_TIME));
  }

  @Test
  void stopsAnEvaluation() {
    Evaluator evaluator = Evaluator.builder().timeLimit(NO_TIME).build();
    assertStopped(() -> evaluator.evaluate(GRAPH));
    assertStopped(() -> evaluator.evaluate(CompiledGraph.of(GRAPH)));
  }

  /** The workers of a sampled evaluation have the time of the one who asked. */
  @Test
  void stopsASampledEvaluation() {
    Evaluator evaluator =
        Evaluator.builder().nodeBudget(0).worlds(1 << 14).timeLimit(NO_TIME).build();
    assertStopped(() -> evaluator.evaluate(GRAPH));
  }

  @Test
  void changesNothingThatIsDoneInTime() {
    Evaluation evaluation =
        Evaluator.builder().timeLimit(Duration.ofDays(1)).build().evaluate(GRAPH);
    assertThat(Findings.of(evaluation)).isEqualTo(Findings.of(Evaluator.usual().evaluate(GRAPH)));
    assertThat(evaluation.timeLimit()).contains(Duration.ofDays(1));
    assertThat(evaluation.verdict("a")).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void goesWithTheOptionsOfAnEvaluation() {
    Evaluation evaluation =
        Evaluator.builder().timeLimit(Duration.ofDays(1)).build().evaluate(GRAPH);
    assertThat(evaluation.evaluator().build().evaluate(GRAPH).timeLimit())
        .contains(Duration.ofDays(1));
    assertThat(evaluation.whatIf().scenario().discredit("s").evaluate().timeLimit())
        .contains(Duration.ofDays(1));
    assertThat(Evaluator.usual().evaluate(GRAPH).timeLimit()).isEmpty();
  }

  /** An evaluation made in time, asked again by an evaluator that has none: as a scenario of it. */
  @Test
  void stopsAScenario() {
    Evaluation evaluation = Evaluator.usual().evaluate(GRAPH);
    Evaluation hurried = new Evaluation(
        evaluation.compiled(),
        Evaluator.builder().timeLimit(NO_TIME).build(),
        evaluation.circumstances(),
        evaluation.grades(),
        evaluation.computation(),
        evaluation.outcome());
    Scenario scenario = hurried.whatIf().scenario();
    assertStopped(() -> scenario.discredit("s").evaluate());
    assertStopped(() -> scenario.add("a", Evidence.builder("s").id("x").build()).evaluate());
    assertStopped(() -> hurried.verdictsWithout(List.of("s")));
    assertStopped(() -> hurried.dependence("a").beliefs(List.of(ImmutableMap.of())));
    assertStopped(() -> SourceDependence.of(hurried, "a"));
    assertStopped(() -> Pivots.of(hurried, "a"));
    assertStopped(() -> Flips.of(hurried, "a"));
    assertStopped(() -> Sensitivity.of(hurried, "a"));
    assertStopped(() -> SourceInfluence.of(hurried));
    assertStopped(() -> Explanation.of(hurried, "a"));
    assertStopped(() -> Explanations.of(hurried, List.of("a")));
    assertStopped(() -> Chains.of(hurried, "a").best(1));
    assertStopped(() -> Contrast.of(hurried, "a", Verdict.REFUTED));
    assertStopped(
        () -> ReviewCheck.of(GRAPH, Evaluator.builder().timeLimit(NO_TIME).build()));
    Evaluation other = Evaluator.builder()
        .suppose("a", Supposition.REJECTED)
        .build()
        .evaluate(graph(source("s").reliability(.7), claim("a").evidence(evidence("s"))));
    assertStopped(() -> Changes.between(hurried, other));
    assertStopped(() -> History.of(hurried, "a"));
    assertStopped(() -> hurried.withoutReviewsOf("a"));
    assertStopped(() -> ClaimSearch.in(hurried).meets("a", ClaimCondition.restsOn("s")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void isSomeTime(String limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Evaluator.builder().timeLimit(Duration.parse(limit)))
        .withMessage("a time limit of " + Duration.parse(limit));
  }
}
