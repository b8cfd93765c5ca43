package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.junit.jupiter.api.Test;

/** Tests the order and selection of sources; the tests of {@code Dependence} compare the verdicts with those of scenarios. */
class SourceInfluenceTest {

  private static final ClaimGraph BRIDGE = graph(
      source("idle"),
      source("survey"),
      source("county"),
      source("other"),
      claim("closed").inference(step("unsafe", "announced")),
      claim("unsafe").evidence(evidence("survey")),
      claim("announced").evidence(evidence("county")).evidence(evidence("other")),
      claim("old").evidence(evidence("county")));

  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(BRIDGE);

  private static LostVerdict fall(String claim) {
    return new LostVerdict(claim, Verdict.SUPPORTED, Verdict.UNVERIFIED);
  }

  @Test
  void ordersSourcesByTheNumberOfVerdictsThatFall() {
    assertThat(SourceInfluence.of(EVALUATION).sources())
        .containsExactly(
            new Foundation("survey", ImmutableList.of(fall("closed"), fall("unsafe"))),
            new Foundation("county", ImmutableList.of(fall("old"))),
            new Foundation("idle", ImmutableList.of()),
            new Foundation("other", ImmutableList.of()));
  }

  @Test
  void mayBeComputedForOneSource() {
    assertThat(SourceInfluence.of(EVALUATION, "survey").sources())
        .containsExactly(
            new Foundation("survey", ImmutableList.of(fall("closed"), fall("unsafe"))));
    assertThatThrownBy(() -> SourceInfluence.of(EVALUATION, "surveys"))
        .isInstanceOf(UnknownIdException.class);
  }
}
