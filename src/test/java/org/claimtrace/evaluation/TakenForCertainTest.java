package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import org.junit.jupiter.api.Test;

class TakenForCertainTest {

  @Test
  void isNotSaidOfAGraphThatIsJudgedByLogic() {
    assertThat(TakenForCertain.of(graph(
            source("s"), claim("c").inference(step("d")), claim("d").evidence(evidence("s")))))
        .isEmpty();
  }

  @Test
  void isWhatCarriesNoGradeBesideWhatDoes() {
    assertThat(TakenForCertain.of(graph(
            source("s"),
            source("copy").derivedFrom("s").reliability(.8),
            source("idle"),
            claim("c").inference(step("d")),
            claim("d").evidence(evidence("copy")))))
        .contains(new TakenForCertain(1, 1, 1));
  }

  @Test
  void isSaidWhereAStepFollowsASchemeThatCanFail() {
    assertThat(TakenForCertain.of(graph(
            source("s"),
            claim("c").inference(step("d").scheme("motive")),
            claim("d").evidence(evidence("s")))))
        .contains(new TakenForCertain(1, 1, 1));
    assertThat(TakenForCertain.of(graph(
            source("s"),
            claim("c").inference(step("d").scheme("Modus ponens")),
            claim("d").evidence(evidence("s")))))
        .isEmpty();
  }

  @Test
  void isNothingWhereEverythingCarriesAGrade() {
    assertThat(TakenForCertain.of(
            graph(source("s").reliability(.9), claim("c").evidence(evidence("s").strength(.8)))))
        .isEmpty();
  }
}
