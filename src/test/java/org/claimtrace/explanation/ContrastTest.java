package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.qualifying;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import java.util.stream.LongStream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {

  private static final Style ENGLISH = Style.builder().language("en").width(120).build();

  private static Contrast of(ClaimGraph graph, Verdict other) {
    return Contrast.of(Evaluator.usual().evaluate(graph), "c", other);
  }

  @Test
  void namesUnmetConditionsAndTheLinesBehindThem() {
    Contrast contrast = of(
        graph(
            claim("c").evidence(evidence("s")).evidence(refuting("t")),
            source("s"),
            source("t").reliability(Grade.of(.25))),
        Verdict.REFUTED);
    assertThat(contrast.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(contrast.conditions())
        .containsExactly(
            new VerdictCondition(Quantity.AGAINST, .25, true, .5, false),
            new VerdictCondition(Quantity.FOR, 1, false, .5, false),
            new VerdictCondition(Quantity.REFUTED, 0, true, 1, false));
    assertThat(contrast.inTheWay())
        .extracting(LineReport::element)
        .containsExactly(Element.evidence("c/evidence/s"));
    assertThat(contrast.fallingShort())
        .extracting(LineReport::element)
        .containsExactly(Element.evidence("c/evidence/t"));
    assertThat(contrast.toText(ENGLISH)).isEqualTo("""
        c
        Why is it “Supported”, and not “Refuted”?
        The chance that there is a case against it would have to be above 50%; it is 25%.
        There would have to be no case for it, but there is one.

        What stands in the way
          • “s” [1], as a source for it

        What would serve, but falls short or is undecided
          • “t” [2], as a source against it. “t” [2] is not reliable enough: graded 0.25, it is right in 25 of 100 worlds.

        Sources
          [1] “s”
          [2] “t”
              Graded 0.25 for reliability.
        """);
  }

  @Test
  void saysThatTheGraphHasNoSuchLine() {
    assertThat(of(graph(claim("c").evidence(evidence("s")), source("s")), Verdict.MISLEADING)
            .toText(ENGLISH))
        .isEqualTo("""
        c
        Why is it “Supported”, and not “True, but missing context”?
        The chance that it leaves something out would have to be above 50%, half of that it holds; it is 0%.
        Nothing is entered that it would leave out.
        """);
  }

  @Test
  void namesTheLinesThatQualifyTheClaim() {
    assertThat(of(
                graph(
                    claim("c").evidence(evidence("s")).evidence(qualifying("t")),
                    source("s"),
                    source("t").reliability(Grade.of(.7))),
                Verdict.SUPPORTED)
            .toText(ENGLISH))
        .isEqualTo("""
        c
        Why is it “True, but missing context”, and not “Supported”?
        The chance that it leaves something out would have to be at most 50%, half of that it holds; it is 70%.

        What stands in the way
          • “t” [1], as a source for what it leaves out

        Sources
          [1] “t”
              Graded 0.7 for reliability.
        """);
  }

  @Test
  void saysThatTheOtherRuleComesFirst() {
    Contrast contrast = of(
        graph(
            claim("c").evidence(evidence("s")).evidence(refuting("t")),
            source("s"),
            source("t").reliability("D")),
        Verdict.CONFLICTING);
    assertThat(contrast.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(contrast.unmet()).isEmpty();
    assertThat(contrast.toText(ENGLISH))
        .contains(
            "What “Conflicting evidence” takes is met; but so is what “Supported” takes, which comes first.");
  }

  @Test
  void saysThatUnverifiedIsWhatRemains() {
    Contrast contrast =
        of(graph(claim("c").evidence(evidence("s")), source("s")), Verdict.UNVERIFIED);
    assertThat(contrast.conditions()).hasSize(4).allMatch(VerdictCondition::isMet);
    assertThat(contrast.toText(ENGLISH)).isEqualTo("""
        c
        Why is it “Supported”, and not “Unverified”?
        “Unverified” is what remains where no other verdict is reached; here “Supported” is.

        What stands in the way
          • “s” [1], as a source for it

        Sources
          [1] “s”
        """);
  }

  @Test
  void tellsEveryObstacle() {
    ClaimGraph graph = graph(
        claim("c")
            .inference(step("open").id("one"))
            .inference(step("yes").unless("yes").id("two"))
            .inference(step("yes").strength(Grade.of(.3)).id("three"))
            .inference(step("c").id("four"))
            .evidence(evidence("gone"))
            .evidence(evidence("s").date("2026").unless("yes")),
        claim("open"),
        claim("yes").evidence(evidence("s").date("2020")),
        source("s"),
        source("gone").retracted(Retraction.builder("2020")));
    Evaluation evaluation =
        Evaluator.builder().asOf(PartialDate.parse("2025")).build().evaluate(graph);
    assertThat(Contrast.of(evaluation, "c", Verdict.SUPPORTED).toText(ENGLISH)).isEqualTo("""
        c
        Why is it “Unverified”, and not “Supported”?
        The chance that there is a case for it would have to be above 50%; it is 30%.

        What would serve, but falls short or is undecided
          • “gone” [1], as a source for it. “gone” [1] was retracted in 2020.
          • “s” [2], as a source for it. It did not exist yet: it dates from 2026. This holds, and so it does not count: “yes”.
          • a step towards it, from “open”. A premise is unverified: “open”.
          • a step towards it, from “yes”. This stops the step: “yes”.
          • a step towards it, from “yes”. The step itself is too weak to carry the conclusion: graded 0.3, it holds in 30 of
            100 worlds.
          • a step towards it, from “c”. A premise is unverified: “c”.

        Sources
          [1] “gone”
              It was retracted in 2020.
          [2] “s”
        """);
  }

  @Test
  void rejectsTheActualVerdict() {
    ClaimGraph graph = graph(claim("c"), source("s"));
    assertThatThrownBy(() -> of(graph, Verdict.UNVERIFIED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("claim 'c' is unverified");
    assertThat(of(graph, Verdict.REFUTED))
        .hasToString("why claim 'c' is unverified and not refuted");
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  /** The rules in contrasts are those by which verdicts are derived. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFirstRuleThatIsMetIsThatOfTheVerdict(long seed) {
    ClaimGraph graph = RandomClaimGraphs.graph(seed);
    for (Standard standard : Standard.values()) {
      Evaluation evaluation = Evaluator.builder().standard(standard).build().evaluate(graph);
      for (Claim claim : graph.claims()) {
        Verdict verdict = evaluation.verdict(claim.id());
        Verdict first = Verdict.UNVERIFIED;
        for (Verdict other : new Verdict[] {
          Verdict.CONFLICTING, Verdict.REFUTED, Verdict.MISLEADING, Verdict.SUPPORTED
        }) {
          boolean isMet = other == verdict
              ? Contrast.of(evaluation, claim.id(), Verdict.UNVERIFIED).unmet().isEmpty()
              : Contrast.of(evaluation, claim.id(), other).unmet().isEmpty();
          first = isMet ? other : first;
        }
        assertThat(first).isEqualTo(verdict);
      }
    }
  }
}
