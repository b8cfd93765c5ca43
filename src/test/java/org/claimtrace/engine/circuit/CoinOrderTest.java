package org.claimtrace.engine.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.source;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.claimtrace.GraphFamily;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.OpenCoins;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.evaluation.Circuits;
import org.claimtrace.evaluation.ClaimGraphs;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinOrderTest {

  private static byte[] kinds(GraphCircuit compiled) {
    return Circuits.kindsAsWritten(compiled);
  }

  /** How many nodes the exact evaluation of a graph takes in an order of coins; a million where it takes more. */
  private static int nodes(ClaimGraph graph, CoinOrder order) {
    GraphCircuit compiled = GraphCircuit.of(graph);
    Grades grades = new Grades(compiled, ImmutableMap.of());
    OpenCoins coins = OpenCoins.of(compiled, kinds(compiled), grades, order);
    Diagrams diagrams = new Diagrams(1_000_000, 4_000_000);
    DiagramInterpretation interpretation =
        new DiagramInterpretation(compiled.circuit, kinds(compiled), coins::variable, diagrams);
    try {
      Sweep.run(compiled.circuit, interpretation);
      Circuits.weigh(compiled, interpretation, diagrams, coins.chances());
    } catch (Diagrams.OutOfBudget e) {
      return 1_000_000;
    }
    return diagrams.nodes();
  }

  @ParameterizedTest
  @EnumSource(CoinOrder.class)
  void containsEveryOpenCoinOnce(CoinOrder order) {
    for (long seed = 0; seed < 60; seed++) {
      GraphCircuit compiled = GraphCircuit.of(RandomClaimGraphs.graph(seed, 12));
      byte[] kinds = kinds(compiled);
      int[] open = IntStream.range(0, kinds.length)
          .filter(gate -> kinds[gate] == Circuit.OPEN)
          .toArray();

      int[] ordered = order.of(compiled.circuit, kinds);

      Arrays.sort(ordered);
      assertThat(ordered).isEqualTo(open);
    }
  }

  @ParameterizedTest
  @EnumSource(CoinOrder.class)
  void isEmptyWithoutOpenCoins(CoinOrder order) {
    GraphCircuit compiled = GraphCircuit.of(GraphFamily.CHAIN_CERTAIN.graph(3));

    assertThat(order.of(compiled.circuit, kinds(compiled))).isEmpty();
  }

  @Nested
  class WithReadersFirst {

    @Test
    void takesAFewNodesForEachSourceOfOneClaim() {
      Claim.Builder claim = claim("c");
      Source.Builder[] sources = new Source.Builder[740];
      for (int i = 0; i < sources.length; i++) {
        sources[i] = source("s" + i).reliability(.6);
        claim.evidence(evidence("s" + i));
      }
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("g").claim(claim);
      for (Source.Builder each : sources) {
        graph.source(each);
      }

      assertThat(nodes(graph.build(), CoinOrder.READERS_FIRST)).isEqualTo(2 * 740);
    }

    @ParameterizedTest
    @CsvSource({
      "49, true, 144",
      "49, false, 144",
      "400, true, 1197",
      "400, false, 1197",
    })
    void takesAFewNodesForEachRungOfALadderOfDerivations(
        int rungs, boolean onlyTheLast, int nodes) {
      Claim.Builder claim = claim("c");
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("g");
      for (int i = 0; i < rungs; i++) {
        Source.Builder source = source("s" + i).reliability(.6);
        if (i == 1) {
          source.derivedFrom("s0");
        } else if (i > 1) {
          source.derivedFrom("s" + (i - 1), "s" + (i - 2));
        }
        graph.source(source);
        if (!onlyTheLast || i == rungs - 1) {
          claim.evidence(evidence("s" + i));
        }
      }

      assertThat(nodes(graph.claim(claim).build(), CoinOrder.READERS_FIRST)).isEqualTo(nodes);
    }

    @ParameterizedTest
    @EnumSource(
        names = {
          "CHAIN_OPEN",
          "PARITY_CHAIN",
          "EXCLUSIVE_OR_CHAIN",
          "DIAMONDS_OPEN",
          "SHARED_PAIRS",
          "TREE",
          "PREMISE_OF_ALL",
          "COMPLETE_LAYERS",
          "LONG_PREMISES",
          "LONG_EXCEPTIONS",
          "MANY_STEPS",
          "NESTED_EXCEPTIONS",
          "CHAIN_OF_ATTACKS",
          "PAIRS_OF_CONTRADICTIONS",
          "SOURCES_OPEN",
          "SOURCES_DIVIDED_OPEN",
          "LADDER_OF_DERIVATIONS",
          "CORRECTIONS_OPEN",
          "DATED_CHAIN",
          "REVIEWS",
          "MIXED_CHAIN"
        })
    void takesNodesInProportionToTheSizeOfTheGraph(GraphFamily family) {
      int few = nodes(family.graph(12), CoinOrder.READERS_FIRST);
      int more = nodes(family.graph(24), CoinOrder.READERS_FIRST);
      int most = nodes(family.graph(48), CoinOrder.READERS_FIRST);

      // From 24 to 48, the increase is at most twice that from 12 to 24, with a tolerance of a
      // fifth.
      assertThat(most - more).isLessThanOrEqualTo(Math.max(40, 24 * (more - few) / 10));
    }
  }

  @Nested
  class WhereClaimsShareSources {

    /** Claims with evidence of three shared sources each, and one claim that follows from all. */
    private ClaimGraph shared(int claims, int sources) {
      ClaimGraph.Builder graph = ClaimGraph.builder("g").title("g");
      for (int i = 0; i < sources; i++) {
        graph.source(source("s" + i).reliability(.7));
      }
      String[] premises = new String[claims];
      for (int i = 0; i < claims; i++) {
        premises[i] = "c" + i;
        Claim.Builder claim = claim(premises[i]);
        for (int j = 0; j < 3; j++) {
          claim.evidence(evidence("s" + (7 * i + 5 * j) % sources).strength(.8));
        }
        graph.claim(claim);
      }
      return graph.claim(claim("all").inference(ClaimGraphs.step(premises))).build();
    }

    @Test
    void oneOrderSucceedsWhereAnotherFails() {
      assertThat(nodes(shared(20, 8), CoinOrder.READERS_FIRST)).isEqualTo(1_000_000);
      assertThat(nodes(shared(20, 8), CoinOrder.READ_FIRST)).isLessThan(30_000);
      assertThat(nodes(shared(40, 30), CoinOrder.READ_FIRST)).isEqualTo(1_000_000);
      assertThat(nodes(shared(40, 30), CoinOrder.NEAR)).isLessThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 30})
    void theEvaluatorFindsAnOrderThatSucceeds(int sources) {
      Evaluation evaluation = Evaluator.usual().evaluate(shared(sources + 10, sources));

      assertThat(evaluation.method()).isEqualTo(Method.EXACT);
    }
  }
}
