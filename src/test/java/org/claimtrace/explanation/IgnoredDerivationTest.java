package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;

class IgnoredDerivationTest {

  /** A claim with evidence from a copy, too weak by itself, of an origin that hardly says the same. */
  private static final ClaimGraph GRAPH = graph(
      claim("c")
          .evidence(evidence("copy").strength(.4))
          .evidence(evidence("origin").strength(.1)),
      source("copy").reliability(.9).derivedFrom("origin"),
      source("origin").reliability(.9));

  private static Evaluation evaluation(boolean ignoresDerivation) {
    return Evaluator.builder().ignoresDerivation(ignoresDerivation).build().evaluate(GRAPH);
  }

  @Test
  void aCopyOfAnOriginThatDoesNotSayTheSameIsAnObstacle() {
    assertThat(
            Explanation.of(evaluation(false), "c").account().supporting().get(0).obstacles())
        .extracting(Obstacle::kind)
        .containsExactlyInAnyOrder(Obstacle.Kind.TOO_WEAK, Obstacle.Kind.ONLY_A_COPY);
  }

  @Test
  void originsAreNotMentionedIfDerivationIsIgnored() {
    Evaluation evaluation = evaluation(true);

    assertThat(Explanation.of(evaluation, "c").account().supporting().get(0).obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Obstacle.Kind.TOO_WEAK);
    assertThat(Explanation.of(evaluation, "c").toText())
        .contains("Copies count as if they were originals, whatever they are derived from.")
        .doesNotContain("passes on", "(from ");
    assertThat(Contrast.of(evaluation, "c", Verdict.SUPPORTED).toText(Style.usual()))
        .contains("graded 0.4, it holds in 40 of 100 worlds.")
        .doesNotContain("passes on");
    assertThat(Chains.of(evaluation, "c").best(2).toText(Style.usual()))
        .doesNotContain("passes on", "Which has it from");
  }
}
