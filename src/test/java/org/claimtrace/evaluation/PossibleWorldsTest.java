package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.LogicProgram.Truth;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beliefs against all worlds of small graphs, each world judged by the alternating fixpoint. */
class PossibleWorldsTest {

  private static final int MOST_COINS = 9;

  /** What comes of adding up all worlds, each weighed by its probability. */
  private static final class AllWorlds {

    private final Map<String, double[]> claims = new LinkedHashMap<>();
    private final Map<Element, double[]> lines = new LinkedHashMap<>();
    private final Map<String, Double> right = new LinkedHashMap<>();

    AllWorlds(ClaimGraph graph, Options options, Map<Element, Double> grades) {
      List<Element> open = open(grades);
      for (long world = 0; world < 1L << open.size(); world++) {
        double weight = 1;
        Set<Element> yes = new HashSet<>();
        for (int i = 0; i < open.size(); i++) {
          boolean heads = (world >>> i & 1) == 1;
          double grade = grades.get(open.get(i));
          weight *= heads ? grade : 1 - grade;
          if (heads) {
            yes.add(open.get(i));
          }
        }
        add(
            graph,
            weight,
            AlternatingFixpoint.of(
                graph, options, element -> yes.contains(element) || grades.get(element) == 1));
      }
    }

    private void add(ClaimGraph graph, double weight, AlternatingFixpoint world) {
      for (Claim claim : graph.claims()) {
        Belief belief = world.belief(claim.id());
        double[] sums = claims.computeIfAbsent(claim.id(), id -> new double[Label.values().length]);
        for (Label label : Label.values()) {
          sums[label.ordinal()] += weight * belief.of(label);
        }
        for (Element line : graph.lines(claim.id())) {
          double[] fires = lines.computeIfAbsent(line, id -> new double[2]);
          fires[0] += world.fires(line) == Truth.TRUE ? weight : 0;
          fires[1] += world.fires(line) == Truth.UNDEFINED ? weight : 0;
        }
      }
      for (Source source : graph.sources()) {
        right.merge(source.id(), world.right(source.id()) ? weight : 0, Double::sum);
      }
    }
  }

  static Map<Element, Double> grades(ClaimGraph graph) {
    Map<Element, Double> grades = new LinkedHashMap<>();
    for (Source source : graph.sources()) {
      grades.put(Element.source(source.id()), source.reliability().value());
    }
    for (Claim claim : graph.claims()) {
      for (Evidence evidence : claim.evidence()) {
        grades.put(
            Element.evidence(evidence.lineId(claim.id())), evidence.strength().value());
      }
      for (Inference inference : claim.inferences()) {
        grades.put(
            Element.inference(inference.lineId(claim.id())),
            inference.strength().value());
      }
    }
    return grades;
  }

  private static List<Element> open(Map<Element, Double> grades) {
    List<Element> open = new ArrayList<>();
    grades.forEach((element, grade) -> {
      if (grade > 0 && grade < 1) {
        open.add(element);
      }
    });
    return open;
  }

  private static Evaluator.Builder evaluator(Options options) {
    Evaluator.Builder builder = Evaluator.builder().reviews(options.reviews());
    options.asOf().ifPresent(builder::asOf);
    options.suppositions().forEach(builder::suppose);
    return builder;
  }

  private static Options options(ClaimGraph graph, long seed) {
    ReviewPolicy policy = ReviewPolicy.values()[(int) (seed % 3)];
    return RandomClaimGraphs.options(graph, policy, seed);
  }

  private static void assertAgrees(
      Evaluation evaluation, AllWorlds expected, double precision, String what) {
    expected.claims.forEach((id, sums) -> {
      for (Label label : Label.values()) {
        assertThat(evaluation.belief(id).of(label))
            .as("%s of %s in %s", label, id, what)
            .isCloseTo(sums[label.ordinal()], within(precision));
      }
    });
    expected.lines.forEach((line, fires) -> {
      assertThat(evaluation.fires(line))
          .as("%s fires in %s", line, what)
          .isCloseTo(fires[0], within(precision));
      assertThat(evaluation.undecided(line))
          .as("%s undecided in %s", line, what)
          .isCloseTo(fires[1], within(precision));
    });
    expected.right.forEach((id, chance) -> assertThat(evaluation.right(id))
        .as("%s right in %s", id, what)
        .isCloseTo(chance, within(precision)));
  }

  private static int compareExactly(LongStream seeds) {
    int[] withCoins = {0};
    seeds.forEach(seed -> {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      Map<Element, Double> grades = grades(graph);
      if (open(grades).size() > MOST_COINS) {
        return;
      }
      Options options = options(graph, seed);
      Evaluation evaluation = evaluator(options).build().evaluate(graph);
      assertThat(evaluation.method()).isNotEqualTo(Method.SAMPLED);
      withCoins[0] += evaluation.method() == Method.EXACT ? 1 : 0;
      assertAgrees(
          evaluation,
          new AllWorlds(graph, options, grades),
          1e-9,
          "graph " + seed + ", " + options);
    });
    return withCoins[0];
  }

  @Nested
  class AnExactEvaluation {

    static List<Long> hundreds() {
      return LongStream.range(0, 20).map(i -> i * 100).boxed().toList();
    }

    @ParameterizedTest(name = "seeds {0} and the next hundred")
    @MethodSource("hundreds")
    void addsUpAllWorlds(long first) {
      assertThat(compareExactly(LongStream.range(first, first + 100))).isPositive();
    }

    @Tag("slow")
    @Test
    void addsUpAllWorldsOfVeryManyGraphs() {
      assertThat(compareExactly(LongStream.range(1_000_000, 1_060_000))).isGreaterThan(10_000);
    }
  }

  @Nested
  class ASampledEvaluation {

    private static final int WORLDS = 4096;

    /** The largest of 40,000 standard normal variables exceeds 5.2 about once in a hundred runs; the seeds are fixed. */
    private static final double ERRORS = 5.2;

    @Test
    void countsWithinItsErrorOfTheExactOne() {
      int compared = 0;
      double squares = 0;
      for (long seed = 0; seed < 1500; seed++) {
        ClaimGraph graph = RandomClaimGraphs.graph(seed);
        Options options = options(graph, seed);
        Evaluation exact = evaluator(options).build().evaluate(graph);
        Evaluation sampled =
            evaluator(options).nodeBudget(0).worlds(WORLDS).seed(seed).build().evaluate(graph);
        if (exact.method() != Method.EXACT) {
          continue;
        }
        for (Claim claim : graph.claims()) {
          for (Label label : Label.values()) {
            double probability = exact.belief(claim.id()).of(label);
            double error = Math.sqrt(probability * (1 - probability) / WORLDS);
            double difference = sampled.belief(claim.id()).of(label) - probability;
            if (error < 1e-9) {
              assertThat(difference).isCloseTo(0, within(1e-9));
              continue;
            }
            assertThat(Math.abs(difference) / error)
                .as("%s of %s in graph %s", label, claim.id(), seed)
                .isLessThan(ERRORS);
            squares += difference * difference / (error * error);
            compared++;
          }
        }
      }
      assertThat(compared).isGreaterThan(800);
      // Labels of one graph are not independent, so the mean is told only roughly.
      assertThat(squares / compared).isCloseTo(1, within(.25));
    }

    @ParameterizedTest(name = "{0} worlds")
    @MethodSource("org.claimtrace.evaluation.PossibleWorldsTest#worlds")
    void isTheSameOnAnyNumberOfThreads(int worlds) {
      for (long seed = 0; seed < 100; seed++) {
        ClaimGraph graph = RandomClaimGraphs.graph(seed);
        Evaluation parallel =
            Evaluator.builder().nodeBudget(0).worlds(worlds).build().evaluate(graph);
        Evaluation alone = Evaluator.builder()
            .nodeBudget(0)
            .worlds(worlds)
            .executor(Runnable::run)
            .build()
            .evaluate(graph);
        assertThat(alone.judgements())
            .containsExactlyElementsOf(parallel.judgements().toList());
      }
    }

    @Test
    void tellsAnIntervalAndHowManyWorldsItLookedAt() {
      ClaimGraph graph = ClaimGraphs.graph(
          ClaimGraphs.source("s").reliability(.8),
          ClaimGraphs.claim("a").evidence(ClaimGraphs.evidence("s")));
      Evaluation sampled =
          Evaluator.builder().nodeBudget(0).worlds(1000).build().evaluate(graph);
      assertThat(sampled.worlds()).hasValue(1000);
      double share = sampled.belief("a").supported();
      Interval interval = sampled.interval("a", Label.SUPPORTED);
      assertThat(interval.contains(share)).isTrue();
      assertThat(interval.contains(.8)).isTrue();
      assertThat(interval.high() - interval.low())
          .isCloseTo(2 * 1.96 * Math.sqrt(.16 / 1000), within(.001));
    }
  }

  static List<Integer> worlds() {
    return List.of(1, 63, 64, 65, 1000, 1024, 4096, 5000);
  }
}
