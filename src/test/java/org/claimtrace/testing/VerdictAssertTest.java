package org.claimtrace.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;
import static org.claimtrace.query.ClaimCondition.about;
import static org.claimtrace.query.ClaimCondition.not;
import static org.claimtrace.query.ClaimCondition.uses;
import static org.claimtrace.testing.ClaimTraceAssertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictAssertTest {

  private static final Evaluation EVALUATION = Evaluator.usual()
      .evaluate(graph(
          source("survey").title("The survey"),
          source("post").title("A 100% honest post").reliability("D"),
          source("recipe").title("A recipe"),
          claim("closed")
              .text("The bridge is closed")
              .about("bridge")
              .inference(step("flooded").unless("pumped")),
          claim("flooded").text("The road is flooded").evidence(evidence("survey")),
          claim("pumped").text("The road is pumped dry").evidence(evidence("post")),
          claim("dry").text("The road is dry").evidence(refuting("survey")),
          claim("long")
              .text("The bridge is long")
              .evidence(evidence("survey"))
              .evidence(qualifying("survey").id("shorter-than-most")),
          claim("old")
              .text("The bridge is old")
              .evidence(evidence("survey"))
              .evidence(refuting("recipe")),
          claim("both")
              .text("Both say so")
              .evidence(evidence("survey"))
              .evidence(evidence("recipe")),
          claim("even").text("It is even").evidence(evidence("survey").strength(.5))));

  private static final String CLOSED = explained("closed");

  private static String explained(String claim) {
    return Explanation.of(EVALUATION, claim).toText().stripTrailing();
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void passesIfAllIsAsExpected() {
    assertThat(EVALUATION)
        .verdictOf("closed")
        .isSupported()
        .hasVerdict(Verdict.SUPPORTED)
        .hasBelief(Label.SUPPORTED, .6, within(.001))
        .isNotClose()
        .restsOn("survey")
        .doesNotRestOn("post")
        .usesSource("post")
        .doesNotUseSource("recipe")
        .hasDiagnosis(Diagnosis.SOUND)
        .meets(about("BRIDGE").and(not(uses("recipe"))))
        .and()
        .verdictOf("dry")
        .isRefuted()
        .and()
        .verdictOf("long")
        .isMisleading()
        .and()
        .verdictOf("old")
        .isConflicting()
        .and()
        .verdictOf("pumped")
        .isUnverified()
        .and()
        .verdictOf("both")
        .doesNotRestOn("survey")
        .and()
        .verdictOf("even")
        .isClose();
    assertThat(ClaimTrace.of(EVALUATION)).verdictOf("dry").isRefuted();
  }

  @Nested
  class WithAnotherVerdictThanExpected {
    /** The name of a source may contain a percent sign, which format strings interpret. */
    @Test
    void reportsBothVerdictsAndTheWholeExplanation() {
      Evaluation evaluation = Evaluator.usual()
          .evaluate(graph(
              source("survey").title("A 100%s honest survey"),
              claim("closed").text("The bridge is closed").inference(step("flooded")),
              claim("flooded").text("The road is flooded").evidence(evidence("survey"))));
      fails(() -> assertThat(evaluation).verdictOf("closed").isRefuted(), """
          [verdict of claim 'closed'] expected refuted but was supported

          Graph

          The bridge is closed
          ✓ Supported  [closed]
            What speaks for it holds, and nothing that holds speaks against it.

          What speaks for it
            This follows from:
              ✓ The road is flooded
                Source: “A 100%s honest survey” [1]

          Sources
            [1] “A 100%s honest survey”""");
    }

    @Test
    void reportsEachExpectedVerdict() {
      VerdictAssert pumped = assertThat(EVALUATION).verdictOf("pumped");
      String but = " but was unverified\n\n" + explained("pumped");
      fails(pumped::isSupported, "[verdict of claim 'pumped'] expected supported" + but);
      fails(pumped::isMisleading, "[verdict of claim 'pumped'] expected misleading" + but);
      fails(pumped::isConflicting, "[verdict of claim 'pumped'] expected conflicting" + but);
      fails(
          () -> pumped.hasVerdict(Verdict.REFUTED),
          "[verdict of claim 'pumped'] expected refuted" + but);
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").isUnverified(),
          "[verdict of claim 'closed'] expected unverified but was supported\n\n" + CLOSED);
    }
  }

  @Nested
  class WithAnotherFailure {
    @Test
    void reportsTheExpectedAndTheActualBelief() {
      fails(
          () -> assertThat(EVALUATION)
              .verdictOf("closed")
              .hasBelief(Label.SUPPORTED, .7, within(.01)),
          "[verdict of claim 'closed'] expected it to be supported with a probability of 0.7 (within 0.01) but was 0.6\n\n"
              + CLOSED);
    }

    @Test
    void reportsWhetherTheVerdictIsClose() {
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").isClose(),
          "[verdict of claim 'closed'] expected a close verdict, but it is supported and not close\n\n"
              + CLOSED);
      assertThatThrownBy(() -> assertThat(EVALUATION).verdictOf("even").isNotClose())
          .hasMessageStartingWith(
              "[verdict of claim 'even'] expected a verdict that is not close, but it is unverified and close\n\n");
    }

    @Test
    void reportsTheVerdictWithoutTheSource() {
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").restsOn("post"),
          "[verdict of claim 'closed'] expected the verdict to rest on source 'post', but without it the verdict is supported too\n\n"
              + CLOSED);
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").doesNotRestOn("survey"),
          "[verdict of claim 'closed'] expected the verdict not to rest on source 'survey', but without it the verdict is unverified instead of supported\n\n"
              + CLOSED);
    }

    @Test
    void reportsWhetherTheSourceIsUsed() {
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").usesSource("recipe"),
          "[verdict of claim 'closed'] expected it to use source 'recipe', but nothing below it does\n\n"
              + CLOSED);
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").doesNotUseSource("post"),
          "[verdict of claim 'closed'] expected it not to use source 'post', but it does\n\n"
              + CLOSED);
    }

    @Test
    void reportsTheDiagnosis() {
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").hasDiagnosis(Diagnosis.BROKEN_LEAP),
          "[verdict of claim 'closed'] expected the argument for it to be diagnosed broken-leap but was sound\n\n"
              + CLOSED);
    }

    @Test
    void reportsTheConditionInWords() {
      fails(
          () -> assertThat(EVALUATION).verdictOf("closed").meets(about("ferry").or(uses("recipe"))),
          "[verdict of claim 'closed'] expected it to be among the claims that are about “ferry” or use source 'recipe'\n\n"
              + CLOSED);
    }
  }

  @Nested
  class ForAnUnknownId {
    @Test
    void suggestsTheIdThatWasProbablyMeant() {
      assertThatThrownBy(() -> assertThat(EVALUATION).verdictOf("clsoed"))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no claim 'clsoed'. Did you mean 'closed'?");
      for (ThrowingCallable assertion : new ThrowingCallable[] {
        () -> assertThat(EVALUATION).verdictOf("closed").restsOn("surwey"),
        () -> assertThat(EVALUATION).verdictOf("closed").doesNotRestOn("surwey"),
        () -> assertThat(EVALUATION).verdictOf("closed").usesSource("surwey"),
        () -> assertThat(EVALUATION).verdictOf("closed").doesNotUseSource("surwey")
      }) {
        assertThatThrownBy(assertion)
            .isInstanceOf(UnknownIdException.class)
            .hasMessage("no source 'surwey'. Did you mean 'survey'?");
      }
    }

    @Test
    void failsForANullEvaluation() {
      assertThatThrownBy(() -> assertThat((Evaluation) null).verdictOf("closed"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("\nExpecting actual not to be null");
    }
  }

  @Test
  void keepsACustomDescription() {
    assertThatThrownBy(
            () -> assertThat(EVALUATION).verdictOf("closed").as("the bridge").isRefuted())
        .hasMessage("[the bridge] expected refuted but was supported\n\n" + CLOSED);
  }

  @Nested
  class ATableOfVerdicts {

    @Test
    void passesIfEachIsAsExpected() {
      assertThat(EVALUATION)
          .hasVerdicts(Map.of("closed", Verdict.SUPPORTED, "dry", Verdict.REFUTED))
          .hasVerdicts(Map.of());
    }

    @Test
    void failsWithAllDifferencesAtOnce() {
      fails(
          () -> assertThat(EVALUATION)
              .hasVerdicts(ImmutableMap.of(
                  "closed", Verdict.REFUTED, "dry", Verdict.REFUTED, "logn", Verdict.MISLEADING)),
          """
          expected other verdicts on 2 of 3 claims:
            closed: expected refuted but was supported
            logn: no claim 'logn'. Did you mean 'long'?""");
    }
  }

  @Nested
  class Nothing {

    @Test
    void failsAsWithAssertJ() {
      for (ThrowingCallable assertion : List.<ThrowingCallable>of(
          () -> assertThat((Evaluation) null).verdictOf("closed"),
          () -> assertThat((ClaimTrace) null).verdictOf("closed"),
          () -> assertThat((ClaimTrace) null).hasVerdicts(Map.of()))) {
        assertThatThrownBy(assertion)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("Expecting actual not to be null");
      }
    }
  }
}
