package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObstacleCostTest {

  /** What stands in the way of the first line for a claim: {@code kind cost ids}. */
  private static List<String> obstacles(
      Evaluator.Builder evaluator, String claim, Object... parts) {
    return Explanation.of(evaluator.build().evaluate(graph(parts)), claim)
        .account()
        .supporting()
        .get(0)
        .obstacles()
        .stream()
        .map(ObstacleCostTest::words)
        .toList();
  }

  private static String words(Obstacle obstacle) {
    List<String> ids = obstacle.readings().stream()
        .map(reading -> reading.element().id())
        .sorted()
        .toList();
    return obstacle.kind() + " " + Math.rint(obstacle.cost() * 1e9) / 1e9 + " "
        + String.join(" ", ids);
  }

  @Nested
  class OfAStep {
    private final Object[] parts = {
      claim("c")
          .inference(
              step("p", "q").assuming("taken").unless("x").strength("unlikely").id("step")),
      claim("p").evidence(evidence("a")),
      claim("q").evidence(evidence("b")),
      claim("taken").evidence(refuting("c")),
      claim("x").evidence(evidence("d")),
      source("a").reliability(.4),
      source("b").reliability(.3),
      source("c").reliability(.6),
      source("d").reliability(.9)
    };

    @Test
    void whatIsInTheWayMostOftenComesFirst() {
      assertThat(obstacles(Evaluator.builder(), "c", parts))
          .containsExactly(
              "exception-accepted 0.9 x",
              "premise-unverified 0.7 p q",
              "too-weak 0.67 ",
              "assumption-contested 0.6 taken");
    }

    @Test
    void byLogicAllOfItIsAndTheKindsDecide() {
      assertThat(obstacles(Evaluator.builder().byLogic(true), "c", parts))
          .containsExactly(
              "premise-unverified 1.0 p q",
              "assumption-contested 1.0 taken",
              "exception-accepted 1.0 x",
              "too-weak 1.0 ");
    }
  }

  @Nested
  class OfAnEvidence {
    @Test
    void isTheDoubtInItsSourceWhereverThatLies() {
      assertThat(obstacles(
              Evaluator.builder(),
              "c",
              claim("c").evidence(evidence("copy").via("relay").unless("x")),
              claim("x").evidence(evidence("sure")),
              source("copy").reliability(.8).derivedFrom("origin"),
              source("origin").reliability(.5),
              source("relay").reliability(.45),
              source("sure")))
          .containsExactly("exception-accepted 1.0 x", "source-doubtful 0.6 origin relay");
    }

    @Test
    void isTheSilenceOfTheOriginMostLikelyToSayTheSame() {
      assertThat(obstacles(
              Evaluator.builder(),
              "c",
              claim("c")
                  .evidence(evidence("copy"))
                  .evidence(evidence("one").strength(.2))
                  .evidence(evidence("other").strength(.3)),
              source("copy").derivedFrom("one", "other"),
              source("one"),
              source("other")))
          .containsExactly("only-a-copy 0.56 one other");
    }

    @Test
    void isAllOfItTogetherWhereEachSourceOnItsWayIsGoodEnough() {
      assertThat(obstacles(
              Evaluator.builder(),
              "c",
              claim("c").evidence(evidence("s").via("relay")),
              source("s").reliability(.7),
              source("relay").reliability(.6)))
          .containsExactly("too-much-at-once 0.58 relay s");
    }
  }

  @Nested
  class OfARandomGraph {
    static Stream<Long> seeds() {
      return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLineFiresNoOftenerThanEachObstacleLeavesIt(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (Standard standard : Standard.values()) {
        Evaluator evaluator = Evaluator.builder().standard(standard).build();
        graph
            .claims()
            .forEach(claim -> lines(evaluator, graph, claim.id())
                .forEach(line -> assertThat(line.obstacles())
                    .as("%s", line)
                    .allMatch(obstacle -> obstacle.cost() > 0 && obstacle.cost() <= 1)
                    .allMatch(obstacle -> line.chance().yes() <= 1 - obstacle.cost() + 1e-9)
                    .isSortedAccordingTo(Obstacle.BY_COST)));
      }
    }

    private static Stream<LineReport> lines(Evaluator evaluator, ClaimGraph graph, String claim) {
      Account account = Explanation.of(evaluator.evaluate(graph), claim).account();
      return Stream.of(account.supporting(), account.refuting(), account.qualifying())
          .flatMap(List::stream);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itsObstaclesStandInTheSameOrderWhateverTheOrderOfTheDocument(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ClaimGraph permuted = permuted(graph, new Random(seed));
      for (Evaluator evaluator : List.of(
          Evaluator.usual(), Evaluator.builder().nodeBudget(0).worlds(100).build())) {
        assertThat(told(evaluator, permuted)).isEqualTo(told(evaluator, graph));
      }
    }

    /** By line and stance, what stands in its way; the loops that are named are those told first, and left out here. */
    private static Map<String, List<String>> told(Evaluator evaluator, ClaimGraph graph) {
      Map<String, List<String>> told = new TreeMap<>();
      for (Claim claim : graph.claims()) {
        lines(evaluator, graph, claim.id())
            .forEach(line -> told.put(
                claim.id() + " " + line.element() + " " + line.stance(),
                line.obstacles().stream()
                    .filter(obstacle -> obstacle.loop().isEmpty())
                    .map(ObstacleCostTest::words)
                    .toList()));
      }
      return told;
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
      List<T> shuffled = new ArrayList<>(list);
      Collections.shuffle(shuffled, random);
      return shuffled;
    }

    private static ClaimGraph permuted(ClaimGraph graph, Random random) {
      ImmutableList.Builder<Claim> claims = ImmutableList.builder();
      for (Claim claim : shuffled(graph.claims(), random)) {
        claims.add(claim.toBuilder()
            .evidence(shuffled(claim.evidence(), random))
            .inferences(shuffled(
                claim.inferences().stream()
                    .map(each -> each.toBuilder()
                        .premises(shuffled(each.premises(), random))
                        .assuming(shuffled(each.assuming(), random))
                        .unless(shuffled(each.unless(), random))
                        .build())
                    .toList(),
                random))
            .build());
      }
      return graph.toBuilder()
          .claims(claims.build())
          .sources(shuffled(graph.sources(), random))
          .build();
    }
  }
}
