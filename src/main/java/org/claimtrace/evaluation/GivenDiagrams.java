package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;

/**
 * The diagrams of gates in an exact evaluation, computed when they are first asked for, together with all that they depend on,
 * and kept; others may add to them.
 */
final class GivenDiagrams {

  private final GraphCircuit compiled;
  private final Grades grades;
  private final Cones cones;
  private final Diagrams diagrams;
  private final Map<Integer, Known> known = new HashMap<>();

  /** By gate, the variable that is its coin: those of the evaluation, and after them those that others opened. */
  private final Map<Integer, Integer> variables = new HashMap<>();

  /** How many variables there are, those that are no coin of the graph's included. */
  private int count;

  /** By variable, its probability in the evaluation; nothing for those that are no coin of the graph's. */
  private double[] chances;

  private double[] weights = new double[1];
  private int weighed;

  /** The diagrams of a gate. */
  private record Known(int certain, int possible) {}

  /**
   * Makes diagrams of which none is computed yet; they may grow to more nodes than those of the evaluation, to leave room for
   * others beside what the evaluation took.
   */
  GivenDiagrams(Evaluation evaluation) {
    compiled = evaluation.circuit();
    grades = evaluation.grades();
    cones = evaluation.cones();
    diagrams = evaluation.evaluatedBy().exactBudget(compiled, cones.states()).shared();
    cones.openCoins().forEach(variables::put);
    count = variables.size();
    chances = Arrays.copyOf(cones.openCoins().chances(), count);
  }

  Diagrams diagrams() {
    return diagrams;
  }

  /**
   * Returns the diagram that is true where two are; a question of its own.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  int and(int left, int right) {
    begin();
    return diagrams.and(left, right);
  }

  /** Returns whether nothing has been asked of them. */
  boolean isFresh() {
    return diagrams.nodes() == 1;
  }

  /** Begins another question, which may take as many steps as the evaluation. */
  void begin() {
    diagrams.allowMore();
  }

  /**
   * Returns the worlds in which a gate is certain.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  int certain(int gate) {
    return known(gate).certain();
  }

  /**
   * Returns the worlds in which a gate is possible.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes
   */
  int possible(int gate) {
    return known(gate).possible();
  }

  private Known known(int gate) {
    if (!known.containsKey(gate)) {
      begin();
      compute(cones.below(new int[] {gate}, known::containsKey, each -> true));
    }
    return Objects.requireNonNull(known.get(gate));
  }

  private void compute(int[] missing) {
    Subcircuit subcircuit = cones.subcircuit(missing);
    DiagramInterpretation slots = new DiagramInterpretation(
        subcircuit.circuit,
        subcircuit.circuit.kinds(),
        place -> variable(subcircuit.whole[place]),
        diagrams);
    for (int i = 0; i < subcircuit.given; i++) {
      Known given = Objects.requireNonNull(known.get(subcircuit.whole[i]));
      slots.give(i, given.certain(), given.possible());
    }
    Sweep.run(subcircuit.circuit, slots);
    for (int i = subcircuit.given; i < subcircuit.whole.length; i++) {
      known.put(subcircuit.whole[i], new Known(slots.certain(i), slots.possible(i)));
    }
  }

  /** Returns the variable that is the coin of a gate. */
  int variable(int gate) {
    Integer known = variables.get(gate);
    if (known != null) {
      return known;
    }
    int variable = anotherVariable();
    variables.put(gate, variable);
    chances[variable] = grades.of(compiled.coinOfGate()[gate]);
    return variable;
  }

  /** Returns a variable for a coin that the graph does not have. */
  int anotherVariable() {
    if (count == chances.length) {
      chances = Arrays.copyOf(chances, 2 * count + 1);
    }
    return count++;
  }

  /** Returns the probability of each variable in the evaluation; of those that are no coin of the graph's, nothing. */
  double[] chances() {
    return Arrays.copyOf(chances, count);
  }

  /** Returns the probability of a diagram in the evaluation. */
  double chance(int diagram) {
    if (weighed < diagrams.nodes()) {
      weights = diagrams.weigh(chances, weights, weighed);
      weighed = diagrams.nodes();
    }
    return Diagrams.weight(weights, diagram);
  }
}
