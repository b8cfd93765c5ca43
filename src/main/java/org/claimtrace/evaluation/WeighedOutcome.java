package org.claimtrace.evaluation;

/** Exact probabilities. */
final class WeighedOutcome implements Outcome {

  private static final int OF_CLAIM = 8;

  private final double[] claims;
  private final double[] parts;
  private final double[] sources;

  private WeighedOutcome(double[] claims, double[] parts, double[] sources) {
    this.claims = claims;
    this.parts = parts;
    this.sources = sources;
  }

  /** Reads computed diagrams. */
  static WeighedOutcome of(
      CompiledGraph compiled, DiagramSlots slots, Diagrams diagrams, double[] chances) {
    int[] labels = new int[compiled.proGate.length * OF_CLAIM];
    for (int claim = 0; claim < compiled.proGate.length; claim++) {
      int pro = compiled.proGate[claim];
      int con = pro + 1;
      int at = claim * OF_CLAIM;
      int decided = diagrams.or(slots.certain(pro), slots.certain(con));
      int supported = diagrams.and(slots.certain(pro), Diagrams.not(slots.possible(con)));
      int refuted = diagrams.and(slots.certain(con), Diagrams.not(slots.possible(pro)));
      labels[at] = supported;
      labels[at + 1] = refuted;
      labels[at + 2] = diagrams.and(decided, Diagrams.not(diagrams.or(supported, refuted)));
      labels[at + 3] = compiled.has(claim, CompiledGraph.HAS_QUALIFIED)
          ? diagrams.and(supported, slots.certain(compiled.qualifiedGate(claim)))
          : Diagrams.FALSE;
      labels[at + 4] = slots.certain(pro);
      labels[at + 5] = undecided(diagrams, slots, pro);
      labels[at + 6] = slots.certain(con);
      labels[at + 7] = undecided(diagrams, slots, con);
    }
    int[] lines = new int[compiled.parts.length * 2];
    for (int part = 0; part < compiled.parts.length; part++) {
      lines[2 * part] = slots.certain(compiled.partGate[part]);
      lines[2 * part + 1] = undecided(diagrams, slots, compiled.partGate[part]);
    }
    double[] weights = diagrams.weigh(chances);
    double[] sources = new double[compiled.rightGate.length];
    for (int source = 0; source < sources.length; source++) {
      sources[source] = Diagrams.weight(weights, slots.certain(compiled.rightGate[source]));
    }
    return new WeighedOutcome(weights(weights, labels), weights(weights, lines), sources);
  }

  private static int undecided(Diagrams diagrams, DiagramSlots slots, int gate) {
    return diagrams.and(slots.possible(gate), Diagrams.not(slots.certain(gate)));
  }

  private static double[] weights(double[] weights, int[] labels) {
    double[] found = new double[labels.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = Diagrams.weight(weights, labels[i]);
    }
    return found;
  }

  @Override
  public Belief belief(int claim) {
    int at = claim * OF_CLAIM;
    double decided = claims[at] + claims[at + 1] + claims[at + 2];
    return new Belief(
        claims[at], claims[at + 1], claims[at + 2], Math.max(0, 1 - decided), claims[at + 3]);
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
