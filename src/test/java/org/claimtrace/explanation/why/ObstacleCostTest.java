package org.claimtrace.explanation.why;

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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObstacleCostTest {

  /** Returns the obstacles of the first line for a claim: {@code kind cost ids}. */
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
    void theMostProbableObstacleComesFirst() {
      assertThat(obstacles(Evaluator.builder(), "c", parts))
          .containsExactly(
              "exception-accepted 0.9 x",
              "premise-unverified 0.7 p q",
              "too-weak 0.67 ",
              "assumption-contested 0.6 taken");
    }

    @Test
    void byLogicEveryCostIsOneAndTheKindsDecide() {
      assertThat(obstacles(Evaluator.builder().byLogic(true), "c", parts))
          .containsExactly(
              "premise-unverified 1.0 p q",
              "assumption-contested 1.0 taken",
              "exception-accepted 1.0 x",
              "too-weak 1.0 ");
    }
  }

  @Nested
  class OfAPieceOfEvidence {
    @Test
    void isTheDoubtInItsSourceWhereverTheFaultLies() {
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
    void isThatOfAllSourcesTogetherIfEachIsProbableEnough() {
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

    /**
     * Every obstacle matters: if its readings were met, the line would fire in more worlds, or be undecided there, unless
     * another obstacle of the line alone stops it everywhere.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLineFiresInMoreWorldsWithoutAnObstacle(long seed) {
      Random random = new Random(seed);
      Evaluation evaluation = options(random).evaluate(RandomClaimGraphs.graph(seed));
      for (Claim claim : evaluation.graph().claims()) {
        lines(evaluation, claim.id()).forEach(line -> {
          assertThat(line.obstacles())
              .as("%s", line)
              .allMatch(obstacle -> obstacle.cost() > 0 && obstacle.cost() <= 1)
              .isSortedAccordingTo(ObstacleList.BY_COST);
          for (Obstacle obstacle : line.obstacles()) {
            withoutObstacle(evaluation, line, obstacle)
                .filter(then -> !isStoppedByAnother(then, claim.id(), line, obstacle))
                .ifPresent(then -> assertThat(chance(then, line))
                    .as("%s of %s on %s, without %s", line.element(), seed, claim.id(), obstacle)
                    .isGreaterThan(line.chance().yes()));
          }
        });
      }
    }

    /** Returns whether another obstacle stops a line everywhere once one is removed. */
    private static boolean isStoppedByAnother(
        Evaluation then, String claim, LineReport line, Obstacle obstacle) {
      return lines(then, claim)
          .filter(each -> each.element().equals(line.element()) && each.stance() == line.stance())
          .flatMap(each -> each.obstacles().stream())
          .filter(other -> other.cost() > 1 - 1e-9)
          .anyMatch(other -> other.kind() != obstacle.kind()
              || !requirements(obstacle).containsAll(requirements(other)));
    }

    /** Returns the readings of an obstacle or, if it has none, its kind. */
    private static Set<Object> requirements(Obstacle obstacle) {
      return obstacle.readings().isEmpty()
          ? Set.of(obstacle.kind())
          : obstacle.readings().stream()
              .map(reading -> new Requirement(reading.role(), reading.element()))
              .collect(Collectors.toSet());
    }

    private static double chance(Evaluation evaluation, LineReport line) {
      return line.isContradiction()
          ? evaluation.belief(line.element().id()).supported()
          : evaluation.fires(line.element()) + evaluation.undecided(line.element());
    }

    /** Returns the evaluation with the readings of an obstacle met; empty if no scenario can do that. */
    private static Optional<Evaluation> withoutObstacle(
        Evaluation evaluation, LineReport line, Obstacle obstacle) {
      long named = obstacle.readings().stream().map(Reading::element).distinct().count();
      if (named < obstacle.readings().size()) {
        // A claim would have to be both accepted and rejected.
        return Optional.empty();
      }
      Scenario scenario = evaluation.whatIf().scenario();
      switch (obstacle.kind()) {
        case TOO_WEAK -> scenario = scenario.set(line.element(), 1);
        case SOURCE_NOT_JUDGED, SOURCE_DOUBTFUL -> {
          for (Reading reading : obstacle.readings()) {
            scenario = scenario.set(reading.element(), 1);
          }
        }
        case PREMISE_REFUTED,
            PREMISE_CONTESTED,
            PREMISE_UNVERIFIED,
            PREMISE_DOUBTFUL,
            ASSUMPTION_CONTESTED,
            EXCEPTION_ACCEPTED -> {
          for (Reading reading : obstacle.readings()) {
            boolean isWantedTrue = reading.role() == Requirement.Role.PREMISE
                || reading.role() == Requirement.Role.ASSUMPTION
                || reading.role() == Requirement.Role.CONTRADICTION;
            scenario = scenario.suppose(
                reading.element().id(), isWantedTrue ? Supposition.ACCEPTED : Supposition.REJECTED);
          }
        }
        case OVERRIDDEN -> {
          for (Reading reading : obstacle.readings()) {
            scenario = scenario.strike(reading.element());
          }
        }
        case DOES_NOT_COUNT,
            NOT_YET,
            SOURCE_RETRACTED,
            STATEMENT_WITHDRAWN,
            ONLY_A_COPY,
            TOO_MUCH_AT_ONCE,
            STAND_OFF,
            CIRCULAR -> {
          return Optional.empty();
        }
      }
      return Optional.of(scenario.evaluate());
    }

    private static Evaluator options(Random random) {
      Evaluator.Builder options = Evaluator.builder()
          .standard(Standard.values()[random.nextInt(3)])
          .reviews(ReviewPolicy.values()[random.nextInt(3)])
          .ignoresDerivation(random.nextInt(4) == 0)
          .byLogic(random.nextInt(4) == 0);
      if (random.nextInt(3) == 0) {
        options.asOf(PartialDate.parse("20" + (19 + random.nextInt(5))));
      }
      return options.build();
    }

    private static Stream<LineReport> lines(Evaluation evaluation, String claim) {
      Account account = Explanation.of(evaluation, claim).account();
      return Stream.of(account.supporting(), account.refuting(), account.qualifying())
          .flatMap(List::stream);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itsObstaclesDoNotDependOnTheOrderOfTheDocument(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ClaimGraph permuted = permuted(graph, new Random(seed));
      for (Evaluator evaluator : List.of(
          Evaluator.usual(), Evaluator.builder().nodeBudget(0).worlds(100).build())) {
        assertThat(told(evaluator, permuted)).isEqualTo(told(evaluator, graph));
      }
    }

    /** Returns the obstacles by line and stance, without loops, whose choice depends on the order of the accounts. */
    private static Map<String, List<String>> told(Evaluator evaluator, ClaimGraph graph) {
      Map<String, List<String>> told = new TreeMap<>();
      for (Claim claim : graph.claims()) {
        lines(evaluator.evaluate(graph), claim.id())
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
            .allEvidence(shuffled(claim.evidence(), random))
            .allInferences(shuffled(
                claim.inferences().stream()
                    .map(each -> each.toBuilder()
                        .allPremises(shuffled(each.premises(), random))
                        .allAssuming(shuffled(each.assuming(), random))
                        .allUnless(shuffled(each.unless(), random))
                        .build())
                    .toList(),
                random))
            .build());
      }
      return graph.toBuilder()
          .allClaims(claims.build())
          .allSources(shuffled(graph.sources(), random))
          .build();
    }
  }
}
