package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.OpenCoins;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The beliefs in a cone's claim as diagrams over every coin that was ever asked about: made once, and weighed anew for each
 * assignment, from the nodes below the claim's labels up.
 */
final class ExactDependence extends ConeDependence {

  /** So many steps the diagrams may take for each node that they may have; more are taken by hardly any that get done. */
  static final int STEPS_A_NODE = 32;

  /** So many nodes are weighed one assignment after the other, which is the more precise. */
  private static final int MANY = 1 << 18;

  private static final double ROUNDING = 1e-13;

  private final int budget;

  /** The grades as they are; those of retracted sources, whose coins are no, are 0. */
  private final Grades grades;

  /** The order of the variables that diagrams were made in last. */
  private Order order;

  /** Another order, in which diagrams are tried that are too large in that one; made when there are such. */
  private @Nullable Order other;

  /** The kinds of the gates, with every coin open that has been asked about. */
  private byte[] kinds;

  private boolean isFull;
  private @Nullable LabelDiagrams labels;

  /** So many assignments are opened at a time where there is no room for more. */
  private int atATime = Integer.MAX_VALUE;

  /**
   * An order of the coins of the cone as variables.
   *
   * @param variables by place, the variable that is its coin, whether it is open or not; -1 where there is none
   * @param asItIs by variable, the grade of its coin in the evaluation
   */
  private record Order(int[] variables, double[] asItIs) {}

  /**
   * The diagrams of the labels, their nodes numbered anew from 1 on, those below first; 0 is the terminal.
   *
   * @param variable by node
   * @param low by node, a node times two, plus one where it is complemented
   * @param high likewise
   * @param roots supported, refuted, conflicting and qualified
   */
  private record LabelDiagrams(Order order, int[] variable, int[] low, int[] high, int[] roots) {}

  /** Makes room for the diagrams of a cone; none is made before something is asked. */
  ExactDependence(Evaluation evaluation, ClaimCone cone) {
    super(evaluation, cone);
    budget = evaluation.evaluatedBy().nodeBudget();
    grades = gradesOfCoins(evaluation, cone);
    kinds = cone.kinds;
    order = asMetOnTheWayDown();
  }

  private static Grades gradesOfCoins(Evaluation evaluation, ClaimCone cone) {
    Map<Integer, Double> changed = new HashMap<>(evaluation.grades().changed());
    for (int place = 0; place < cone.kinds.length; place++) {
      int coin = cone.coin(place);
      if (coin >= 0
          && coin < cone.compiled.coinGate.length
          && evaluation.circumstances().isRetracted(cone.compiled, coin, evaluation.grades())) {
        changed.put(coin, 0.0);
      }
    }
    return new Grades(cone.compiled, ImmutableMap.copyOf(changed));
  }

  @Override
  ImmutableList<Belief> beliefs(List<ClaimCone.Assignment> assignments) {
    open(assignments);
    ImmutableList.Builder<Belief> all = ImmutableList.builder();
    for (ClaimCone.Assignment each : assignments) {
      all.add(canTake(each) ? belief(each) : byScenario(each));
    }
    return all.build();
  }

  @CanIgnoreReturnValue
  @Override
  int beliefs(List<ClaimCone.Assignment> assignments, Belief[] found, long end) {
    int done = 0;
    while (done < found.length && work() < end) {
      int to = (int) Math.min(found.length, (long) done + atATime);
      List<ClaimCone.Assignment> some = assignments.subList(done, to);
      if (!openAnew(some)) {
        if (some.size() == 1) {
          return done;
        }
        atATime = (some.size() + 1) / 2;
        continue;
      }
      if (areMany(some.size()) && some.stream().allMatch(ClaimCone.Assignment::isSingle)) {
        ofSingles(some, found, done);
        done = to;
      }
      for (; done < to && work() < end; done++) {
        found[done] = belief(assignments.get(done));
      }
    }
    return done;
  }

  /** Returns the coins in the order in which they are met on the way down, so that those read together are near. */
  private Order asMetOnTheWayDown() {
    int[] first = cone.subcircuit.circuit.first();
    int[] literals = cone.subcircuit.circuit.literals();
    boolean[] seen = new boolean[cone.kinds.length];
    IntList met = new IntList(16);
    IntList pending = new IntList(16);
    pending.add(cone.qualified < 0 ? cone.pro : cone.qualified);
    pending.add(cone.con);
    pending.add(cone.pro);
    while (!pending.isEmpty()) {
      int place = pending.removeLast();
      if (seen[place]) {
        continue;
      }
      seen[place] = true;
      if (cone.coin(place) >= 0) {
        met.add(place);
      }
      for (int at = first[place + 1] - 1; at >= first[place]; at--) {
        pending.add(literals[at] >> 1);
      }
    }
    int[] variables = new int[kinds.length];
    Arrays.fill(variables, -1);
    double[] asItIs = new double[met.size()];
    for (int i = 0; i < asItIs.length; i++) {
      variables[met.get(i)] = i;
      asItIs[i] = grades.of(cone.coin(met.get(i)));
    }
    return new Order(variables, asItIs);
  }

  /** Returns the coins in the order that the evaluation has them in. */
  private Order asEvaluated() {
    byte[] whole = evaluation.cones().kinds().clone();
    for (int place = 0; place < kinds.length; place++) {
      if (order.variables()[place] >= 0) {
        whole[cone.subcircuit.whole[place]] = Circuit.OPEN;
      }
    }
    OpenCoins coins =
        OpenCoins.of(cone.compiled, whole, grades, evaluation.computation().coinOrder());
    int[] variables = new int[kinds.length];
    Arrays.fill(variables, -1);
    for (int place = 0; place < kinds.length; place++) {
      if (order.variables()[place] >= 0) {
        variables[place] = coins.variable(cone.subcircuit.whole[place]);
      }
    }
    return new Order(variables, coins.chances());
  }

  /**
   * Makes the diagrams of the labels.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or too long
   */
  private LabelDiagrams labels(byte[] opened, Order there) {
    int open = 0;
    for (byte kind : opened) {
      open += kind == Circuit.OPEN ? 1 : 0;
    }
    if (open > Evaluator.MOST_EXACT_COINS) {
      throw new Diagrams.OutOfBudget("more than " + Evaluator.MOST_EXACT_COINS + " open coins");
    }
    Diagrams diagrams = new Diagrams(budget, (long) STEPS_A_NODE * budget);
    try {
      return labels(opened, there, diagrams);
    } finally {
      spend(WorkSteps.ofDiagrams(diagrams.steps()) + opened.length);
    }
  }

  private LabelDiagrams labels(byte[] opened, Order there, Diagrams diagrams) {
    Circuit circuit = cone.subcircuit.circuit;
    DiagramInterpretation slots =
        new DiagramInterpretation(circuit, opened, place -> there.variables()[place], diagrams);
    Sweep.run(circuit, slots);
    int qualifying = cone.qualified < 0 ? Diagrams.FALSE : slots.certain(cone.qualified);
    int[] roots = new int[4];
    ExactOutcome.put(
        Labels.ofDiagrams(
            diagrams,
            slots.certain(cone.pro),
            slots.possible(cone.pro),
            slots.certain(cone.con),
            slots.possible(cone.con),
            qualifying),
        roots,
        0);
    return below(there, diagrams, roots);
  }

  /** Numbers the nodes below some diagrams anew; a node is made after those below it. */
  private static LabelDiagrams below(Order order, Diagrams diagrams, int[] roots) {
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
    return new LabelDiagrams(order, variable, low, high, renumbered);
  }

  private static void add(int diagram, boolean[] seen, IntList nodes) {
    if (!seen[diagram >> 1]) {
      seen[diagram >> 1] = true;
      nodes.add(diagram >> 1);
    }
  }

  /** Opens the coins of assignments beside those that are open, if there is room; until there was none. */
  private void open(List<ClaimCone.Assignment> assignments) {
    byte[] opened = opened(kinds, assignments);
    if (!isFull && (labels == null || !Arrays.equals(opened, kinds)) && !make(opened)) {
      isFull = true;
      if (labels == null) {
        make(kinds);
      }
    }
  }

  /**
   * Opens the coins of assignments, in place of those that are open if there is no room for both.
   *
   * @return whether there is room for them
   */
  private boolean openAnew(List<ClaimCone.Assignment> assignments) {
    if (assignments.stream().allMatch(this::canTake)) {
      return true;
    }
    byte[] alone = opened(cone.kinds, assignments);
    if (!isFull) {
      byte[] beside = opened(kinds, assignments);
      if (make(beside) || makeOtherwise(beside)) {
        return true;
      }
      isFull = true;
      if (Arrays.equals(alone, beside)) {
        return false;
      }
    }
    return make(alone) || makeOtherwise(alone);
  }

  /** Makes diagrams in the other order of their variables; tells whether there was room. */
  private boolean makeOtherwise(byte[] opened) {
    Order before = order;
    order = other == null ? asEvaluated() : other;
    other = before;
    if (make(opened)) {
      return true;
    }
    other = order;
    order = before;
    return false;
  }

  private static byte[] opened(byte[] before, List<ClaimCone.Assignment> assignments) {
    byte[] opened = before.clone();
    for (ClaimCone.Assignment assignment : assignments) {
      for (int place : assignment.places()) {
        opened[place] = Circuit.OPEN;
      }
    }
    return opened;
  }

  @CanIgnoreReturnValue
  private boolean make(byte[] opened) {
    try {
      labels = labels(opened, order);
      kinds = opened;
      return true;
    } catch (Diagrams.OutOfBudget e) {
      return false;
    }
  }

  /** Returns whether all coins of an assignment are open. */
  private boolean canTake(ClaimCone.Assignment assignment) {
    if (labels == null) {
      return false;
    }
    for (int place : assignment.places()) {
      if (kinds[place] != Circuit.OPEN) {
        return false;
      }
    }
    return true;
  }

  /** Returns the belief under an assignment of open coins. */
  private Belief belief(ClaimCone.Assignment assignment) {
    Cancellation.check();
    LabelDiagrams all = labels();
    double[] chances = all.order().asItIs().clone();
    for (int i = 0; i < assignment.size(); i++) {
      chances[all.order().variables()[assignment.places()[i]]] = assignment.grades()[i];
    }
    double[] weights = weights(all, chances);
    double[] labelled = new double[all.roots().length];
    for (int i = 0; i < labelled.length; i++) {
      labelled[i] = Diagrams.weight(weights, all.roots()[i]);
    }
    return ExactOutcome.belief(labelled, 0);
  }

  private LabelDiagrams labels() {
    return Objects.requireNonNull(labels, "no diagrams are made");
  }

  private double[] weights(LabelDiagrams all, double[] chances) {
    double[] weights = new double[all.variable().length];
    weights[0] = 1;
    spend(WorkSteps.ofWeighing(weights.length));
    for (int node = 1; node < weights.length; node++) {
      double chance = chances[all.variable()[node]];
      weights[node] = chance * Diagrams.weight(weights, all.high()[node])
          + (1 - chance) * Diagrams.weight(weights, all.low()[node]);
    }
    return weights;
  }

  /** Returns whether it pays to compute the beliefs under so many assignments of one open coin each together. */
  private boolean areMany(int assignments) {
    return (long) assignments * labels().variable().length > MANY;
  }

  /**
   * The beliefs under assignments of no or yes to one open coin each, all in one pass up the diagrams and one down for each label:
   * what a coin does to a label is, added up over the nodes that ask it, the chance of coming there, negative where that is through
   * an odd number of complemented edges, times what it does to the node.
   */
  private void ofSingles(List<ClaimCone.Assignment> assignments, Belief[] beliefs, int at) {
    Cancellation.check();
    LabelDiagrams all = labels();
    double[] asItIs = all.order().asItIs();
    double[] weights = weights(all, asItIs);
    int roots = all.roots().length;
    double[][] whereNo = new double[roots][];
    double[][] whereYes = new double[roots][];
    for (int i = 0; i < roots; i++) {
      double weight = Diagrams.weight(weights, all.roots()[i]);
      whereNo[i] = new double[asItIs.length];
      whereYes[i] = new double[asItIs.length];
      Arrays.fill(whereNo[i], weight);
      Arrays.fill(whereYes[i], weight);
      descend(all, all.roots()[i], weights, whereNo[i], whereYes[i]);
    }
    for (int i = 0; i < assignments.size(); i++) {
      int variable = all.order().variables()[assignments.get(i).places()[0]];
      double[][] where = assignments.get(i).grades()[0] == 0 ? whereNo : whereYes;
      double[] labelled = new double[roots];
      for (int root = 0; root < roots; root++) {
        labelled[root] = settled(where[root][variable]);
      }
      beliefs[at + i] = ExactOutcome.belief(labelled, 0);
    }
  }

  private void descend(
      LabelDiagrams all, int root, double[] weights, double[] whereNo, double[] whereYes) {
    double[] asItIs = all.order().asItIs();
    double[] coming = new double[(root >> 1) + 1];
    coming[root >> 1] = (root & 1) == 0 ? 1 : -1;
    spend(WorkSteps.ofWeighing(coming.length));
    for (int node = root >> 1; node > 0; node--) {
      if (coming[node] == 0) {
        continue;
      }
      int variable = all.variable()[node];
      int low = all.low()[node];
      int high = all.high()[node];
      whereNo[variable] += coming[node] * (Diagrams.weight(weights, low) - weights[node]);
      whereYes[variable] += coming[node] * (Diagrams.weight(weights, high) - weights[node]);
      double yes = coming[node] * asItIs[variable];
      double no = coming[node] - yes;
      coming[low >> 1] += (low & 1) == 0 ? no : -no;
      coming[high >> 1] += (high & 1) == 0 ? yes : -yes;
    }
  }

  /** Returns a probability without what adding up has left beside nothing, or beside certainty. */
  private static double settled(double probability) {
    if (probability < ROUNDING) {
      return 0;
    }
    return probability > 1 - ROUNDING ? 1 : probability;
  }
}
