package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloseCallTest {

  private static List<CloseCall> calls(Standard standard, ClaimGraph graph) {
    return Evaluator.builder().standard(standard).build().evaluate(graph).closeCalls("c");
  }

  private static CloseCall exactly(
      Quantity quantity, double value, double threshold, Verdict otherwise) {
    return new CloseCall(quantity, value, new Interval(value, value), threshold, otherwise);
  }

  @Nested
  class OfAnExactEvaluation {
    @Test
    void isACaseThatEqualsTheBurden() {
      ClaimGraph graph = graph(claim("c").evidence(evidence("s")), source("s").reliability(.5));
      assertThat(calls(Standard.PREPONDERANCE, graph))
          .containsExactly(exactly(Quantity.FOR, .5, .5, Verdict.SUPPORTED));
      assertThat(calls(Standard.CLEAR_AND_CONVINCING, graph)).isEmpty();
    }

    @Test
    void isACaseAgainstThatEqualsTheDoubt() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")).evidence(refuting("t")),
          source("s"),
          source("t").reliability(.25));
      assertThat(calls(Standard.CLEAR_AND_CONVINCING, graph))
          .containsExactly(exactly(Quantity.AGAINST, .25, .25, Verdict.UNVERIFIED));
    }

    @Test
    void isAQualificationOfOneHalf() {
      ClaimGraph graph = graph(
          claim("c").evidence(evidence("s")).evidence(qualifying("t")),
          source("s"),
          source("t").reliability(.5));
      assertThat(calls(Standard.PREPONDERANCE, graph))
          .containsExactly(exactly(Quantity.QUALIFIED, .5, .5, Verdict.MISLEADING));
    }

    @Test
    void isNoneWhereAllIsCertain() {
      ClaimGraph graph = graph(claim("c").evidence(evidence("s")), source("s"));
      assertThat(calls(Standard.PREPONDERANCE, graph)).isEmpty();
    }
  }

  @Nested
  class OfASampledEvaluation {
    @Test
    void hasTheThresholdInItsInterval() {
      ClaimGraph graph = graph(claim("c").evidence(evidence("s")), source("s").reliability(.5));
      Evaluation sampled =
          Evaluator.builder().nodeBudget(0).worlds(1_000).build().evaluate(graph);
      double supported = sampled.belief("c").supported();
      assertThat(sampled.closeCalls("c"))
          .containsExactly(new CloseCall(
              Quantity.FOR,
              supported,
              sampled.interval("c", Label.SUPPORTED),
              .5,
              sampled.verdict("c") == Verdict.SUPPORTED ? Verdict.UNVERIFIED : Verdict.SUPPORTED));
    }

    static Stream<Long> seeds() {
      return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isToldExactlyWhereTheVerdictIsClose(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (Standard standard : Standard.values()) {
        // So few worlds that much is close.
        Evaluation evaluation = Evaluator.builder()
            .standard(standard)
            .nodeBudget(0)
            .worlds(40)
            .build()
            .evaluate(graph);
        graph.claims().forEach(claim -> {
          List<CloseCall> calls = evaluation.closeCalls(claim.id());
          assertThat(!calls.isEmpty()).isEqualTo(evaluation.isClose(claim.id()));
          assertThat(calls)
              .allMatch(call -> call.interval().contains(call.threshold()))
              .allMatch(call -> call.interval().contains(call.value()))
              .allMatch(call -> call.otherwise() != evaluation.verdict(claim.id()))
              .allMatch(call -> call.otherwise() == calls.get(0).otherwise());
        });
      }
    }
  }
}
