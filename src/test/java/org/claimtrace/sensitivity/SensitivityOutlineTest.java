package org.claimtrace.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.junit.jupiter.api.Test;

/** Tests sentences that do not occur in the golden files of the flagship. */
class SensitivityOutlineTest {

  private static final ClaimGraph BRIDGE = graph(
      source("survey").reliability(.8),
      source("rumour").reliability(.3),
      claim("unsafe").evidence(evidence("survey")).evidence(refuting("rumour")));

  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(BRIDGE);

  private static String flips(Sensitivity sensitivity, String language) {
    String text =
        sensitivity.toText(Style.builder().language(language).width(100).build());
    String flips = text.substring(0, text.lastIndexOf("\n\n") + 1);
    return flips.substring(flips.lastIndexOf("\n\n") + 2);
  }

  @Test
  void rendersRangesOfGrades() {
    Sensitivity any = Sensitivity.of(EVALUATION, "unsafe");

    assertThat(flips(any, "en")).isEqualTo("""
        What would change it
          • Reliability of “rumour” [2], above 0.445 (now 0.3): “Conflicting evidence”
          • Reliability of “survey” [1], between 0.286 and 0.5 (now 0.8): “Conflicting evidence”
          • Strength of “survey” [1], as a source for it, between 0.358 and 0.625 (now 1): “Conflicting
            evidence”
          • Reliability of “survey” [1], below 0.285 (now 0.8): “Unverified”
          • Strength of “survey” [1], as a source for it, below 0.357 (now 1): “Unverified”
        """);
    assertThat(flips(any, "zh")).contains("""
        什么会改变结论
          • 可靠性（“rumour（en）”[2]）高于 0.445（现为 0.3）：“证据相互矛盾”
        """);
  }

  /** The chance of a case is one half at the grade that the source has, and more at every other. */
  @Test
  void rendersThatAnyLowerGradeWouldDo() {
    ClaimGraph graph = graph(
        source("survey"),
        source("critic"),
        claim("unsafe").evidence(evidence("survey").unless("flawed")),
        claim("flawed").evidence(evidence("critic").strength(.5)));
    Sensitivity any = Sensitivity.of(Evaluator.usual().evaluate(graph), "unsafe");

    assertThat(any.flips().verdict()).isEqualTo(Verdict.UNVERIFIED);
    assertThat(flips(any, "en")).isEqualTo("""
        What would change it
          • Reliability of “critic” [1], below 1 (now 1): “Supported”
          • Strength of “critic” [1], as a source for “flawed”, below 0.5 (now 0.5): “Supported”
        """);
    assertThat(any.toText("en")).contains("""
            What it turns on most
              How often there is a case for the claim, if each of these holds and if it does
              not:
              • “critic” [1], as a source for “flawed”: 0% if it holds, 100% if it does not
              • “critic” [1]: 50% if it holds, 100% if it does not
              • “survey” [2]: 50% if it holds, 0% if it does not
            """).doesNotContain("It turns on nothing");
  }

  @Test
  void rendersAVerdictThatHoldsAtOneGradeOnly() {
    ClaimGraph graph = graph(
        source("survey"),
        source("critic").reliability(.2),
        claim("unsafe")
            .evidence(evidence("survey").unless("repaired"))
            .inference(against("repaired")),
        claim("repaired").evidence(evidence("critic")));
    Sensitivity any = Sensitivity.of(Evaluator.usual().evaluate(graph), "unsafe");

    assertThat(any.flips().verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(flips(any, "en"))
        .contains("• Reliability of “critic” [2], exactly 0.5 (now 0.2): “Conflicting evidence”")
        .contains("• Reliability of “critic” [2], above 0.5 (now 0.2): “Refuted”");
    assertThat(flips(any, "zh")).contains("• 可靠性（“critic（en）”[2]）正好是 0.5（现为 0.2）：“证据相互矛盾”");
  }

  @Test
  void rendersThatARetractionWouldBeLifted() {
    ClaimGraph graph = graph(
        source("survey").reliability(.8).retracted(Retraction.builder("2020")),
        claim("unsafe").evidence(evidence("survey")));
    Sensitivity any = Sensitivity.of(Evaluator.usual().evaluate(graph), "unsafe");

    assertThat(any.toText("en")).isEqualTo("""
        unsafe
        The verdict is “Unverified”.

        Sources it cannot do without
          Every source that bears on it was retracted.

        Retracted sources
          • “survey” [1] was retracted in 2020. Until then the verdict was “Supported”;
            without this source it would have been “Unverified”. If its retraction were
            lifted and it counted as reliable, the verdict would be “Supported”.

        What would change it
          • “Supported” if this retraction is lifted: “survey” [1]

        Sources
          [1] “survey”
              Graded 0.8 for reliability.
              It was retracted in 2020.
        """);
  }

  @Test
  void rendersThatASourceThatBearsOnItIsGradedTooLow() {
    ClaimGraph graph =
        graph(source("survey").reliability(0), claim("unsafe").evidence(evidence("survey")));

    assertThat(Sensitivity.of(Evaluator.usual().evaluate(graph), "unsafe").toText("en"))
        .contains("No source that bears on it counts: each was retracted, is graded too low, or");
  }

  @Test
  void rendersTwoChangesOfDifferentKinds() {
    Sensitivity refuted = Sensitivity.of(EVALUATION, "unsafe", Verdict.REFUTED);

    assertThat(flips(refuted, "en")).isEqualTo("""
        What it would take for “Refuted”
          No single change to what is entered gives that verdict. These do, two at a time:
          • “Refuted” if both are changed: with “rumour” [2] holding; and without “survey” [1]
          • “Refuted” if both are changed: with “rumour” [2] holding; and without “survey” [1], as a source
            for it
        """);
  }

  @Test
  void rendersThatASearchWasEnded() {
    SourceDependence grounds =
        SourceDependence.of(EVALUATION, "unsafe", Limits.USUAL.mostTrials(1).mostSufficient(1));
    Flips flips =
        Flips.of(EVALUATION, "unsafe", Optional.of(Verdict.REFUTED), Limits.USUAL.mostPivots(1));
    Sensitivity ended = new Sensitivity(grounds, Pivots.of(EVALUATION, "unsafe"), flips);

    assertThat(ended.toText(Style.builder().language("en").build()))
        .contains("""
            Sources it cannot do without
              • “Unverified” without: “survey” [1]
              Only one of the 2 sources that bear on it was tried.

            What it turns on most
            """)
        .contains("""
            What it would take for “Refuted”
              No single change to what is entered gives that verdict. Two at a time were
              tried of the 1 things it turns on most, and none do.
            """);
  }

  @Test
  void rendersThatNothingBearsOnAClaim() {
    assertThat(Sensitivity.of(Evaluator.usual().evaluate(graph(claim("c"))), "c")
            .toText(Style.builder().language("en").build()))
        .isEqualTo("""
            c
            The verdict is “Unverified”.

            Sources it cannot do without
              No source bears on it.

            What would change it
              Nothing is entered that bears on it.
            """);
  }
}
