package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;

/** Exact probabilities. */
final class ExactOutcome implements Outcome {

  /** So many diagrams and weights a claim has. */
  static final int OF_CLAIM = 8;

  private final double[] claims;
  private final double[] parts;
  private final double[] sources;
  private final long steps;

  private ExactOutcome(double[] claims, double[] parts, double[] sources, long steps) {
    this.steps = steps;
    this.claims = claims;
    this.parts = parts;
    this.sources = sources;
  }

  /** Reads computed diagrams. */
  static ExactOutcome of(
      GraphCircuit compiled, DiagramInterpretation slots, Diagrams diagrams, double[] chances) {
    int[] labels = new int[compiled.proGate.length * OF_CLAIM];
    for (int claim = 0; claim < compiled.proGate.length; claim++) {
      label(compiled, claim, slots::certain, slots::possible, diagrams, labels, claim * OF_CLAIM);
    }
    int[] lines = new int[compiled.partKinds.length * 2];
    for (int part = 0; part < compiled.partKinds.length; part++) {
      lines[2 * part] = slots.certain(compiled.partGate[part]);
      lines[2 * part + 1] = undecided(diagrams, slots, compiled.partGate[part]);
    }
    double[] weights = diagrams.weigh(chances);
    double[] sources = new double[compiled.rightGate.length];
    for (int source = 0; source < sources.length; source++) {
      sources[source] = Diagrams.weight(weights, slots.certain(compiled.rightGate[source]));
    }
    return new ExactOutcome(all(weights, labels), all(weights, lines), sources, diagrams.steps());
  }

  private static int undecided(Diagrams diagrams, DiagramInterpretation slots, int gate) {
    return diagrams.and(slots.possible(gate), Diagrams.not(slots.certain(gate)));
  }

  /** Makes the diagrams of a claim: its four labels but unverified, then of pro and con, certain and undecided. */
  static void label(
      GraphCircuit compiled,
      int claim,
      IntFunction<Integer> certain,
      IntFunction<Integer> possible,
      Diagrams diagrams,
      int[] labels,
      int at) {
    int pro = certain.apply(compiled.proGate[claim]);
    int con = certain.apply(compiled.conGate(claim));
    int proPossible = possible.apply(compiled.proGate[claim]);
    int conPossible = possible.apply(compiled.conGate(claim));
    int qualified = compiled.qualifiedGate(claim);
    int qualifying = qualified < 0 ? Diagrams.FALSE : certain.apply(qualified);
    put(Labels.ofDiagrams(diagrams, pro, proPossible, con, conPossible, qualifying), labels, at);
    labels[at + 4] = pro;
    labels[at + 5] = diagrams.and(proPossible, Diagrams.not(pro));
    labels[at + 6] = con;
    labels[at + 7] = diagrams.and(conPossible, Diagrams.not(con));
  }

  /** Puts the diagrams of a claim's labels but unverified into a place. */
  static void put(Labels labels, int[] diagrams, int at) {
    diagrams[at] = (int) labels.supported();
    diagrams[at + 1] = (int) labels.refuted();
    diagrams[at + 2] = (int) labels.conflicting();
    diagrams[at + 3] = (int) labels.qualified();
  }

  /** Returns the weights of the labels of a claim whose diagrams begin at a position, from those of their nodes. */
  static double[] weights(double[] weights, int[] labels, int at) {
    return all(weights, Arrays.copyOfRange(labels, at, at + OF_CLAIM));
  }

  /** Returns the belief in a claim whose weights begin at a position. */
  static Belief belief(double[] weights, int at) {
    double decided = weights[at] + weights[at + 1] + weights[at + 2];
    return new Belief(
        weights[at], weights[at + 1], weights[at + 2], Math.max(0, 1 - decided), weights[at + 3]);
  }

  private static double[] all(double[] weights, int[] labels) {
    double[] found = new double[labels.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = Diagrams.weight(weights, labels[i]);
    }
    return found;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Belief belief(int claim) {
    return belief(claims, claim * OF_CLAIM);
  }

  @Override
  public Chance pro(int claim) {
    return new Chance(claims[claim * OF_CLAIM + 4], claims[claim * OF_CLAIM + 5]);
  }

  @Override
  public Chance con(int claim) {
    return new Chance(claims[claim * OF_CLAIM + 6], claims[claim * OF_CLAIM + 7]);
  }

  @Override
  public Chance fires(int part) {
    return new Chance(parts[2 * part], parts[2 * part + 1]);
  }

  @Override
  public double right(int source) {
    return sources[source];
  }
}
