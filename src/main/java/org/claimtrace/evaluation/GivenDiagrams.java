package org.claimtrace.evaluation;

import java.util.HashMap;
import java.util.Map;

/** The diagrams of all gates in the exact evaluation that a workbench was opened on; scenarios add to them. */
final class GivenDiagrams {

  private final Diagrams diagrams;
  private final DiagramSlots slots;
  private final CompiledGraph compiled;
  /** By gate, the variable that is its coin: those of the evaluation, and after them those that scenarios opened. */
  private final Map<Integer, Integer> variables = new HashMap<>();

  /** How many variables there are, those that are no coin of the graph's included. */
  private int count;

  private GivenDiagrams(
      CompiledGraph compiled, Diagrams diagrams, DiagramSlots slots, OpenCoins coins) {
    this.compiled = compiled;
    this.diagrams = diagrams;
    this.slots = slots;
    coins.forEach(variables::put);
    count = variables.size();
  }

  /** Computes the diagrams of an exact evaluation again. */
  static GivenDiagrams of(Evaluation base, byte[] kinds) {
    CompiledGraph compiled = base.compiled();
    // Scenarios need room beside what the evaluation took.
    Diagrams diagrams =
        new Diagrams((int) Math.min(Integer.MAX_VALUE, 4L * base.evaluator().nodeBudget()));
    OpenCoins coins = OpenCoins.of(compiled, kinds, base.grades());
    DiagramSlots slots = new DiagramSlots(compiled.circuit, kinds, coins::variable, diagrams);
    Sweep.run(compiled.circuit, slots);
    return new GivenDiagrams(compiled, diagrams, slots, coins);
  }

  Diagrams diagrams() {
    return diagrams;
  }

  DiagramSlots slots() {
    return slots;
  }

  /** The variable that is the coin of a gate. */
  int variable(int gate) {
    return variables.computeIfAbsent(gate, newly -> count++);
  }

  /** A variable for a coin that the graph does not have. */
  int anotherVariable() {
    return count++;
  }

  /** The probability of each variable in a scenario; of those that are no coin of the graph's, nothing. */
  double[] chances(Grades grades) {
    double[] chances = new double[count];
    variables.forEach(
        (gate, variable) -> chances[variable] = grades.of(compiled.coinOfGate()[gate]));
    return chances;
  }
}
