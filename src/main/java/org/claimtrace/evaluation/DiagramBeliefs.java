package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.List;
import org.claimtrace.work.Cancellation;

/**
 * The beliefs in a cone's claim as diagrams over every coin that was ever asked about: made once, and weighed anew for each
 * assignment, from the nodes below the claim's labels up.
 */
final class DiagramBeliefs {

  private final ClaimCone cone;
  private final ExactBudget budget;

  /** By place, the variable that is its coin, whether it is open or not; -1 where there is none. */
  private final int[] variables;

  /** By variable, the grade of its coin in the evaluation. */
  private final double[] asItIs;

  /** The kinds of the gates, with every coin open that has been asked about. */
  private byte[] kinds;

  private boolean isFull;
  private Labels labels;

  /**
   * The diagrams of the labels, their nodes numbered anew from 1 on, those below first; 0 is the terminal.
   *
   * @param variable by node
   * @param low by node, a node times two, plus one where it is complemented
   * @param high likewise
   * @param roots supported, refuted, conflicting and qualified
   */
  private record Labels(int[] variable, int[] low, int[] high, int[] roots) {}

  /**
   * Makes the diagrams of a cone.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  DiagramBeliefs(ClaimCone cone, Evaluation evaluation) {
    this.cone = cone;
    budget =
        evaluation.evaluator().exactBudget(cone.compiled, evaluation.cones().switches());
    kinds = cone.kinds;
    int[] order = order(cone, evaluation.coinOrder());
    variables = new int[kinds.length];
    Arrays.fill(variables, -1);
    asItIs = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      variables[order[i]] = i;
      asItIs[i] = evaluation.grades().of(cone.coin(order[i]));
    }
    labels = labels(kinds);
  }

  /** The places that take coins, in an order of coins as if all were open. */
  private static int[] order(ClaimCone cone, CoinOrder order) {
    byte[] allOpen = cone.kinds.clone();
    for (int place = 0; place < allOpen.length; place++) {
      if (cone.coin(place) >= 0) {
        allOpen[place] = Circuit.OPEN;
      }
    }
    return order.of(cone.excerpt.circuit, allOpen);
  }

  private Labels labels(byte[] opened) {
    Diagrams diagrams = budget.diagrams();
    Circuit circuit = cone.excerpt.circuit;
    DiagramSlots slots = new DiagramSlots(circuit, opened, place -> variables[place], diagrams);
    Sweep.run(circuit, slots);
    int qualifying = cone.qualified < 0 ? Diagrams.FALSE : slots.certain(cone.qualified);
    int[] roots = new int[4];
    WeighedOutcome.label(
        diagrams,
        slots.certain(cone.pro),
        slots.possible(cone.pro),
        slots.certain(cone.con),
        slots.possible(cone.con),
        qualifying,
        roots,
        0);
    return below(diagrams, roots);
  }

  /** Numbers the nodes below some diagrams anew; a node is made after those below it. */
  private static Labels below(Diagrams diagrams, int[] roots) {
    boolean[] seen = new boolean[diagrams.nodes()];
    seen[0] = true;
    IntList nodes = new IntList(16);
    for (int root : roots) {
      add(root, seen, nodes);
    }
    for (int i = 0; i < nodes.size(); i++) {
      add(diagrams.low(nodes.get(i)), seen, nodes);
      add(diagrams.high(nodes.get(i)), seen, nodes);
    }
    nodes.sortFrom(0);
    int[] number = new int[diagrams.nodes()];
    int size = nodes.size() + 1;
    int[] variable = new int[size];
    int[] low = new int[size];
    int[] high = new int[size];
    for (int i = 1; i < size; i++) {
      int node = nodes.get(i - 1);
      number[node] = i;
      variable[i] = diagrams.variableOf(node);
      low[i] = number[diagrams.low(node) >> 1] << 1 | (diagrams.low(node) & 1);
      high[i] = number[diagrams.high(node) >> 1] << 1 | (diagrams.high(node) & 1);
    }
    int[] renumbered = roots.clone();
    for (int i = 0; i < roots.length; i++) {
      renumbered[i] = number[roots[i] >> 1] << 1 | (roots[i] & 1);
    }
    return new Labels(variable, low, high, renumbered);
  }

  private static void add(int diagram, boolean[] seen, IntList nodes) {
    if (!seen[diagram >> 1]) {
      seen[diagram >> 1] = true;
      nodes.add(diagram >> 1);
    }
  }

  /** Opens the coins of assignments, if there is room; until there was none. */
  void open(List<ClaimCone.Assignment> assignments) {
    byte[] opened = kinds.clone();
    for (ClaimCone.Assignment assignment : assignments) {
      for (int place : assignment.places()) {
        opened[place] = Circuit.OPEN;
      }
    }
    if (isFull || Arrays.equals(opened, kinds)) {
      return;
    }
    try {
      labels = labels(opened);
      kinds = opened;
    } catch (Diagrams.OutOfBudget e) {
      isFull = true;
    }
  }

  /** Whether all coins of an assignment are open. */
  boolean canTake(ClaimCone.Assignment assignment) {
    for (int place : assignment.places()) {
      if (kinds[place] != Circuit.OPEN) {
        return false;
      }
    }
    return true;
  }

  /** The belief under an assignment of open coins. */
  Belief belief(ClaimCone.Assignment assignment) {
    Cancellation.check();
    double[] chances = asItIs.clone();
    for (int i = 0; i < assignment.size(); i++) {
      chances[variables[assignment.places()[i]]] = assignment.grades()[i];
    }
    double[] weights = new double[labels.variable().length];
    weights[0] = 1;
    for (int node = 1; node < weights.length; node++) {
      double chance = chances[labels.variable()[node]];
      weights[node] = chance * Diagrams.weight(weights, labels.high()[node])
          + (1 - chance) * Diagrams.weight(weights, labels.low()[node]);
    }
    int[] roots = labels.roots();
    return WeighedOutcome.belief(
        new double[] {
          Diagrams.weight(weights, roots[0]),
          Diagrams.weight(weights, roots[1]),
          Diagrams.weight(weights, roots[2]),
          Diagrams.weight(weights, roots[3])
        },
        0);
  }
}
