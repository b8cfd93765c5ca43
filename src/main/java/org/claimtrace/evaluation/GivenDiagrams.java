package org.claimtrace.evaluation;

import java.util.HashMap;
import java.util.Map;

/**
 * The diagrams of gates in an exact evaluation, computed when they are first asked for, together with all that they depend on,
 * and kept; others may add to them.
 */
final class GivenDiagrams {

  private final CompiledGraph compiled;
  private final Grades grades;
  private final byte[] kinds;
  private final Excerpt.Places places;
  private final Diagrams diagrams;

  private final boolean[] known;
  private final int[] certain;
  private final int[] possible;

  /** By gate, the variable that is its coin: those of the evaluation, and after them those that others opened. */
  private final Map<Integer, Integer> variables = new HashMap<>();

  /** How many variables there are, those that are no coin of the graph's included. */
  private int count;

  private double[] weights = new double[1];
  private int weighed;

  /**
   * Makes diagrams of which none is computed yet; they may grow to four times the budget of the evaluation, to leave room for
   * others beside what the evaluation took.
   *
   * @param kinds the kinds of all gates
   */
  GivenDiagrams(Evaluation evaluation, byte[] kinds) {
    compiled = evaluation.compiled();
    grades = evaluation.grades();
    this.kinds = kinds;
    places = new Excerpt.Places(kinds.length);
    diagrams = new Diagrams(
        (int) Math.min(Integer.MAX_VALUE, 4L * evaluation.evaluator().nodeBudget()));
    known = new boolean[kinds.length];
    certain = new int[kinds.length];
    possible = new int[kinds.length];
    OpenCoins.of(compiled, kinds, grades).forEach(variables::put);
    count = variables.size();
  }

  Diagrams diagrams() {
    return diagrams;
  }

  /**
   * The worlds in which a gate is certain.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes
   */
  int certain(int gate) {
    require(gate);
    return certain[gate];
  }

  /**
   * The worlds in which a gate is possible.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes
   */
  int possible(int gate) {
    require(gate);
    return possible[gate];
  }

  private void require(int gate) {
    if (known[gate]) {
      return;
    }
    int[] missing = compiled.circuit.below(new int[] {gate}, known, each -> true);
    try {
      compute(missing);
    } catch (RuntimeException e) {
      // Nothing is to be half known.
      for (int each : missing) {
        known[each] = false;
      }
      throw e;
    }
  }

  private void compute(int[] missing) {
    Excerpt excerpt = Excerpt.of(compiled.circuit, each -> kinds[each], missing, places);
    DiagramSlots slots = new DiagramSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        place -> variable(excerpt.whole[place]),
        diagrams);
    for (int i = 0; i < excerpt.given; i++) {
      slots.give(i, certain[excerpt.whole[i]], possible[excerpt.whole[i]]);
    }
    Sweep.run(excerpt.circuit, slots);
    for (int i = excerpt.given; i < excerpt.whole.length; i++) {
      certain[excerpt.whole[i]] = slots.certain(i);
      possible[excerpt.whole[i]] = slots.possible(i);
    }
  }

  /** The variable that is the coin of a gate. */
  int variable(int gate) {
    return variables.computeIfAbsent(gate, newly -> count++);
  }

  /** A variable for a coin that the graph does not have. */
  int anotherVariable() {
    return count++;
  }

  /** The probability of each variable in the evaluation; of those that are no coin of the graph's, nothing. */
  double[] chances() {
    double[] chances = new double[count];
    variables.forEach(
        (gate, variable) -> chances[variable] = grades.of(compiled.coinOfGate()[gate]));
    return chances;
  }

  /** The probability of a diagram in the evaluation. */
  double chance(int diagram) {
    if (weighed < diagrams.nodes()) {
      weights = diagrams.weigh(chances(), weights, weighed);
      weighed = diagrams.nodes();
    }
    return Diagrams.weight(weights, diagram);
  }
}
