package org.claimtrace.evaluation;

/**
 * The diagrams of gates in an exact evaluation, computed when they are first asked for together with all that they depend on,
 * and kept.
 */
final class ConeDiagrams {

  private final CompiledGraph compiled;
  private final byte[] kinds;
  private final OpenCoins coins;
  private final Excerpt.Places places;
  private final Diagrams diagrams;

  private final boolean[] known;
  private final int[] certain;
  private final int[] possible;

  private double[] weights = new double[1];
  private int weighed;

  /**
   * Makes diagrams that may grow to a number of nodes.
   *
   * @param evaluation what is computed again
   * @param budget how many nodes
   */
  ConeDiagrams(Evaluation evaluation, int budget) {
    compiled = evaluation.compiled();
    kinds = evaluation.situation().kinds(compiled, evaluation.grades());
    coins = OpenCoins.of(compiled, kinds, evaluation.grades());
    places = new Excerpt.Places(kinds.length);
    diagrams = new Diagrams(budget);
    known = new boolean[kinds.length];
    certain = new int[kinds.length];
    possible = new int[kinds.length];
  }

  Diagrams diagrams() {
    return diagrams;
  }

  /**
   * The worlds in which a gate is certain.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes; nothing can be asked after that
   */
  int certain(int gate) {
    if (!known[gate]) {
      compute(gate);
    }
    return certain[gate];
  }

  private void compute(int gate) {
    int[] cone = unknownBelow(gate);
    Excerpt excerpt = Excerpt.of(compiled.circuit, each -> kinds[each], cone, places);
    DiagramSlots slots = new DiagramSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        place -> coins.variable(excerpt.whole[place]),
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

  /** The gates not known yet that a gate depends on, itself included, ascending; they count as known from here on. */
  private int[] unknownBelow(int gate) {
    IntList found = new IntList(8);
    known[gate] = true;
    found.add(gate);
    int[] first = compiled.circuit.first();
    int[] literals = compiled.circuit.literals();
    for (int i = 0; i < found.size(); i++) {
      for (int at = first[found.get(i)]; at < first[found.get(i) + 1]; at++) {
        int read = literals[at] >> 1;
        if (!known[read]) {
          known[read] = true;
          found.add(read);
        }
      }
    }
    found.sortFrom(0);
    return found.toArray();
  }

  /** The probability of a diagram. */
  double chance(int diagram) {
    if (weighed < diagrams.nodes()) {
      weights = diagrams.weigh(coins.chances(), weights, weighed);
      weighed = diagrams.nodes();
    }
    return Diagrams.weight(weights, diagram);
  }
}
