package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.List;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private static Explanation explain(String claim, Object... parts) {
    return Explanation.of(Evaluator.usual().evaluate(graph(parts)), claim);
  }

  /** Returns the best lines for the claim with the obstacles of each: {@code kind by by …}. */
  private static List<String> best(Explanation explanation) {
    return explanation.account().best().stream()
        .map(line -> line.element().id() + obstacles(line))
        .collect(toImmutableList());
  }

  private static String obstacles(LineReport line) {
    StringBuilder text = new StringBuilder();
    for (Obstacle obstacle : line.obstacles()) {
      text.append(", ").append(obstacle.kind());
      obstacle
          .readings()
          .forEach(reading -> text.append(' ').append(reading.element().id()));
    }
    return text.toString();
  }

  @Nested
  class IsSound {
    @Test
    void whereALineFiresAndNothingOutweighsIt() {
      Explanation explanation = explain(
          "c",
          claim("c")
              .inference(step("p").id("broken"))
              .evidence(evidence("s"))
              .inference(step("q").id("good")),
          claim("p"),
          claim("q").evidence(evidence("s")),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.SOUND);
      assertThat(best(explanation)).containsExactly("c/evidence/s", "good");
    }

    @Test
    void ofAMisleadingClaimWhoseArgumentHolds() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")).evidence(qualifying("t")),
          source("s"),
          source("t"));
      assertThat(explanation.verdict()).isEqualTo(Verdict.MISLEADING);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.SOUND);
    }
  }

  @Nested
  class IsAHalfTruePremise {
    private final Object[] parts = {
      claim("half").evidence(evidence("s")).evidence(qualifying("t")), source("s"), source("t")
    };

    @Test
    void whereTheLineThatFiresHasAMisleadingPremise() {
      Explanation explanation =
          explain("c", claim("c").inference(step("half").id("step")), parts[0], parts[1], parts[2]);
      assertThat(explanation.verdict()).isEqualTo(Verdict.SUPPORTED);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.HALF_TRUE_PREMISE);
      assertThat(best(explanation)).containsExactly("step");
    }

    @Test
    void notWhereAnotherLineHasNoMisleadingPremise() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("half").id("step")).evidence(evidence("s")),
          parts[0],
          parts[1],
          parts[2]);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.SOUND);
    }
  }

  @Nested
  class IsAFalsePremise {
    @Test
    void whereOnePremiseIsRefutedHoweverManyHold() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("true", "false", "open").assuming("false").id("leap")),
          claim("true").evidence(evidence("s")),
          claim("false").evidence(refuting("s")),
          claim("open"),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.FALSE_PREMISE);
      assertThat(best(explanation))
          .containsExactly(
              "leap, premise-refuted false, premise-unverified open, assumption-contested false");
    }

    @Test
    void whereTheClaimOfANegatedPremiseIsSupported() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(Inference.builder().notPremise("p").id("step")),
          claim("p").evidence(evidence("s")),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.FALSE_PREMISE);
      assertThat(best(explanation)).containsExactly("step, premise-refuted p");
    }
  }

  @Nested
  class IsAnUnsupportedPremise {
    @Test
    void whereNobodyHasShownAPremise() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p", "q").id("step")),
          claim("p").evidence(evidence("s")),
          claim("q"),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.UNSUPPORTED_PREMISE);
      assertThat(best(explanation)).containsExactly("step, premise-unverified q");
    }

    @Test
    void whereTheClaimOfANegatedPremiseIsNotRefuted() {
      Explanation explanation = explain(
          "c", claim("c").inference(Inference.builder().notPremise("p").id("step")), claim("p"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.UNSUPPORTED_PREMISE);
    }
  }

  @Nested
  class IsADoubtfulPremise {
    @Test
    void wherePremisesAreProbableSinglyButNotTogether() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p", "q").id("step")),
          claim("p").evidence(evidence("s")),
          claim("q").evidence(evidence("t")),
          source("s").reliability(.6),
          source("t").reliability(.6));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_PREMISE);
      assertThat(best(explanation)).containsExactly("step, too-much-at-once p q");
    }

    @Test
    void whereItsVerdictIsWhatTheStepNeedsButInTooFewWorlds() {
      Explanation explanation = Explanation.of(
          Evaluator.builder()
              .standard(Standard.CLEAR_AND_CONVINCING)
              .build()
              .evaluate(graph(
                  claim("c").inference(step("p").id("step")),
                  claim("p").evidence(evidence("s")).evidence(refuting("t").strength(.1)),
                  source("s").reliability(.8),
                  source("t"))),
          "c");

      assertThat(explanation.evaluation().verdict("p")).isEqualTo(Verdict.SUPPORTED);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_PREMISE);
      assertThat(best(explanation)).containsExactly("step, premise-doubtful p");
      assertThat(explanation.toText()).contains("""
            From “p” this is concluded. The step holds too seldom: in 72 of 100 worlds.
            └─ A premise holds, but not surely enough to build on:
                 ✓ p (supported in 72 of 100 worlds, conflicting in 8, refuted in 2)
                   Source: “s” [1]
          """);
      assertThat(
              Contrast.of(explanation.evaluation(), "c", Verdict.SUPPORTED).toText(Style.usual()))
          .endsWith("A premise holds, but not surely enough to build\n    on: “p”.\n");
      assertThat(Chains.of(explanation.evaluation(), "c").best(1).toText(Style.usual()))
          .contains("A premise holds, but not surely enough to build\n  on:");
    }
  }

  @Nested
  class IsAContestedPremise {
    @Test
    void whereTheEvidenceOnAPremiseConflicts() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p", "q").id("step")),
          claim("p").evidence(evidence("s")).evidence(refuting("t")),
          claim("q"),
          source("s"),
          source("t"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.CONTESTED_PREMISE);
      assertThat(best(explanation))
          .containsExactly("step, premise-contested p, premise-unverified q");
    }
  }

  @Nested
  class IsABrokenLeap {
    private Explanation leap(Inference.Builder step) {
      return explain(
          "c",
          claim("c").inference(step.id("step")),
          claim("p").evidence(evidence("s")),
          claim("x").evidence(evidence("s")),
          claim("false").evidence(refuting("s")),
          source("s"));
    }

    @Test
    void whereAnExceptionIsAccepted() {
      Explanation explanation = leap(step("p").unless("x"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      assertThat(best(explanation)).containsExactly("step, exception-accepted x");
    }

    @Test
    void whereAnAssumptionIsRefuted() {
      Explanation explanation = leap(step("p").assuming("false"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      assertThat(best(explanation)).containsExactly("step, assumption-contested false");
    }

    @Test
    void whereTheStepIsTooWeak() {
      Explanation explanation = leap(step("p").strength("unlikely"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      assertThat(best(explanation)).containsExactly("step, too-weak");
    }

    @Test
    void whereThePremisesMeetTheStandardButTheStepDoesNot() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").strength(.7).id("step")),
          claim("p").evidence(evidence("s")),
          source("s").reliability(.7));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      assertThat(best(explanation)).containsExactly("step, too-much-at-once");
    }
  }

  /** The chance that counts is that of all premises together, which does not follow from their single chances. */
  @Nested
  class OfPremisesWithACommonSource {
    private ClaimGraph leap(Inference.Builder step) {
      return graph(
          claim("c").inference(step.id("step")),
          claim("p").evidence(evidence("s")),
          claim("q").evidence(evidence("s")),
          claim("x").evidence(evidence("t")),
          source("s").reliability(.7),
          source("t").reliability(.9));
    }

    private Explanation explain(Standard standard, Inference.Builder step) {
      return Explanation.of(
          Evaluator.builder().standard(standard).build().evaluate(leap(step)), "c");
    }

    @Test
    void isABrokenLeapThoughTheProductOfTheirChancesIsTooSmall() {
      Explanation explanation = explain(Standard.PREPONDERANCE, step("p", "q").strength(.6));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      assertThat(best(explanation)).containsExactly("step, too-much-at-once");
    }

    @Test
    void isSoWhenSampledAsWell() {
      Explanation explanation = Explanation.of(
          Evaluator.builder().nodeBudget(0).build().evaluate(leap(step("p", "q").strength(.6))),
          "c");
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
    }

    @Test
    void isAnUnsupportedPremiseByAStandardThatTheyDoNotMeet() {
      Explanation explanation =
          explain(Standard.CLEAR_AND_CONVINCING, step("p", "q").strength(.6));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.UNSUPPORTED_PREMISE);
      assertThat(best(explanation)).containsExactly("step, too-weak, premise-unverified p q");
    }
  }

  @Nested
  class OfPremisesTooImprobableTogetherAndAStoppedStep {
    @Test
    void isADoubtfulPremiseAndNoBrokenLeap() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p", "q").unless("x").id("step")),
          claim("p").evidence(evidence("s")),
          claim("q").evidence(evidence("t")),
          claim("x").evidence(evidence("u")),
          source("s").reliability(.6),
          source("t").reliability(.6),
          source("u"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_PREMISE);
      assertThat(best(explanation))
          .containsExactly("step, exception-accepted x, too-much-at-once p q");
    }
  }

  @Nested
  class OfEvidenceWhoseSourceIsRight {
    @Test
    void isWeakIfTheEvidenceIs() {
      Explanation explanation =
          explain("c", claim("c").evidence(evidence("s").strength("unlikely")), source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.WEAK_EVIDENCE);
      assertThat(best(explanation)).containsExactly("c/evidence/s, too-weak");
    }

    @Test
    void isWeakIfItAndItsStrengthAreNotProbableEnoughTogether() {
      Explanation explanation = explain(
          "c", claim("c").evidence(evidence("s").strength(.7)), source("s").reliability(.7));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.WEAK_EVIDENCE);
      assertThat(best(explanation)).containsExactly("c/evidence/s, too-much-at-once");
    }

    @Test
    void isADoubtfulSourceIfItAndItsRelayAreNotProbableEnoughTogether() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s").via("relay").strength(.99)),
          source("s").reliability(.7),
          source("relay").reliability(.7));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_SOURCE);
      assertThat(best(explanation)).containsExactly("c/evidence/s, too-much-at-once s relay");
    }
  }

  @Nested
  class IsAnswered {
    private Explanation answered(double reliabilityOfTheAnswer) {
      return explain(
          "c",
          claim("c").evidence(evidence("s").unless("forged")),
          claim("forged").evidence(evidence("t")),
          source("s").reliability(.7),
          source("t").reliability(reliabilityOfTheAnswer));
    }

    @Test
    void whereAnExceptionIsAccepted() {
      Explanation explanation = answered(1);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.ANSWERED);
      assertThat(best(explanation)).containsExactly("c/evidence/s, exception-accepted forged");
    }

    @Test
    void whereAnExceptionMayBeAccepted() {
      Explanation explanation = answered(.4);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.ANSWERED);
      assertThat(best(explanation)).containsExactly("c/evidence/s, too-much-at-once");
    }

    @Test
    void whereAnOverridingLineFires() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")).evidence(refuting("t").overrides("c/evidence/s")),
          source("s"),
          source("t"));
      assertThat(explanation.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.ANSWERED);
      assertThat(best(explanation)).containsExactly("c/evidence/s, overridden c/evidence/t");
    }
  }

  @Nested
  class IsADoubtfulSource {
    @Test
    void whereTheSourceIsGradedTooLow() {
      Explanation explanation =
          explain("c", claim("c").evidence(evidence("s")), source("s").reliability("E"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_SOURCE);
      assertThat(best(explanation)).containsExactly("c/evidence/s, source-doubtful s");
    }

    @Test
    void whereARelayWasRetracted() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")),
          source("s").readIn("t"),
          source("t").retracted(Retraction.builder("2026")));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.DOUBTFUL_SOURCE);
      assertThat(best(explanation)).containsExactly("c/evidence/s, source-retracted t");
    }

    @Test
    void whereACopyAssertsWhatItsOriginDoesNot() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("origin").unless("x")).evidence(evidence("copy")),
          claim("x").evidence(evidence("s")),
          source("s"),
          source("origin"),
          source("copy").derivedFrom("origin"));
      assertThat(explanation.verdict()).isEqualTo(Verdict.UNVERIFIED);
      assertThat(obstacles(explanation.account().supporting().get(1)))
          .isEqualTo(", only-a-copy origin");
    }

    @Test
    void whereAnOriginFarBehindIsDoubtful() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("copy")),
          source("copy").derivedFrom("between"),
          source("between").derivedFrom("origin"),
          source("origin").reliability("E"));
      assertThat(best(explanation)).containsExactly("c/evidence/copy, source-doubtful origin");
    }
  }

  @Nested
  class IsCircular {
    @Test
    void whereClaimsOnlySupportEachOther() {
      Explanation explanation = explain(
          "a",
          claim("a").inference(step("b").id("b-so-a")),
          claim("b").inference(step("a").id("a-so-b")));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.CIRCULAR);
      assertThat(best(explanation)).containsExactly("b-so-a, circular b");
    }

    @Test
    void whereAClaimSupportsItself() {
      Explanation explanation = explain("a", claim("a").inference(step("a").id("a-so-a")));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.CIRCULAR);
    }

    @Test
    void whereSourcesAreDerivedFromEachOther() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")),
          source("s").derivedFrom("t"),
          source("t").derivedFrom("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.CIRCULAR);
    }

    @Test
    void notOfAClaimThatOnlyDependsOnTheCircle() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("a").id("a-so-c")),
          claim("a").inference(step("b")),
          claim("b").inference(step("a")));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.UNSUPPORTED_PREMISE);
      assertThat(explanation.findAccount("a").orElseThrow().diagnosis())
          .isEqualTo(Diagnosis.CIRCULAR);
    }
  }

  @Nested
  class IsAStandOff {
    @Test
    void whereALineStopsItself() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").unless("c").id("step")),
          claim("p").evidence(evidence("s")),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.STAND_OFF);
      assertThat(best(explanation)).containsExactly("step, stand-off c");
    }

    @Test
    void whereAnExceptionIsUndecided() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").unless("odd").id("step")),
          claim("p").evidence(evidence("s")),
          claim("odd").inference(step("p").unless("odd")),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.STAND_OFF);
      assertThat(best(explanation)).containsExactly("step, exception-accepted odd");
      assertThat(explanation.toText()).contains("The argument\n  for it hangs on a stand-off.");
    }

    @Test
    void whateverTheStrengthOfAStepThatStopsItself() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").unless("c").strength(.4).id("step")),
          claim("p").evidence(evidence("s")),
          source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.STAND_OFF);
      assertThat(best(explanation)).containsExactly("step, stand-off c, too-weak");
    }

    @Test
    void whereClaimsWithEvidenceEachAttackEachOther() {
      Explanation explanation = explain(
          "a",
          claim("a").evidence(evidence("s")).inference(against("b")),
          claim("b").evidence(evidence("s")).inference(against("a")),
          source("s"));
      assertThat(explanation.verdict()).isEqualTo(Verdict.CONFLICTING);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.STAND_OFF);
    }
  }

  @Nested
  class IsOutweighed {
    @Test
    void whereALineFiresAndTheCaseAgainstTheClaimDoesToo() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(evidence("s")).evidence(refuting("t")),
          source("s"),
          source("t"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.OUTWEIGHED);
      assertThat(best(explanation)).containsExactly("c/evidence/s");
    }

    @Test
    void whereOnlyAnOverridingLineKeepsAStepFromFiring() {
      Explanation explanation = explain(
          "c",
          claim("c").inference(step("p").id("step")).evidence(refuting("t").overrides("step")),
          claim("p").evidence(evidence("s")),
          source("s"),
          source("t"));
      assertThat(explanation.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.OUTWEIGHED);
      assertThat(best(explanation)).containsExactly("step, overridden c/evidence/t");
    }
  }

  @Nested
  class IsNoArgument {
    @Test
    void whereNoLineSupportsTheClaim() {
      Explanation explanation = explain("c", claim("c").evidence(refuting("s")), source("s"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.NO_ARGUMENT);
      assertThat(best(explanation)).isEmpty();
    }

    @Test
    void whereItsOnlyLineDoesNotExistYet() {
      ClaimGraph graph = graph(claim("c").evidence(evidence("s").date("2026-02-13")), source("s"));
      Explanation explanation = Explanation.of(
          Evaluator.builder().asOf(PartialDate.parse("2026-01")).build().evaluate(graph), "c");
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.NO_ARGUMENT);
      assertThat(obstacles(explanation.account().supporting().get(0))).isEqualTo(", not-yet");
    }

    @Test
    void whereItsOnlyLineIsAReviewThatDoesNotCount() {
      Explanation explanation = explain(
          "c",
          claim("c").evidence(refuting("s")).review(Review.builder("t", Verdict.SUPPORTED)),
          source("s"),
          source("t"));
      assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.NO_ARGUMENT);
      assertThat(obstacles(explanation.account().supporting().get(0)))
          .isEqualTo(", does-not-count");
    }
  }

  @Nested
  class OfSeveralBrokenLines {
    @Test
    void isThatOfTheBestLineWhateverTheOrder() {
      Inference.Builder falsePremise = step("false").id("1");
      Inference.Builder unsupported = step("open").id("2");
      Inference.Builder leap = step("true").unless("true").id("3");
      for (List<Inference.Builder> order : List.of(
          List.of(falsePremise, unsupported, leap), List.of(leap, unsupported, falsePremise))) {
        Claim.Builder claim = claim("c");
        order.forEach(claim::inference);
        Explanation explanation = explain(
            "c",
            claim,
            claim("true").evidence(evidence("s")),
            claim("false").evidence(refuting("s")),
            claim("open"),
            source("s"));
        assertThat(explanation.diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
        assertThat(best(explanation)).containsExactly("3, exception-accepted true");
      }
    }
  }

  @Nested
  class DependsOnTheStandard {
    @Test
    void sinceADoubtfulSourceForOneIsGoodEnoughForAnother() {
      ClaimGraph graph = graph(claim("c").evidence(evidence("s")), source("s").reliability("B"));
      assertThat(Explanation.of(Evaluator.usual().evaluate(graph), "c").diagnosis())
          .isEqualTo(Diagnosis.SOUND);
      assertThat(Explanation.of(
                  Evaluator.builder()
                      .standard(Standard.BEYOND_REASONABLE_DOUBT)
                      .build()
                      .evaluate(graph),
                  "c")
              .diagnosis())
          .isEqualTo(Diagnosis.DOUBTFUL_SOURCE);
    }
  }
}
