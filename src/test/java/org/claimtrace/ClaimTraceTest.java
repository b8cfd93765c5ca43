package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Test;

class ClaimTraceTest {

  private static final Path FLAGSHIP = Path.of("claims", "gpt-4o-retro.json");

  @Test
  void opensAFileWithItsVerdicts() {
    ClaimTrace trace = ClaimTrace.open(FLAGSHIP);
    assertThat(trace.verdict("4o-rebuilt-as-4b-micro")).isEqualTo(Verdict.REFUTED);
    assertThat(trace.verdict("only-0.1-percent-chose-4o")).isEqualTo(Verdict.MISLEADING);
    assertThat(trace.evaluation().claimIds(Verdict.UNVERIFIED))
        .containsExactly("ai-bonds-use-same-pathways");
    assertThat(trace).hasToString("trace of claim graph gpt-4o-retro");
  }

  @Test
  void usesTheGivenEvaluator() {
    Evaluator byLogic =
        Evaluator.builder().byLogic(true).reviews(ReviewPolicy.EVIDENCE_ONLY).build();
    ClaimTrace trace = ClaimTrace.open(FLAGSHIP, byLogic);
    assertThat(trace.evaluation().reviewPolicy()).isEqualTo(ReviewPolicy.EVIDENCE_ONLY);
    assertThat(trace.belief("4o-rebuilt-as-4b-micro")).isEqualTo(new Belief(0, 1, 0, 0, 0));
  }

  @Test
  void acceptsAGraph() {
    ClaimGraph graph =
        ClaimGraph.builder("sky").title("The sky").claim("blue", "It is blue").build();
    ClaimTrace trace = ClaimTrace.of(graph);
    assertThat(trace.graph()).isSameAs(graph);
    assertThat(trace.verdict("blue")).isEqualTo(Verdict.UNVERIFIED);
    assertThat(trace.belief("blue")).isEqualTo(new Belief(0, 0, 0, 1, 0));
  }

  @Test
  void suggestsASimilarClaim() {
    ClaimTrace trace = ClaimTrace.open(FLAGSHIP);
    assertThatThrownBy(() -> trace.verdict("4o-rebuilt-as-4b-mirco"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessage("no claim '4o-rebuilt-as-4b-mirco'. Did you mean '4o-rebuilt-as-4b-micro'?");
  }

  @Test
  void reportsTheProblemsOfAFile() {
    assertThatThrownBy(() -> ClaimTrace.open(Path.of("claims", "nothing.json")))
        .isInstanceOf(ClaimGraphException.class)
        .hasMessage(
            "claims/nothing.json (whole graph) unreadable: there is no such file. Check its name and its folder.");
  }
}
