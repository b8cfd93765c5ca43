package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.claimtrace.GraphFamily;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.ClaimGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactBudgetTest {

  private static ExactBudget budget(int timesSampling, int open, int worlds) {
    Circuit circuit = GraphCircuit.of(GraphFamily.CHAIN_OPEN.graph(2000)).circuit;
    return ExactBudget.of(1000, timesSampling, circuit, open, worlds);
  }

  @Test
  void isFortyMillisecondsHoweverCheapSamplingIs() {
    assertThat(budget(20, 1, 1)).isEqualTo(new ExactBudget(1000, 524_288));
    assertThat(budget(0, 4000, 1_000_000)).isEqualTo(new ExactBudget(1000, 524_288));
  }

  @Test
  void growsWithTheWorkOfSamplingAndHowManyTimesThatItMayTake() {
    long once = budget(20, 4000, 4096).steps();

    assertThat(once).isGreaterThan(524_288);
    assertThat(budget(20, 4000, 2 * 4096).steps()).isBetween(2 * once - 1, 2 * once + 1);
    assertThat(budget(40, 4000, 4096).steps()).isBetween(2 * once - 1, 2 * once + 1);
    assertThat(budget(20, 3999, 4096).steps()).isLessThan(once);
  }

  @Test
  void isWhateverItTakesWhereThatIsSaid() {
    assertThat(budget(Integer.MAX_VALUE, 1, 1)).isEqualTo(new ExactBudget(1000, Long.MAX_VALUE));
  }

  @Nested
  class OfAnEvaluator {

    @Test
    void refusesANegativeNumber() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Evaluator.builder().timesSampling(-1))
          .withMessage("-1 times the work of sampling");
    }

    @Test
    void samplesWhatWouldTakeTooManyStepsAndSaysSo() {
      ClaimGraph graph = GraphFamily.RANDOM_ATTACKS.graph(60);

      Evaluation evaluation =
          Evaluator.builder().nodeBudget(Integer.MAX_VALUE).build().evaluate(graph);

      assertThat(evaluation.method()).isEqualTo(Method.SAMPLED);
      assertThat(evaluation.isBeyondBudget()).isTrue();
    }

    @Test
    void isExactWhereItMayTakeMore() {
      ClaimGraph graph = GraphFamily.EVEN_RING_OF_OVERRIDES.graph(100);
      Evaluator.Builder evaluator = Evaluator.builder().nodeBudget(1 << 22);
      assertThat(evaluator.build().evaluate(graph).isBeyondBudget()).isTrue();

      Evaluation evaluation = evaluator.timesSampling(1000).build().evaluate(graph);

      assertThat(evaluation.method()).isEqualTo(Method.EXACT);
      assertThat(evaluation.isBeyondBudget()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        names = {
          "CHAIN_OPEN",
          "PARITY_CHAIN",
          "EXCLUSIVE_OR_CHAIN",
          "DIAMONDS_OPEN",
          "SHARED_PAIRS",
          "EXCEPTION_DIAMONDS",
          "PREMISE_OF_ALL",
          "MANY_STEPS",
          "CHAIN_OF_ATTACKS",
          "SOURCES_OPEN",
          "LADDER_OF_DERIVATIONS",
          "CORRECTIONS_OPEN",
          "DATED_CHAIN",
          "MIXED_CHAIN",
          "ARCHIVE"
        })
    void isEnoughForAFileOfAHundredThousandBytes(GraphFamily family) {
      Evaluation evaluation = Evaluator.usual().evaluate(family.graphOfBytes(100_000));

      assertThat(evaluation.method()).isEqualTo(Method.EXACT);
    }
  }

  /** A question that asks an exact evaluation about every coin adds next to nothing to its diagrams. */
  @Nested
  class OfScenarios {

    @Test
    void addNoNodesForACoinThatIsOpenAlready() {
      Evaluation base = Evaluator.usual().evaluate(GraphFamily.SOURCES_OPEN.graph(200));
      ScenarioComputer workbench = new ScenarioComputer(base);
      CompiledGraph compiled = base.compiled();
      String claim = GraphFamily.asked(base.graph());
      workbench.evaluate(ImmutableMap.of(0, .5), ImmutableMap.of());
      int nodes = workbench.nodes();
      assertThat(nodes).isPositive();

      for (int source = 0; source < compiled.circuit().coinGate.length; source++) {
        for (double grade : List.of(0.0, .25, 1.0)) {
          Evaluation changed =
              workbench.evaluate(ImmutableMap.of(source, grade), ImmutableMap.of());
          Evaluation anew = Evaluator.usual()
              .evaluate(compiled, base.circumstances(), ImmutableMap.of(source, grade));
          assertThat(changed.method()).isEqualTo(Method.EXACT);
          assertThat(changed.belief(claim).supported())
              .isCloseTo(anew.belief(claim).supported(), within(1e-12));
        }
      }
      assertThat(workbench.nodes()).isEqualTo(nodes);
    }
  }

  @Test
  void sharedDiagramsStayWithinWhatArraysCanHold() {
    assertThat(new ExactBudget(Integer.MAX_VALUE, 1).shared().nodes()).isEqualTo(1);
  }
}
