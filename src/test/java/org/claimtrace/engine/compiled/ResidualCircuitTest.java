package org.claimtrace.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Circuits;
import org.claimtrace.evaluation.ClaimGraphs;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.junit.jupiter.api.Test;

class ResidualCircuitTest {

  @Test
  void hasOneGateInTheCycleForEachArgumentInARingOfAttacks() {
    GraphCircuit compiled = GraphCircuit.of(ClaimGraphs.attackRing(5, .5));

    ResidualCircuit residual = ResidualCircuit.of(compiled, Circuits.kindsAsWritten(compiled));

    List<Integer> inCycle = new ArrayList<>();
    for (Circuit.Segment segment : residual.circuit.segments()) {
      for (int gate = segment.from(); segment.isCyclic() && gate < segment.to(); gate++) {
        inCycle.add(residual.whole[gate]);
      }
    }
    assertThat(inCycle)
        .containsExactlyInAnyOrder(
            compiled.acceptedGate(0),
            compiled.acceptedGate(1),
            compiled.acceptedGate(2),
            compiled.acceptedGate(3),
            compiled.acceptedGate(4));
  }

  @Test
  void computesTheCaseAgainstAnArgumentInARingOfAttacks() {
    GraphCircuit compiled = GraphCircuit.of(ClaimGraphs.attackRing(3, .5));

    Evaluation exact = Evaluator.usual().evaluate(compiled.graph);
    Evaluation sampled =
        Evaluator.builder().nodeBudget(0).worlds(1 << 20).build().evaluate(compiled.graph);

    assertThat(exact.method()).isEqualTo(Method.EXACT);
    assertThat(sampled.method()).isEqualTo(Method.SAMPLED);
    // An attacker of c0 is accepted in the worlds in which it is the only attacker. If several
    // are there, they attack each other and leave the case undecided.
    assertThat(exact.caseAgainst("c0")).isEqualTo(new Chance(.25, .5));
    assertThat(sampled.caseAgainst("c0").yes()).isCloseTo(.25, within(.002));
    assertThat(sampled.caseAgainst("c0").undecided()).isCloseTo(.5, within(.002));
  }
}
