package org.claimtrace.evaluation;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;

/** The outcome of a scenario: what it touched, over what the evaluation it started from came to. */
final class ScenarioOutcome implements Outcome {

  private final Outcome base;
  private final GraphCircuit compiled;

  // By the gates of what was touched, ascending: found by bisection, since few will be asked for.
  private final int[] claimGates;
  private final ClaimOutcome[] claims;
  private final int[] partGates;
  private final Chance[] parts;
  private final int[] sourceGates;
  private final double[] sources;

  private record ClaimOutcome(Belief belief, Chance pro, Chance con) {}

  private ScenarioOutcome(
      Outcome base,
      AffectedElements touched,
      IntFunction<ClaimOutcome> claim,
      IntFunction<Chance> part,
      IntToDoubleFunction source) {
    this.base = base;
    compiled = touched.compiled();
    claimGates = gates(touched.claims(), compiled.proGate);
    claims = new ClaimOutcome[claimGates.length];
    Arrays.setAll(claims, claim);
    partGates = gates(touched.parts(), compiled.partGate);
    parts = new Chance[partGates.length];
    Arrays.setAll(parts, part);
    sourceGates = gates(touched.sources(), compiled.rightGate);
    sources = new double[sourceGates.length];
    Arrays.setAll(sources, source);
  }

  private static int[] gates(int[] ranks, int[] gateOf) {
    int[] gates = new int[ranks.length];
    Arrays.setAll(gates, i -> gateOf[ranks[i]]);
    return gates;
  }

  /**
   * Counts rows.
   *
   * @param base what is said of all that was not touched
   * @param certain by gate, the worlds in which it is certain
   * @param possible by gate, the worlds in which it is possible
   * @param worlds how many worlds there are
   */
  static ScenarioOutcome ofRows(
      Outcome base,
      AffectedElements touched,
      IntFunction<Row> certain,
      IntFunction<Row> possible,
      int worlds) {
    GraphCircuit compiled = touched.compiled();
    RowReadout readout = RowReadout.of(worlds);
    return new ScenarioOutcome(
        base,
        touched,
        i -> {
          int claim = touched.claims()[i];
          int pro = compiled.proGate[claim];
          int con = compiled.conGate(claim);
          RowReadout.Case inFavour = new RowReadout.Case(certain.apply(pro), possible.apply(pro));
          RowReadout.Case against = new RowReadout.Case(certain.apply(con), possible.apply(con));
          int qualified = compiled.qualifiedGate(claim);
          Row qualifying = qualified < 0 ? null : certain.apply(qualified);
          return new ClaimOutcome(
              readout.belief(inFavour, against, qualifying),
              readout.chance(inFavour.certain(), inFavour.possible()),
              readout.chance(against.certain(), against.possible()));
        },
        i -> {
          int gate = compiled.partGate[touched.parts()[i]];
          return readout.chance(certain.apply(gate), possible.apply(gate));
        },
        i -> {
          Row right = certain.apply(compiled.rightGate[touched.sources()[i]]);
          return (double) readout.count().of(right) / worlds;
        });
  }

  /**
   * Weighs diagrams.
   *
   * @param base what is said of all that was not touched
   * @param certain by gate, the diagram of the worlds in which it is certain
   * @param possible by gate, the diagram of the worlds in which it is possible
   * @param chances the probability of each variable
   */
  static ScenarioOutcome ofDiagrams(
      Outcome base,
      AffectedElements touched,
      IntFunction<Integer> certain,
      IntFunction<Integer> possible,
      Diagrams diagrams,
      Supplier<double[]> chances) {
    GraphCircuit compiled = touched.compiled();
    int[] labels = new int[touched.claims().length * ExactOutcome.OF_CLAIM];
    for (int i = 0; i < touched.claims().length; i++) {
      ExactOutcome.label(
          compiled,
          touched.claims()[i],
          certain,
          possible,
          diagrams,
          labels,
          i * ExactOutcome.OF_CLAIM);
    }
    int[] undecided = new int[touched.parts().length];
    for (int i = 0; i < undecided.length; i++) {
      int gate = compiled.partGate[touched.parts()[i]];
      undecided[i] = diagrams.and(possible.apply(gate), Diagrams.not(certain.apply(gate)));
    }
    int parts = labels.length;
    int sources = parts + 2 * undecided.length;
    int[] all = Arrays.copyOf(labels, sources + touched.sources().length);
    for (int i = 0; i < undecided.length; i++) {
      all[parts + 2 * i] = certain.apply(compiled.partGate[touched.parts()[i]]);
      all[parts + 2 * i + 1] = undecided[i];
    }
    for (int i = 0; i < touched.sources().length; i++) {
      all[sources + i] = certain.apply(compiled.rightGate[touched.sources()[i]]);
    }
    double[] weights = diagrams.weigh(chances.get(), all);
    return new ScenarioOutcome(
        base,
        touched,
        i -> {
          int at = i * ExactOutcome.OF_CLAIM;
          return new ClaimOutcome(
              ExactOutcome.belief(weights, at),
              new Chance(weights[at + 4], weights[at + 5]),
              new Chance(weights[at + 6], weights[at + 7]));
        },
        i -> new Chance(weights[parts + 2 * i], weights[parts + 2 * i + 1]),
        i -> weights[sources + i]);
  }

  @Override
  public Belief belief(int claim) {
    int at = claim(claim);
    return at < 0 ? base.belief(claim) : claims[at].belief();
  }

  @Override
  public Chance pro(int claim) {
    int at = claim(claim);
    return at < 0 ? base.pro(claim) : claims[at].pro();
  }

  @Override
  public Chance con(int claim) {
    int at = claim(claim);
    return at < 0 ? base.con(claim) : claims[at].con();
  }

  private int claim(int claim) {
    return Arrays.binarySearch(claimGates, compiled.proGate[claim]);
  }

  @Override
  public Chance fires(int part) {
    int at = Arrays.binarySearch(partGates, compiled.partGate[part]);
    return at < 0 ? base.fires(part) : parts[at];
  }

  @Override
  public double right(int source) {
    int at = Arrays.binarySearch(sourceGates, compiled.rightGate[source]);
    return at < 0 ? base.right(source) : sources[at];
  }

  @Override
  public int sampled() {
    return base.sampled();
  }
}
