package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that an evaluation says of a small graph, against all worlds of it, each judged by the alternating fixpoint. */
class PossibleWorldsTest {

  private static final int MOST_COINS = 12;
  private static final double PRECISION = 1e-9;
  private static final int GRAPHS_A_TEST = 1000;

  static LongStream someSeeds() {
    return LongStream.range(0, 20).map(i -> i * GRAPHS_A_TEST);
  }

  static LongStream manySeeds() {
    return LongStream.range(1000, 1400).map(i -> i * GRAPHS_A_TEST);
  }

  /** How many graphs of each sort were compared. */
  private static final class Tally {
    private int exact;
    private int withAllCoins;
    private int undecidedByChance;

    void count(Evaluation evaluation, int open) {
      exact += evaluation.method() == Method.EXACT ? 1 : 0;
      withAllCoins += open == MOST_COINS ? 1 : 0;
      boolean byChance = evaluation.graph().claims().stream()
          .flatMap(claim -> evaluation.graph().lines(claim.id()).stream())
          .mapToDouble(evaluation::undecided)
          .anyMatch(undecided -> undecided > 1e-6 && undecided < 1 - 1e-6);
      undecidedByChance += byChance ? 1 : 0;
    }
  }

  @Nested
  class AnEvaluationOfNumbers {

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.PossibleWorldsTest#someSeeds")
    void addsUpAllWorlds(long firstSeed) {
      compare(firstSeed);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("org.claimtrace.evaluation.PossibleWorldsTest#manySeeds")
    void addsUpAllWorldsOfVeryManyGraphs(long firstSeed) {
      compare(firstSeed);
    }
  }

  private static void compare(long firstSeed) {
    Tally tally = new Tally();
    for (long seed = firstSeed; seed < firstSeed + GRAPHS_A_TEST; seed++) {
      compare(seed, tally);
    }
    assertThat(tally.exact).isGreaterThan(GRAPHS_A_TEST / 2);
    assertThat(tally.withAllCoins).isGreaterThan(GRAPHS_A_TEST / 40);
    assertThat(tally.undecidedByChance).isGreaterThan(GRAPHS_A_TEST / 20);
  }

  private static void compare(long seed, Tally tally) {
    ClaimGraph graph = RandomClaimGraphs.graph(seed, MOST_COINS);
    Options options = RandomClaimGraphs.options(
            graph, ReviewPolicy.values()[(int) (seed % 3)], seed)
        .ignoringDerivation(seed % 7 == 0);
    boolean byLogic = seed % 20 == 0;
    Standard standard = Standard.values()[(int) (seed / 3 % 3)];
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    if (byLogic) {
      grades.replaceAll((coin, grade) -> grade > .5 ? 1.0 : 0.0);
    }
    Worlds worlds = Worlds.of(grades);

    Evaluation evaluation =
        options.numbers().byLogic(byLogic).standard(standard).build().evaluate(graph);

    assertThat(evaluation.method()).isNotEqualTo(Method.SAMPLED);
    tally.count(evaluation, worlds.open());
    assertAgrees(
        evaluation,
        AlternatingFixpoint.of(graph, options, worlds),
        "graph " + seed + ", " + options + (byLogic ? " by logic" : ""));
  }

  private static void assertAgrees(
      Evaluation evaluation, AlternatingFixpoint expected, String what) {
    ClaimGraph graph = evaluation.graph();
    for (Claim claim : graph.claims()) {
      String id = claim.id();
      Belief belief = expected.belief(id);
      for (Label label : Label.values()) {
        assertClose(evaluation.belief(id).of(label), belief.of(label), label, claim, what);
      }
      assertClose(evaluation.caseFor(id), expected.chanceFor(id), "case for", claim, what);
      assertClose(
          evaluation.caseAgainst(id), expected.chanceAgainst(id), "case against", claim, what);
      for (Element line : graph.lines(id)) {
        Chance fires = new Chance(evaluation.fires(line), evaluation.undecided(line));
        assertClose(fires, expected.chanceToFire(line), "firing of", line, what);
      }
      Verdict verdict = verdict(evaluation.standard(), belief);
      if (evaluation.verdict(id) != verdict) {
        assertThat(evaluation.verdict(id)).as("%s in %s", claim, what).isEqualTo(verdict);
      }
    }
    for (Source source : graph.sources()) {
      assertClose(
          evaluation.right(source.id()), expected.chanceRight(source.id()), "right", source, what);
    }
  }

  private static void assertClose(
      Chance actual, Chance expected, Object aspect, Object of, String what) {
    assertClose(actual.yes(), expected.yes(), aspect, of, what);
    assertClose(actual.undecided(), expected.undecided(), aspect + ", undecided,", of, what);
  }

  /** Millions of times: a message is made only where it is needed. */
  private static void assertClose(
      double actual, double expected, Object aspect, Object of, String what) {
    if (!(Math.abs(actual - expected) <= PRECISION)) {
      assertThat(actual).as("%s %s in %s", aspect, of, what).isEqualTo(expected);
    }
  }

  /** The verdict on a belief, as the meaning words it. */
  private static Verdict verdict(Standard standard, Belief belief) {
    Map<Standard, List<Double>> standards = new HashMap<>();
    standards.put(Standard.PREPONDERANCE, List.of(.5, .5));
    standards.put(Standard.CLEAR_AND_CONVINCING, List.of(.75, .25));
    standards.put(Standard.BEYOND_REASONABLE_DOUBT, List.of(.95, .05));
    double burden = standards.get(standard).get(0);
    double doubt = standards.get(standard).get(1);
    double inFavour = belief.supported() + belief.conflicting();
    double against = belief.refuted() + belief.conflicting();
    double decided = 1 - belief.unverified();
    if (exceeds(inFavour, burden)
        && !exceeds(against, doubt)
        && exceeds(belief.supported(), against)) {
      return exceeds(belief.qualified(), belief.supported() / 2)
          ? Verdict.MISLEADING
          : Verdict.SUPPORTED;
    }
    if (exceeds(against, burden)
        && !exceeds(inFavour, doubt)
        && exceeds(belief.refuted(), inFavour)) {
      return Verdict.REFUTED;
    }
    return exceeds(decided, burden) && exceeds(Math.min(inFavour, against), Math.min(doubt, .25))
        ? Verdict.CONFLICTING
        : Verdict.UNVERIFIED;
  }

  private static boolean exceeds(double probability, double threshold) {
    return probability - threshold > 1e-9;
  }
}
