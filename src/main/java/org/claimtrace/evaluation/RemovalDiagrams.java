package org.claimtrace.evaluation;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.OpenCoins;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.work.Cancellation;

/** The diagrams of the labels of all claims, over the open coins and some others, weighed where one of these is no. */
final class RemovalDiagrams {

  private final Evaluation evaluation;
  private final GraphCircuit compiled;
  private final Diagrams diagrams;
  private final int[] labels;
  private double[] chances = new double[0];
  private double[] weights = new double[1];
  private int[] variables = new int[0];
  private long weighed;

  RemovalDiagrams(Evaluation evaluation) {
    this.evaluation = evaluation;
    compiled = evaluation.circuit();
    int budget = evaluation.evaluatedBy().nodeBudget();
    diagrams = new Diagrams(budget, (long) ExactDependence.STEPS_A_NODE * budget);
    labels = new int[compiled.proGate.length * ExactOutcome.OF_CLAIM];
  }

  /** Returns how much work has been done, in steps as {@link WorkSteps} counts them. */
  long work() {
    return WorkSteps.ofDiagrams(diagrams.steps()) + weighed;
  }

  /**
   * Makes the diagrams, once.
   *
   * @param coinGates gates of coins that are open here whatever they are in the evaluation
   * @throws Diagrams.OutOfBudget if that takes too many nodes or too long
   */
  void make(int[] coinGates) {
    byte[] kinds = evaluation.cones().kinds().clone();
    for (int gate : coinGates) {
      kinds[gate] = Circuit.OPEN;
    }
    OpenCoins coins = OpenCoins.of(
        compiled, kinds, evaluation.grades(), evaluation.computation().coinOrder());
    chances = coins.chances();
    if (chances.length > Evaluator.MOST_EXACT_COINS) {
      throw new Diagrams.OutOfBudget("more than " + Evaluator.MOST_EXACT_COINS + " open coins");
    }
    variables = new int[kinds.length];
    Arrays.fill(variables, -1);
    coins.forEach((gate, variable) -> variables[gate] = variable);
    DiagramInterpretation slots =
        new DiagramInterpretation(compiled.circuit, kinds, coins::variable, diagrams);
    Sweep.run(compiled.circuit, slots);
    for (int claim = 0; claim < compiled.proGate.length; claim++) {
      int pro = compiled.proGate[claim];
      int con = compiled.conGate(claim);
      int qualified = compiled.qualifiedGate(claim);
      ExactOutcome.put(
          Labels.ofDiagrams(
              diagrams,
              slots.certain(pro),
              slots.possible(pro),
              slots.certain(con),
              slots.possible(con),
              qualified < 0 ? Diagrams.FALSE : slots.certain(qualified)),
          labels,
          claim * ExactOutcome.OF_CLAIM);
    }
  }

  /** Weighs the diagrams where one of the coins that were opened is no. */
  void remove(int coinGate) {
    Cancellation.check();
    double[] without = chances.clone();
    without[variables[coinGate]] = 0;
    weights = diagrams.weigh(without, weights, 0);
    weighed += WorkSteps.ofWeighing(diagrams.nodes());
  }

  /** Returns the belief in a claim without what was removed last. */
  Belief belief(int claim) {
    return ExactOutcome.belief(
        ExactOutcome.weights(weights, labels, claim * ExactOutcome.OF_CLAIM), 0);
  }
}
