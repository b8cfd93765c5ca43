package org.claimtrace.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The outcome of a scenario: what it touched, over what the evaluation it started from came to. */
final class OverlaidOutcome implements Outcome {

  private final Outcome base;
  private final Map<Integer, ClaimOutcome> claims = new HashMap<>();
  private final Map<Integer, Chance> parts = new HashMap<>();
  private final Map<Integer, Double> sources = new HashMap<>();

  private record ClaimOutcome(Belief belief, Chance pro, Chance con) {}

  private OverlaidOutcome(Outcome base) {
    this.base = base;
  }

  /**
   * Counts rows.
   *
   * @param base what is said of all that was not touched
   * @param certain by gate, the worlds in which it is certain
   * @param possible by gate, the worlds in which it is possible
   * @param worlds how many worlds there are
   */
  static OverlaidOutcome ofRows(
      Outcome base,
      Touched touched,
      IntFunction<Row> certain,
      IntFunction<Row> possible,
      int worlds) {
    CompiledGraph compiled = touched.compiled();
    RowCount count = RowCount.of(worlds);
    OverlaidOutcome outcome = new OverlaidOutcome(base);
    for (int claim : touched.claims()) {
      int pro = compiled.proGate[claim];
      int con = compiled.conGate(claim);
      RowCount.Case inFavour = new RowCount.Case(certain.apply(pro), possible.apply(pro));
      RowCount.Case against = new RowCount.Case(certain.apply(con), possible.apply(con));
      Row qualifying = compiled.has(claim, CompiledGraph.HAS_QUALIFIED)
          ? certain.apply(compiled.qualifiedGate(claim))
          : null;
      outcome.claims.put(
          claim,
          new ClaimOutcome(
              count.belief(inFavour, against, qualifying),
              count.chance(inFavour.certain(), inFavour.possible()),
              count.chance(against.certain(), against.possible())));
    }
    for (int part : touched.parts()) {
      int gate = compiled.partGate[part];
      outcome.parts.put(part, count.chance(certain.apply(gate), possible.apply(gate)));
    }
    for (int source : touched.sources()) {
      Row right = certain.apply(compiled.rightGate[source]);
      outcome.sources.put(source, count.chance(right, right).yes());
    }
    return outcome;
  }

  /**
   * Weighs diagrams.
   *
   * @param base what is said of all that was not touched
   * @param certain by gate, the diagram of the worlds in which it is certain
   * @param possible by gate, the diagram of the worlds in which it is possible
   * @param chances the probability of each variable
   */
  static OverlaidOutcome ofDiagrams(
      Outcome base,
      Touched touched,
      IntFunction<Integer> certain,
      IntFunction<Integer> possible,
      Diagrams diagrams,
      Supplier<double[]> chances) {
    CompiledGraph compiled = touched.compiled();
    int[] labels = new int[touched.claims().length * WeighedOutcome.OF_CLAIM];
    for (int i = 0; i < touched.claims().length; i++) {
      WeighedOutcome.label(
          compiled,
          touched.claims()[i],
          certain,
          possible,
          diagrams,
          labels,
          i * WeighedOutcome.OF_CLAIM);
    }
    int[] undecided = new int[touched.parts().length];
    for (int i = 0; i < undecided.length; i++) {
      int gate = compiled.partGate[touched.parts()[i]];
      undecided[i] = diagrams.and(possible.apply(gate), Diagrams.not(certain.apply(gate)));
    }
    double[] weights = diagrams.weigh(chances.get());
    OverlaidOutcome outcome = new OverlaidOutcome(base);
    for (int i = 0; i < touched.claims().length; i++) {
      double[] all = WeighedOutcome.weights(weights, labels, i * WeighedOutcome.OF_CLAIM);
      outcome.claims.put(
          touched.claims()[i],
          new ClaimOutcome(
              WeighedOutcome.belief(all, 0),
              new Chance(all[4], all[5]),
              new Chance(all[6], all[7])));
    }
    for (int i = 0; i < undecided.length; i++) {
      int part = touched.parts()[i];
      outcome.parts.put(
          part,
          new Chance(
              Diagrams.weight(weights, certain.apply(compiled.partGate[part])),
              Diagrams.weight(weights, undecided[i])));
    }
    for (int source : touched.sources()) {
      outcome.sources.put(
          source, Diagrams.weight(weights, certain.apply(compiled.rightGate[source])));
    }
    return outcome;
  }

  @Override
  public Belief belief(int claim) {
    ClaimOutcome anew = claims.get(claim);
    return anew == null ? base.belief(claim) : anew.belief();
  }

  @Override
  public Chance pro(int claim) {
    ClaimOutcome anew = claims.get(claim);
    return anew == null ? base.pro(claim) : anew.pro();
  }

  @Override
  public Chance con(int claim) {
    ClaimOutcome anew = claims.get(claim);
    return anew == null ? base.con(claim) : anew.con();
  }

  @Override
  public Chance fires(int part) {
    Chance anew = parts.get(part);
    return anew == null ? base.fires(part) : anew;
  }

  @Override
  public double right(int source) {
    Double anew = sources.get(source);
    return anew == null ? base.right(source) : anew;
  }

  @Override
  public int sampled() {
    return base.sampled();
  }
}
