package org.claimtrace.evaluation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.rows.KeptCoins;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.evaluation.Dependence.Effect;
import org.claimtrace.model.Element;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The beliefs in a cone's claim in the sampled worlds of an evaluation: the rows of the cone are computed once, and for each
 * assignment those that depend on its coins again, the other coins being as they were.
 */
final class SampledDependence extends ConeDependence {

  private final SampledComputation sampling;
  private final int words;
  /** The coins as they are, by place of the cone. */
  private final KeptCoins coins;

  private final Supplier<RowInterpretation> base = Suppliers.memoize(this::computed);
  private final Circuit.Readers readers;
  private final Subcircuit.Places places;
  private final boolean[] reached;
  private final RowReadout readout;

  SampledDependence(Evaluation evaluation, ClaimCone cone, SampledComputation sampling) {
    super(evaluation, cone);
    this.sampling = sampling;
    words = sampling.words();
    readout = RowReadout.of(sampling.sampled());
    Circuit circuit = cone.subcircuit.circuit;
    DrawnCoins drawn = sampling.coins(cone.compiled, evaluation.grades());
    coins = new KeptCoins(
        (place, row, at) -> drawn.draw(cone.subcircuit.whole[place], row, at),
        circuit.gates(),
        words);
    readers = circuit.readers();
    places = new Subcircuit.Places(circuit.gates());
    reached = new boolean[circuit.gates()];
  }

  private RowInterpretation computed() {
    RowInterpretation rows =
        new RowInterpretation(cone.subcircuit.circuit, cone.kinds, words, coins);
    Sweep.run(cone.subcircuit.circuit, rows);
    spend(WorkSteps.ofRows(rows.steps(), words));
    return rows;
  }

  @Override
  ImmutableList<Belief> beliefs(List<ClaimCone.Assignment> assignments) {
    Belief[] beliefs = new Belief[assignments.size()];
    beliefs(assignments, beliefs, Long.MAX_VALUE);
    return ImmutableList.copyOf(beliefs);
  }

  @CanIgnoreReturnValue
  @Override
  int beliefs(List<ClaimCone.Assignment> assignments, Belief[] found, long end) {
    int done = 0;
    while (done < found.length && work() < end) {
      found[done] = belief(rows(assignments.get(done)));
      done++;
    }
    return done;
  }

  @Override
  ImmutableList<ImmutableList<Effect>> effects(
      Collection<Element> elements, List<ImmutableSet<Label>> events) {
    return effects(elements, events, Long.MAX_VALUE);
  }

  /** Counted in the same worlds. */
  @Override
  ImmutableList<ImmutableList<Effect>> effects(
      Collection<Element> elements, List<ImmutableSet<Label>> events, long end) {
    ImmutableList.Builder<ImmutableList<Effect>> effects = ImmutableList.builder();
    for (Element element : elements) {
      if (work() >= end) {
        break;
      }
      effects.add(effects(
          cone.assignment(ImmutableMap.of(element, 1.0)),
          cone.assignment(ImmutableMap.of(element, 0.0)),
          events));
    }
    return effects.build();
  }

  /** The rows that decide the label of the claim. */
  private record LabelRows(
      RowReadout.Case inFavour,
      RowReadout.Case against,
      @Nullable Row qualifying) {}

  private Belief belief(LabelRows rows) {
    return readout.belief(rows.inFavour(), rows.against(), rows.qualifying());
  }

  private ImmutableList<Effect> effects(
      ClaimCone.Assignment yes, ClaimCone.Assignment no, List<ImmutableSet<Label>> events) {
    LabelRows with = rows(yes);
    keep(yes, belief(with));
    LabelRows without = rows(no);
    keep(no, belief(without));
    return events.stream()
        .map(event -> effect(worlds(with, event), worlds(without, event)))
        .collect(toImmutableList());
  }

  private Effect effect(long[] with, long[] without) {
    int both = readout.count().ofBoth(row(with), row(without));
    int onlyWith = readout.count().of(row(with)) - both;
    int onlyWithout = readout.count().of(row(without)) - both;
    return Effect.paired(both, onlyWith, onlyWithout, sampling.sampled());
  }

  private static Row row(long[] row) {
    return new Row(row, 0);
  }

  /** Returns the worlds in which the claim has one of some labels. */
  private long[] worlds(LabelRows rows, ImmutableSet<Label> event) {
    long[] labelled = new long[words];
    for (int w = 0; w < words; w++) {
      Labels labels = Labels.ofWords(
          rows.inFavour().certain().word(w),
          rows.inFavour().possible().word(w),
          rows.against().certain().word(w),
          rows.against().possible().word(w),
          rows.qualifying() == null ? 0 : rows.qualifying().word(w));
      for (Label label : event) {
        labelled[w] |= labels.where(label);
      }
    }
    return labelled;
  }

  private LabelRows rows(ClaimCone.Assignment assignment) {
    Cancellation.check();
    RowInterpretation before = base.get();
    Map<Integer, Byte> kinds = new HashMap<>();
    Map<Integer, Double> grades = new HashMap<>(evaluation.grades().changed());
    IntList changed = new IntList(8);
    for (int i = 0; i < assignment.size(); i++) {
      int place = assignment.places()[i];
      byte kind = evaluation.circumstances().toss(assignment.grades()[i], Circuit.AND);
      if (kind != cone.kinds[place] || kind == Circuit.OPEN) {
        kinds.put(place, kind);
        grades.put(cone.coin(place), assignment.grades()[i]);
        changed.add(place);
      }
    }
    int[] above = readers.above(changed.toArray(), reached);
    Subcircuit subcircuit = Subcircuit.of(
        cone.subcircuit.circuit,
        place -> kinds.getOrDefault(place, cone.kinds[place]),
        above,
        places);
    places.clear(subcircuit);
    Supplier<DrawnCoins> others = Suppliers.memoize(() ->
        sampling.coins(cone.compiled, new Grades(cone.compiled, ImmutableMap.copyOf(grades))));
    RowInterpretation rows = RowInterpretation.of(
        subcircuit,
        words,
        (place, row, at) -> {
          if (kinds.containsKey(place)) {
            others.get().draw(cone.subcircuit.whole[place], row, at);
          } else {
            coins.draw(place, row, at);
          }
        },
        before::certain,
        before::possible);
    spend(WorkSteps.ofSubcircuit(subcircuit)
        + WorkSteps.ofRows(rows.steps() + subcircuit.given, words));
    return new LabelRows(
        new RowReadout.Case(
            certain(cone.pro, subcircuit, rows), possible(cone.pro, subcircuit, rows)),
        new RowReadout.Case(
            certain(cone.con, subcircuit, rows), possible(cone.con, subcircuit, rows)),
        cone.qualified < 0 ? null : certain(cone.qualified, subcircuit, rows));
  }

  private Row certain(int place, Subcircuit subcircuit, RowInterpretation rows) {
    int again = subcircuit.find(place);
    return again < 0 ? base.get().certain(place) : rows.certain(again);
  }

  private Row possible(int place, Subcircuit subcircuit, RowInterpretation rows) {
    int again = subcircuit.find(place);
    return again < 0 ? base.get().possible(place) : rows.possible(again);
  }
}
