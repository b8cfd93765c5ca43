package org.claimtrace.evaluation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.claimtrace.evaluation.ChangedGraph.Kind;
import org.claimtrace.evaluation.ChangedGraph.Way;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenarios of random graphs against the graphs that they make, and what was met with on the way: whatever can bear on a claim,
 * beside whatever else can, on one claim.
 */
class ScenarioFeaturesTest {

  private static final int GRAPHS = 300;
  private static final int MANY_GRAPHS = 10_000;
  private static final int SCENARIOS_A_GRAPH = 4;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Way.class)
  void aScenarioIsTheChangedGraphEvaluatedAfresh(Way way) {
    assertThat(run(way, 0, GRAPHS, new Meetings(), true)).isGreaterThan(GRAPHS);
  }

  /** In these graphs, a line of a claim that changes is overridden by one of a claim that does not. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(Way.class)
  void aLineThatIsOverriddenFromElsewhereStaysSo(Way way) {
    assertThat(run(way, 1101, 1, new Meetings(), true)).isPositive();
    assertThat(run(way, 2430, 1, new Meetings(), true)).isPositive();
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @EnumSource(Way.class)
  void manyScenariosAreTheChangedGraphsEvaluatedAfresh(Way way) {
    assertThat(run(way, GRAPHS, MANY_GRAPHS, new Meetings(), true)).isGreaterThan(MANY_GRAPHS);
  }

  /** Of the very scenarios that are compared above. */
  @Test
  void everyFeatureMeetsEveryOtherOnAClaim() {
    Meetings meetings = new Meetings();
    for (Way way : Way.values()) {
      run(way, 0, GRAPHS, meetings, false);
    }
    assertThat(meetings.missing()).isEmpty();
  }

  /** Compares scenarios with graphs, or notes what they have; the number of those that say something new. */
  private static int run(Way way, long first, int graphs, Meetings meetings, boolean compares) {
    int different = 0;
    for (long seed = first; seed < first + graphs; seed++) {
      ClaimGraph graph = seed % 3 == 0 ? way.graph(seed) : way.loose(seed);
      Options options = RandomClaimGraphs.options(
              graph, ReviewPolicy.values()[(int) (seed / 3 % 3)], seed)
          .ignoringDerivation(seed % 5 == 0);
      Evaluation base = way.evaluator(options).build().evaluate(graph);
      Set<String> unreviewed = seed % 4 == 1
          ? graph.claims().stream().limit(3).map(Claim::id).collect(toSet())
          : Set.of();
      if (!unreviewed.isEmpty()) {
        base = base.withoutReviewsOf(unreviewed);
      }
      WhatIf whatIf = base.whatIf();
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < SCENARIOS_A_GRAPH; i++) {
        ChangedGraph changed = new ChangedGraph(whatIf.scenario(), graph, options, random);
        changed.leaveOutReviewsOf(unreviewed);
        // One line added; a line and something else; several lines; whatever may be.
        changed.change(random.nextBoolean() ? Kind.ADD_EVIDENCE : Kind.ADD_INFERENCE);
        for (int more = i == 0 ? 0 : 1 + random.nextInt(2 * i); more > 0; more--) {
          changed.change(Kind.values()[random.nextInt(Kind.values().length)]);
        }
        Evaluation before = base;
        if (i == SCENARIOS_A_GRAPH - 1) {
          // What was changed stays so in a scenario of the scenario.
          before = changed.scenario().evaluate();
          changed.startFrom(before);
          changed.change(random.nextBoolean() ? Kind.ADD_EVIDENCE : Kind.ADD_INFERENCE);
        }
        if (compares) {
          different +=
              changed.compare(before, way, "scenario %s of graph %s".formatted(i, seed)) ? 1 : 0;
        } else {
          meetings.note(changed, way, base.method());
        }
      }
    }
    return different;
  }

  /** How often each feature met each other on a claim. */
  private static final class Meetings {

    private final int[][] count = new int[Feature.values().length][Feature.values().length];

    void note(ChangedGraph changed, Way way, Method method) {
      for (Claim claim : changed.graph().claims()) {
        Set<Feature> found = Feature.of(
            new Feature.At(changed.graph(), claim, changed.options(), way, method, changed));
        for (Feature one : found) {
          for (Feature other : found) {
            count[one.ordinal()][other.ordinal()]++;
          }
        }
      }
    }

    /** The pairs that could have met and did not. */
    List<String> missing() {
      List<String> missing = new ArrayList<>();
      for (Feature one : Feature.values()) {
        for (Feature other : Feature.values()) {
          if (one.compareTo(other) <= 0
              && !one.excludes(other)
              && count[one.ordinal()][other.ordinal()] == 0) {
            missing.add(one + " beside " + other);
          }
        }
      }
      return missing;
    }
  }
}
