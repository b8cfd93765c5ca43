package org.claimtrace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.assertj.core.data.Offset;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class SoftAssertionsTest {

  private static final Evaluation EVALUATION = Evaluator.usual()
      .evaluate(
          graph(source("survey"), claim("closed").evidence(evidence("survey")), claim("open")));

  @InjectSoftAssertions
  private ClaimTraceSoftAssertions injected;

  @Test
  void areInjectedByTheExtensionOfAssertJ() {
    injected
        .assertThat(EVALUATION)
        .verdictOf("closed")
        .isSupported()
        .and()
        .verdictOf("open")
        .isUnverified();
    injected.assertThat("other things").isNotEmpty();
  }

  @Test
  void collectEveryFailureOfOneChain() {
    ClaimTraceSoftAssertions softly = new ClaimTraceSoftAssertions();
    softly
        .assertThat(ClaimTrace.of(EVALUATION))
        .verdictOf("closed")
        .isRefuted()
        .hasBelief(Label.SUPPORTED, 0, Offset.offset(.1))
        .isClose()
        .doesNotRestOn("survey")
        .hasDiagnosis(Diagnosis.BROKEN_LEAP)
        .isEqualTo(Verdict.MISLEADING)
        .isSupported()
        .and()
        .hasVerdicts(Map.of("open", Verdict.REFUTED))
        .verdictOf("open")
        .isConflicting();
    softly.assertThat(1).isEqualTo(2);
    assertThat(softly.errorsCollected())
        .extracting(error -> String.valueOf(error.getMessage())
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse(""))
        .satisfiesExactly(
            line -> assertThat(line)
                .contains("[verdict of claim 'closed'] expected refuted but was supported"),
            line ->
                assertThat(line).contains("expected it to be supported with a probability of 0.0"),
            line -> assertThat(line).contains("expected a close verdict"),
            line ->
                assertThat(line).contains("expected the verdict not to rest on source 'survey'"),
            line -> assertThat(line).contains("expected the argument for it to be diagnosed"),
            line -> assertThat(line).contains("[verdict of claim 'closed']"),
            line -> assertThat(line).contains("expected other verdicts on 1 of 1 claims:"),
            line -> assertThat(line)
                .contains("[verdict of claim 'open'] expected conflicting but was unverified"),
            line -> assertThat(line).contains("expected: 2"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(softly::assertAll)
        .withMessageContaining("9 failures");
  }

  @Test
  void ofNothingFailSoftly() {
    ClaimTraceSoftAssertions softly = new ClaimTraceSoftAssertions();
    softly.assertThat((Evaluation) null).verdictOf("closed").isRefuted().restsOn("survey");
    softly.assertThat((ClaimTrace) null).hasVerdicts(Map.of("closed", Verdict.REFUTED));
    assertThat(softly.errorsCollected())
        .hasSize(3)
        .allSatisfy(
            error -> assertThat(error).hasMessageContaining("Expecting actual not to be null"));
  }

  @Test
  void doNotCollectAMistakeOfTheTest() {
    ClaimTraceSoftAssertions softly = new ClaimTraceSoftAssertions();
    assertThatExceptionOfType(UnknownIdException.class)
        .isThrownBy(() -> softly.assertThat(EVALUATION).verdictOf("clsed"));
  }

  /** Soft assertions of an embedder's own, into which ours are mixed. */
  public static class OwnSoftAssertions extends SoftAssertions
      implements ClaimTraceSoftAssertionsProvider {}

  @Test
  void mixIntoSoftAssertionsOfOnesOwn() {
    OwnSoftAssertions softly = new OwnSoftAssertions();
    softly.assertThat(EVALUATION).verdictOf("closed").isRefuted();
    assertThat(softly.errorsCollected()).hasSize(1);
  }
}
