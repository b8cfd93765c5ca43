package org.claimtrace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableMap;
import java.util.SplittableRandom;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

  private static final ClaimGraph GRAPH = graph(
      source("paper").retracted(Retraction.builder("2020")),
      source("county").reliability(.8),
      source("critic").reliability(.4),
      claim("unsafe").evidence(evidence("paper")).evidence(refuting("critic")),
      claim("closed").inference(step("unsafe")).evidence(evidence("county").id("notice")),
      claim("old").evidence(evidence("county")));

  private static final Evaluation EVALUATION = Evaluator.usual().evaluate(GRAPH);

  @Test
  void sayThatAGradeHasNoEffectOnAWithdrawnStatement() {
    ClaimGraph graph = graph(
        source("paper"),
        claim("unsafe")
            .evidence(evidence("paper").id("e").retracted(Retraction.builder("2020-05"))));
    Scenario scenario = Evaluator.usual().evaluate(graph).whatIf().scenario();
    for (double grade : new double[] {0, .9, 1}) {
      Consequences consequences = Consequences.of(scenario.set(Element.evidence("e"), grade));
      assertThat(consequences.toText(Style.builder().language("en").width(100).build()))
          .isEqualTo("""
              What if: Graph

              Suppose
                • This was withdrawn in May 2020, so its strength has no effect: “paper” [1], as a source for
                  “unsafe”.

              Then
                No verdict changes.

              Sources
                [1] “paper”
              """);
      assertThat(consequences.toText("zh")).contains("这一说法已于 2020 年 5 月撤回，强度不起作用：");
    }
  }

  private static Scenario scenario() {
    return EVALUATION.whatIf().scenario();
  }

  private static String text(Scenario scenario) {
    return Consequences.of(scenario)
        .toText(Style.builder().language("en").width(100).build());
  }

  @Test
  void beginWithWhatIsSupposed() {
    assertThat(text(scenario().discredit("county").suppose("unsafe", Supposition.REJECTED)))
        .isEqualTo("""
            What if: Graph

            Suppose
              • What “county” [1] says counts for nothing.
              • “unsafe” is rejected.

            Then
              3 of 3 verdicts change.

            ? Unverified → ✗ Refuted  [unsafe]
              unsafe
              Supported in 0% of worlds → 0%; refuted in 40% → 100%.

            ✓ Supported → ? Unverified  [closed]
              closed
              Supported in 80% of worlds → 0%; refuted in 0% → 0%.

            ✓ Supported → ? Unverified  [old]
              old
              Supported in 80% of worlds → 0%; refuted in 0% → 0%.

            Sources
              [1] “county”
                  Graded 0.8 for reliability.
            """);
  }

  @Test
  void callNoOpinionSupportedAndNoPredictionRefuted() {
    ClaimGraph graph = graph(
        source("s").reliability(.8),
        claim("fair").kind(ClaimKind.OPINION).evidence(evidence("s")),
        claim("rain").kind(ClaimKind.PREDICTION).evidence(evidence("s")));
    Scenario scenario = Evaluator.usual().evaluate(graph).whatIf().scenario();
    assertThat(text(scenario.discredit("s")))
        .contains("""
            ✓ Well argued → ? Not backed up  [fair]
              fair
              Well argued in 80% of worlds → 0%; argued against in 0% → 0%.
            """)
        .contains("""
            ✓ Expected → ? Open  [rain]
              rain
              Expected in 80% of worlds → 0%; not expected in 0% → 0%.
            """)
        .doesNotContain("upported", "efuted");
  }

  @Test
  void sayThatARetractionIsLifted() {
    assertThat(text(scenario().vindicate("paper"))).contains("""
            Suppose
              • The retraction of “paper” [1] is lifted, and it is vindicated: it is right, as far as what it is
                derived from is.
            """);
    assertThat(text(scenario().set(Element.source("paper"), .7)))
        .contains("• The retraction of “paper” [1] is lifted, and its reliability is 0.7.\n");
    assertThat(Consequences.of(scenario().vindicate("paper")).toText("zh"))
        .contains("取消对“paper（en）”[1]的撤回");
    assertThat(Consequences.of(scenario().vindicate("paper")).toJson())
        .contains("\"liftedRetractions\": [");
  }

  @Test
  void nameEveryKindOfChange() {
    assertThat(text(scenario()
            .vindicate("county")
            .set(Element.source("critic"), .5)
            .set(Element.evidence("notice"), .25)
            .strike(Element.evidence("old/evidence/county"))
            .suppose("old", Supposition.OPEN)
            .add("old", Evidence.builder("critic").id("more").build())))
        .contains("""
            Suppose
              • “county” [1] is vindicated: it is right, as far as what it is derived from is.
              • The reliability of “critic” [2] is 0.5 instead of 0.4.
              • The strength is 0.25 instead of 1: “county” [1], as a source for “closed”.
              • This is left out: “county” [1], as a source for “old”.
              • “old” is open.
              • This is added: “critic” [2], as a source for “old”.
            """);
  }

  @Test
  void areNoneOfWhatIsSupposedAlready() {
    Evaluation supposed = scenario().discredit("county").evaluate();

    Consequences next =
        Consequences.of(supposed.whatIf().scenario().suppose("old", Supposition.ACCEPTED));

    assertThat(next.grades()).isEmpty();
    assertThat(next.suppositions()).isEqualTo(ImmutableMap.of("old", Supposition.ACCEPTED));
    assertThat(next.changed()).containsExactly("old");
    assertThat(text(scenario())).contains("Nothing is supposed to be otherwise.");
  }

  /** Every claim is among the changed ones, the shifted ones or those that stay the same. */
  @Test
  void areThoseOfTheScenario() {
    for (long seed = 0; seed < 60; seed++) {
      Evaluation before = Evaluator.usual().evaluate(RandomClaimGraphs.graph(seed, 4));
      SplittableRandom random = new SplittableRandom(seed);
      Scenario scenario = before.whatIf().scenario();
      for (Source source : before.graph().sources()) {
        scenario = random.nextInt(3) == 0
            ? scenario.set(Element.source(source.id()), random.nextInt(3) / 2.0)
            : scenario;
      }
      Evaluation after = scenario.evaluate();
      Consequences consequences = Consequences.of(scenario);
      for (Claim claim : before.graph().claims()) {
        String id = claim.id();
        boolean isChanged = before.verdict(id) != after.verdict(id);
        assertThat(consequences.changed().contains(id)).isEqualTo(isChanged);
        assertThat(consequences.shifted().contains(id))
            .isEqualTo(!isChanged && !before.belief(id).equals(after.belief(id)));
      }
      assertThat(Consequences.of(before, after)).isEqualTo(Consequences.of(before, after));
    }
  }
}
