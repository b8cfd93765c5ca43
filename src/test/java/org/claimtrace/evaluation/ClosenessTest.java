package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClosenessTest {

  private static Belief belief(
      double supported, double refuted, double conflicting, double qualified) {
    return new Belief(
        supported, refuted, conflicting, 1 - supported - refuted - conflicting, qualified);
  }

  /**
   * In 1,000 worlds a share of a half is told to within 31 thousandths, one of 75 hundredths to within 27, of a quarter too,
   * and of 95 or 5 hundredths to within 14.
   */
  @Nested
  class InAThousandWorlds {

    @ParameterizedTest(
        name =
            "{0}: of {1} supported, {2} refuted, {3} conflicting, {4} qualified, {5} is close: {6}")
    @CsvSource({
      // the burden of the case for
      "PREPONDERANCE,           510,   0,   0,   0, SUPPORTED,   true",
      "PREPONDERANCE,           490,   0,   0,   0, UNVERIFIED,  true",
      "PREPONDERANCE,           530,   0,   0,   0, SUPPORTED,   true",
      "PREPONDERANCE,           532,   0,   0,   0, SUPPORTED,   false",
      "PREPONDERANCE,           468,   0,   0,   0, UNVERIFIED,  false",
      "CLEAR_AND_CONVINCING,    760,   0,   0,   0, SUPPORTED,   true",
      "CLEAR_AND_CONVINCING,    780,   0,   0,   0, SUPPORTED,   false",
      "BEYOND_REASONABLE_DOUBT, 960,   0,   0,   0, SUPPORTED,   true",
      "BEYOND_REASONABLE_DOUBT, 970,   0,   0,   0, SUPPORTED,   false",
      // the burden of the case against
      "PREPONDERANCE,             0, 510,   0,   0, REFUTED,     true",
      "PREPONDERANCE,             0, 490,   0,   0, UNVERIFIED,  true",
      "PREPONDERANCE,             0, 532,   0,   0, REFUTED,     false",
      "CLEAR_AND_CONVINCING,      0, 740,   0,   0, UNVERIFIED,  true",
      // the doubt that the case against leaves
      "CLEAR_AND_CONVINCING,    740,   0, 240,   0, SUPPORTED,   true",
      "CLEAR_AND_CONVINCING,    740,   0, 260,   0, CONFLICTING, true",
      "CLEAR_AND_CONVINCING,    600,   0, 300,   0, CONFLICTING, false",
      "BEYOND_REASONABLE_DOUBT, 930,   0,  45,   0, SUPPORTED,   true",
      // the doubt that the case for leaves
      "CLEAR_AND_CONVINCING,      0, 740, 240,   0, REFUTED,     true",
      "BEYOND_REASONABLE_DOUBT,   0, 930,  55,   0, CONFLICTING, true",
      // the case for against the case against: of 980 worlds in which either is, which has more
      "PREPONDERANCE,           495,   0, 485,   0, SUPPORTED,   true",
      "PREPONDERANCE,           485,   0, 495,   0, CONFLICTING, true",
      "PREPONDERANCE,           600,   0, 380,   0, SUPPORTED,   false",
      "PREPONDERANCE,             0, 495, 485,   0, REFUTED,     true",
      "PREPONDERANCE,             0, 485, 495,   0, CONFLICTING, true",
      // the same, where the doubt is far from it
      "PREPONDERANCE,           400,   0, 380,   0, SUPPORTED,   true",
      "PREPONDERANCE,             0, 400, 380,   0, REFUTED,     true",
      // a qualification, as a share of what is supported
      "PREPONDERANCE,           800,   0,   0, 410, MISLEADING,  true",
      "PREPONDERANCE,           800,   0,   0, 390, SUPPORTED,   true",
      "PREPONDERANCE,           800,   0,   0, 440, MISLEADING,  false",
      "PREPONDERANCE,           800,   0,   0, 360, SUPPORTED,   false",
      // what is decided at all
      "PREPONDERANCE,           260, 250,   0,   0, UNVERIFIED,  true",
      "PREPONDERANCE,           270, 265,   0,   0, CONFLICTING, true",
      "PREPONDERANCE,           155, 150, 200,   0, CONFLICTING, true",
      "PREPONDERANCE,           320, 320,   0,   0, CONFLICTING, false",
      // the lesser side of a conflict
      "PREPONDERANCE,           300, 260,   0,   0, CONFLICTING, true",
      "PREPONDERANCE,           300, 240,   0,   0, UNVERIFIED,  true",
      "PREPONDERANCE,           350, 290,   0,   0, CONFLICTING, false",
      "BEYOND_REASONABLE_DOUBT, 910,   0,  60,   0, CONFLICTING, true",
      // a threshold in an interval changes nothing where another comparison decides
      "PREPONDERANCE,             0, 490,   0,   0, UNVERIFIED,  true",
      "PREPONDERANCE,           100,   0,   0,  50, UNVERIFIED,  false",
      "PREPONDERANCE,             0, 800,   0,   0, REFUTED,     false",
      "CLEAR_AND_CONVINCING,    500,   0,   0,   0, UNVERIFIED,  false",
      "CLEAR_AND_CONVINCING,    250,   0,   0, 125, UNVERIFIED,  false",
      "BEYOND_REASONABLE_DOUBT,  50,   0,   0,   0, UNVERIFIED,  false",
      "PREPONDERANCE,           250,   0,   0,   0, UNVERIFIED,  false",
      // nothing at all, and everything
      "PREPONDERANCE,             0,   0,   0,   0, UNVERIFIED,  false",
      "PREPONDERANCE,          1000,   0,   0,   0, SUPPORTED,   false",
      "PREPONDERANCE,             0,   0,1000,   0, CONFLICTING, false"
    })
    void isCloseWhereAnotherVerdictWouldFollow(
        Standard standard,
        int supported,
        int refuted,
        int conflicting,
        int qualified,
        Verdict verdict,
        boolean close) {
      Belief belief =
          belief(supported / 1000.0, refuted / 1000.0, conflicting / 1000.0, qualified / 1000.0);

      assertThat(standard.verdict(belief)).isEqualTo(verdict);
      assertThat(Closeness.isClose(standard, belief, 1000)).isEqualTo(close);
    }
  }

  @Nested
  class OfMoreWorlds {

    /** Two per cent above the threshold is nothing in 1,000 worlds, and eight standard errors in 40,000. */
    @Test
    void isLessOften() {
      Belief belief = belief(.52, 0, 0, 0);

      assertThat(Closeness.isClose(Standard.PREPONDERANCE, belief, 1000)).isTrue();
      assertThat(Closeness.isClose(Standard.PREPONDERANCE, belief, 40_000)).isFalse();
    }

    @Test
    void isAlwaysOfASingleWorld() {
      assertThat(Closeness.isClose(Standard.PREPONDERANCE, belief(1, 0, 0, 0), 1))
          .isTrue();
    }
  }

  @Nested
  class OfExactNumbers {

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, qualified {4}, is close: {5}")
    @CsvSource({
      "PREPONDERANCE,           .5,            0,  0,  0, true",
      "PREPONDERANCE,           .5000000005,   0,  0,  0, true",
      "PREPONDERANCE,           .4999999995,   0,  0,  0, true",
      "PREPONDERANCE,           .500000002,    0,  0,  0, false",
      "PREPONDERANCE,           .499999998,    0,  0,  0, false",
      "PREPONDERANCE,           0,            .5,  0,  0, true",
      "PREPONDERANCE,           .6,           .4,  0,  0, false",
      "PREPONDERANCE,           .4,            0, .4,  0, true",
      "PREPONDERANCE,           .8,            0,  0, .4, true",
      "PREPONDERANCE,           .8,            0,  0, .3, false",
      "PREPONDERANCE,           .3,          .25,  0,  0, true",
      "PREPONDERANCE,           .25,           0,  0,  0, false",
      "CLEAR_AND_CONVINCING,    .6,            0,.25,  0, true",
      "CLEAR_AND_CONVINCING,    .5,            0,  0,  0, false",
      "BEYOND_REASONABLE_DOUBT, .91,           0,.05,  0, true",
      "BEYOND_REASONABLE_DOUBT, .95,           0,  0,  0, true",
      "PREPONDERANCE,            0,            0,  0,  0, false",
      "PREPONDERANCE,            1,            0,  0,  0, false"
    })
    void isCloseWhereOneEqualsItsThreshold(
        Standard standard,
        double supported,
        double refuted,
        double conflicting,
        double qualified,
        boolean close) {
      assertThat(Closeness.isClose(standard, belief(supported, refuted, conflicting, qualified), 0))
          .isEqualTo(close);
    }
  }

  @Nested
  class OfAnEvaluation {

    private final ClaimGraph graph = graph(
        source("even").reliability(.5),
        source("sure").reliability(.9),
        claim("c").evidence(evidence("even")),
        claim("d").evidence(evidence("sure")),
        claim("nothing"));

    @ParameterizedTest(name = "{0}")
    @EnumSource(
        value = Method.class,
        names = {"EXACT", "SAMPLED"})
    void isTheClosenessOfItsClaim(Method method) {
      Evaluation evaluation = Evaluator.builder()
          .nodeBudget(method == Method.EXACT ? 1000 : 0)
          .build()
          .evaluate(graph);

      assertThat(evaluation.method()).isEqualTo(method);
      assertThat(evaluation.isClose("c")).isTrue();
      assertThat(evaluation.isClose("d")).isFalse();
      assertThat(evaluation.isClose("nothing")).isFalse();
    }

    @Test
    void isNeverOneByLogic() {
      Evaluation evaluation = Evaluator.builder().byLogic(true).build().evaluate(graph);

      assertThat(graph.claims())
          .allSatisfy(claim -> assertThat(evaluation.isClose(claim.id())).isFalse());
    }
  }
}
