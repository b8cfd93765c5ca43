package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

  private static Options options(ClaimGraph graph, long seed) {
    ReviewPolicy policy = ReviewPolicy.values()[(int) (seed % 3)];
    return RandomClaimGraphs.options(graph, policy, seed).ignoringDerivation(seed % 7 == 0);
  }

  /**
   * Sampled shares against exact probabilities. A share of 4,096 worlds whose variance allows it is as good as normally
   * distributed about the probability: it is off by more than four standard errors once in 15,787 times, by more than five
   * once in 1.7 million. Of the others Chernoff's bound holds: a share q is had with a probability of at most twice the
   * exponential of -4,096 D, where D is the divergence of q from the probability.
   *
   * <p>What is said of one graph hangs together, so the graphs are counted in which anything is off by more than four: by the
   * union bound no more than one in 15,787 comparisons in the mean, and they are independent of each other, being drawn with
   * seeds of their own. Among some 20,000 comparisons something is off by more than five for one choice of seeds in 80; for
   * this one nothing is.
   */
  @Nested
  class ASampledEvaluation {

    private static final int WORLDS = 4096;
    private static final int GRAPHS = 2500;
    private static final double BEYOND_FOUR = 6.334e-5;

    /** From here on, skewed as it is, a share is taken for normal. */
    private static final double LEAST_VARIANCE = 100;

    @Test
    void agreesWithTheExactOneWithinFourStandardErrors() {
      int normal = 0;
      int graphsBeyondFour = 0;
      double squares = 0;
      double squaredSizes = 0;
      int rare = 0;
      for (long seed = 0; seed < GRAPHS; seed++) {
        ClaimGraph graph = RandomClaimGraphs.graph(seed, 12);
        Evaluator.Builder evaluator = options(graph, seed).numbers();
        Evaluation exact = evaluator.build().evaluate(graph);
        if (exact.method() != Method.EXACT) {
          continue;
        }
        Evaluation sampled =
            evaluator.nodeBudget(0).worlds(WORLDS).seed(seed).build().evaluate(graph);
        assertThat(sampled.method()).isEqualTo(Method.SAMPLED);
        Map<Element, List<Double>> shares = Findings.of(sampled);
        boolean beyondFour = false;
        int before = normal;
        for (Map.Entry<Element, List<Double>> numbers : Findings.of(exact).entrySet()) {
          for (int i = 0; i < numbers.getValue().size(); i++) {
            double probability = Math.min(1, numbers.getValue().get(i));
            double share = shares.get(numbers.getKey()).get(i);
            String what = "number %s of %s in graph %s".formatted(i, numbers.getKey(), seed);
            double variance = WORLDS * probability * (1 - probability);
            if (variance < LEAST_VARIANCE) {
              if (!(WORLDS * divergence(share, probability) < 20)) {
                assertThat(share).as(what).isEqualTo(probability);
              }
              rare++;
              continue;
            }
            double errors = (share - probability) * WORLDS / Math.sqrt(variance);
            if (Math.abs(errors) > 5) {
              assertThat(share).as(what).isEqualTo(probability);
            }
            beyondFour |= Math.abs(errors) > 4;
            squares += errors * errors;
            normal++;
          }
        }
        graphsBeyondFour += beyondFour ? 1 : 0;
        squaredSizes += (normal - before) * (double) (normal - before);
      }
      assertThat(normal).isGreaterThan(20_000);
      assertThat(rare).isGreaterThan(20_000);
      double expected = normal * BEYOND_FOUR;
      assertThat((double) graphsBeyondFour).isLessThan(expected + 4 * Math.sqrt(expected) + 1);
      // The variance of a square is 2, and that of their sum the greatest if those of a graph are
      // all equal.
      assertThat(squares / normal).isCloseTo(1, within(4 * Math.sqrt(2 * squaredSizes) / normal));
    }

    /**
     * The divergence of a share from a probability (Kullback and Leibler), infinite where the share cannot be; a probability
     * that rounding alone keeps from 0 or 1 is 0 or 1.
     */
    private static double divergence(double share, double probability) {
      return term(share, probability) + term(1 - share, 1 - probability);
    }

    private static double term(double share, double probability) {
      return share == 0 ? 0 : share * Math.log(share / (probability < 1e-15 ? 0 : probability));
    }

    @Test
    void tellsAnIntervalAndHowManyWorldsItLookedAt() {
      ClaimGraph graph = graph(source("s").reliability(.8), claim("a").evidence(evidence("s")));
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

    /** As many worlds as it is asked for, from the first word on, the last of them cut short. */
    @ParameterizedTest(name = "{0} worlds")
    @MethodSource("org.claimtrace.evaluation.SamplingTest#worlds")
    void countsTheWorldsThatItsCoinsAreDrawnIn(int worlds) {
      ClaimGraph graph =
          graph(source("s").reliability(.4), claim("a").evidence(evidence("s").strength(.7)));
      GraphCircuit compiled = GraphCircuit.of(graph);
      long[][] rows = new long[2][(worlds + 63) / 64];
      DrawnCoins coins =
          new DrawnCoins(compiled, new Grades(compiled, ImmutableMap.of()), 17, rows[0].length);
      List<Element> elements = List.of(Element.source("s"), Element.evidence("a/evidence/s"));
      for (int i = 0; i < 2; i++) {
        coins.draw(compiled.gateOfCoin(compiled.coinOf(elements.get(i))), rows[i], 0);
      }
      int both = 0;
      int right = 0;
      for (int world = 0; world < worlds; world++) {
        long source = rows[0][world / 64] >>> world & 1;
        right += (int) source;
        both += (int) (source & rows[1][world / 64] >>> world & 1);
      }

      Evaluation sampled = Evaluator.builder()
          .nodeBudget(0)
          .worlds(worlds)
          .seed(17)
          .build()
          .evaluate(compiled.graph);

      double share = (double) both / worlds;
      assertThat(sampled.belief("a").supported()).isEqualTo(share);
      assertThat(sampled.belief("a").unverified()).isEqualTo((double) (worlds - both) / worlds);
      assertThat(sampled.fires(elements.get(1))).isEqualTo(share);
      assertThat(sampled.right("s")).isEqualTo((double) right / worlds);
    }

    /** A chain, whose gates take over the rows of those before them. */
    @ParameterizedTest(name = "{0} worlds")
    @ValueSource(ints = {1, 64, 65, 1024 + 64})
    void countsDownAChainTheWorldsInWhichEveryStepHolds(int worlds) {
      List<Object> parts = new ArrayList<>();
      parts.add(source("s").reliability(.9));
      parts.add(claim("c0").evidence(evidence("s")));
      List<Element> coins = new ArrayList<>();
      coins.add(Element.source("s"));
      for (int i = 1; i < 10; i++) {
        parts.add(claim("c" + i).inference(step("c" + (i - 1)).id("step-" + i).strength(.8)));
        coins.add(Element.inference("step-" + i));
      }
      GraphCircuit compiled = GraphCircuit.of(graph(parts.toArray()));
      int words = (worlds + 63) / 64;
      DrawnCoins drawn =
          new DrawnCoins(compiled, new Grades(compiled, ImmutableMap.of()), 17, words);

      Evaluation sampled = Evaluator.builder()
          .nodeBudget(0)
          .worlds(worlds)
          .seed(17)
          .build()
          .evaluate(compiled.graph);

      BitSet every = new BitSet();
      every.set(0, worlds);
      for (int i = 0; i < 10; i++) {
        long[] row = new long[words];
        drawn.draw(compiled.gateOfCoin(compiled.coinOf(coins.get(i))), row, 0);
        every.and(BitSet.valueOf(row));
        assertThat(sampled.belief("c" + i).supported())
            .isEqualTo((double) every.cardinality() / worlds);
      }
    }

    /** Of 2,000 intervals, 1,900 in the mean hold what they are for; 39 more or less are four standard deviations. */
    @Test
    void holdsTheProbabilityInNineteenOfTwentyIntervals() {
      ClaimGraph graph = graph(source("s").reliability(.35), claim("a").evidence(evidence("s")));
      GraphCircuit compiled = GraphCircuit.of(graph);
      int held = 0;
      for (long seed = 0; seed < 2000; seed++) {
        Evaluation sampled =
            Evaluator.builder().nodeBudget(0).seed(seed).build().evaluate(compiled.graph);
        held += sampled.interval("a", Label.SUPPORTED).contains(.35) ? 1 : 0;
      }
      assertThat(held).isBetween(1861, 1939);
    }
  }

  static List<Integer> worlds() {
    return List.of(1, 63, 64, 65, 1000, 1024, 1025, 4096, 5000, 20_000);
  }

  @Nested
  class TheNumberOfThreads {

    @ParameterizedTest(name = "{0} worlds")
    @MethodSource("org.claimtrace.evaluation.SamplingTest#worlds")
    void makesNoDifferenceToAnyCount(int worlds) {
      ExecutorService pool = Executors.newFixedThreadPool(7);
      try {
        for (long seed = 0; seed < 20; seed++) {
          ClaimGraph graph = RandomClaimGraphs.graph(seed, 12);
          GraphCircuit compiled = GraphCircuit.of(graph);
          Grades grades = new Grades(compiled, ImmutableMap.of());
          byte[] kinds = new Circumstances(
                  ReviewPolicy.EVIDENCE_FIRST, Optional.empty(), ImmutableMap.of(), false, false)
              .kinds(compiled, grades);
          List<List<Object>> counted = new ArrayList<>();
          for (int threads : new int[] {1, 2, 7, 1}) {
            Executor executor = counted.size() == 3 ? Runnable::run : pool;
            SampledOutcome outcome =
                new Sampling(compiled, kinds, grades, worlds, seed).run(executor, threads);
            counted.add(counts(compiled, outcome));
          }
          SampledOutcome onTheCaller =
              new Sampling(compiled, kinds, grades, worlds, seed).run(Runnable::run, 7);
          counted.add(counts(compiled, onTheCaller));
          assertThat(counted).containsOnly(counted.get(0));
        }
      } finally {
        pool.shutdown();
      }
    }

    private static List<Object> counts(GraphCircuit compiled, SampledOutcome outcome) {
      List<Object> all = new ArrayList<>();
      for (int claim = 0; claim < compiled.proGate.length; claim++) {
        all.add(outcome.belief(claim));
        all.add(outcome.pro(claim));
        all.add(outcome.con(claim));
      }
      for (int part = 0; part < compiled.partKinds.length; part++) {
        all.add(outcome.fires(part));
      }
      for (int source = 0; source < compiled.rightGate.length; source++) {
        all.add(outcome.right(source));
      }
      return all;
    }

    static LongStream someSeeds() {
      return LongStream.range(0, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void makesNoDifferenceToAnEvaluation(long seed) {
      ClaimGraph graph = AcyclicClaimGraphs.graph(seed);
      ExecutorService alone = Executors.newSingleThreadExecutor();
      ExecutorService two = Executors.newFixedThreadPool(2);
      ExecutorService seven = Executors.newFixedThreadPool(7);
      Function<Executor, Map<Element, List<Double>>> sampled =
          executor -> Findings.of(Evaluator.builder()
              .nodeBudget(0)
              .worlds(9999)
              .seed(seed)
              .executor(executor)
              .build()
              .evaluate(graph));
      try {
        Map<Element, List<Double>> byTheCaller = sampled.apply(Runnable::run);
        assertThat(sampled.apply(alone)).isEqualTo(byTheCaller);
        assertThat(sampled.apply(two)).isEqualTo(byTheCaller);
        assertThat(sampled.apply(seven)).isEqualTo(byTheCaller);
        assertThat(Findings.of(Evaluator.builder()
                .nodeBudget(0)
                .worlds(9999)
                .seed(seed)
                .build()
                .evaluate(graph)))
            .isEqualTo(byTheCaller);
        assertThat(Findings.of(Evaluator.builder()
                .nodeBudget(0)
                .worlds(9999)
                .seed(seed + 1)
                .build()
                .evaluate(graph)))
            .isNotEqualTo(byTheCaller);
      } finally {
        alone.shutdown();
        two.shutdown();
        seven.shutdown();
      }
    }
  }

  @Nested
  class AnotherGrade {

    /** Each claim of a crowd hangs on coins of its own, all of them of the same seed. */
    @Test
    void leavesEveryNumberThatDoesNotDependOnItAsItWas() {
      List<Object> parts = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        parts.add(source("s" + i).reliability(.3 + i / 100.0));
        parts.add(claim("c" + i).evidence(evidence("s" + i).strength(.7)));
      }
      ClaimGraph graph = graph(parts.toArray());
      Evaluator sampling = Evaluator.builder().nodeBudget(0).seed(9).build();
      Evaluation before = sampling.evaluate(graph);
      for (int changed = 0; changed < 30; changed++) {
        Evaluation after = sampling.evaluate(
            ClaimGraphs.graded(graph, ImmutableMap.of(Element.source("s" + changed), .05)));
        for (int i = 0; i < 30; i++) {
          Belief belief = after.belief("c" + i);
          if (i == changed) {
            assertThat(belief.supported()).isLessThan(before.belief("c" + i).supported());
          } else {
            assertThat(belief).isEqualTo(before.belief("c" + i));
          }
        }
      }
    }
  }
}
