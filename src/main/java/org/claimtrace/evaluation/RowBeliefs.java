package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The beliefs in a cone's claim in the sampled worlds of an evaluation: the rows of the cone are computed once, and for each
 * assignment those that depend on its coins again, the other coins being as they were.
 */
final class RowBeliefs {

  private final ClaimCone cone;
  private final Evaluation evaluation;
  private final int worlds;
  private final int words;
  private final RowSlots base;
  private final Circuit.Readers readers;
  private final Excerpt.Places places;
  private final boolean[] reached;
  private final RowCount count;

  RowBeliefs(ClaimCone cone, Evaluation evaluation) {
    this.cone = cone;
    this.evaluation = evaluation;
    worlds = evaluation.worlds().orElseThrow();
    words = (worlds + 63) / 64;
    long lastWord = worlds % 64 == 0 ? -1L : -1L >>> (64 - worlds % 64);
    count = new RowCount(words, lastWord, worlds);
    Circuit circuit = cone.excerpt.circuit;
    DrawnCoins coins = coins(evaluation.grades());
    base = new RowSlots(
        circuit,
        cone.kinds,
        words,
        (place, row, at) -> coins.draw(cone.excerpt.whole[place], row, at));
    Sweep.run(circuit, base);
    readers = circuit.readers();
    places = new Excerpt.Places(circuit.gates());
    reached = new boolean[circuit.gates()];
  }

  private DrawnCoins coins(Grades grades) {
    return new DrawnCoins(cone.compiled, grades, evaluation.evaluator().seed(), words);
  }

  /** The worlds in which what decides the label of the claim is so. */
  private record LabelRows(
      Row proCertain,
      Row proPossible,
      Row conCertain,
      Row conPossible,
      @Nullable Row qualified) {}

  Belief belief(ClaimCone.Assignment assignment) {
    LabelRows rows = rows(assignment);
    double supported = count.of(rows.proCertain(), rows.conPossible(), null);
    double refuted = count.of(rows.conCertain(), rows.proPossible(), null);
    double either = count.ofEither(rows.proCertain(), rows.conCertain());
    double qualified = rows.qualified() == null
        ? 0
        : count.of(rows.proCertain(), rows.conPossible(), rows.qualified());
    return new Belief(
        supported / worlds,
        refuted / worlds,
        (either - supported - refuted) / worlds,
        (worlds - either) / worlds,
        qualified / worlds);
  }

  /** How probable a label is under one assignment and under another, in the same worlds. */
  Effect effect(ClaimCone.Assignment yes, ClaimCone.Assignment no, Label label) {
    long[] with = worlds(rows(yes), label);
    long[] without = worlds(rows(no), label);
    long[] none = new long[words];
    int both = count.of(row(with), row(none), row(without));
    int onlyWith = count.of(row(with), row(without), null);
    int onlyWithout = count.of(row(without), row(with), null);
    return Effect.paired(both, onlyWith, onlyWithout, worlds);
  }

  private static Row row(long[] row) {
    return new Row(row, 0);
  }

  private long[] worlds(LabelRows rows, Label label) {
    long[] labelled = new long[words];
    for (int w = 0; w < words; w++) {
      long pro = word(rows.proCertain(), w);
      long con = word(rows.conCertain(), w);
      long supported = pro & ~word(rows.conPossible(), w);
      long refuted = con & ~word(rows.proPossible(), w);
      labelled[w] = switch (label) {
        case SUPPORTED -> supported;
        case REFUTED -> refuted;
        case CONFLICTING -> (pro | con) & ~supported & ~refuted;
        case UNVERIFIED -> ~(pro | con);
        case QUALIFIED -> rows.qualified() == null ? 0 : supported & word(rows.qualified(), w);
      };
    }
    return labelled;
  }

  private static long word(Row row, int w) {
    return row.words()[row.at() + w];
  }

  private LabelRows rows(ClaimCone.Assignment assignment) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the evaluation was interrupted");
    }
    Map<Integer, Byte> kinds = new HashMap<>();
    Map<Integer, Double> grades = new HashMap<>(evaluation.grades().changed());
    IntList changed = new IntList(8);
    for (int i = 0; i < assignment.size(); i++) {
      int place = assignment.places()[i];
      byte kind = evaluation.situation().toss(assignment.grades()[i], Circuit.AND);
      if (kind != cone.kinds[place] || kind == Circuit.OPEN) {
        kinds.put(place, kind);
        grades.put(cone.coin(place), assignment.grades()[i]);
        changed.add(place);
      }
    }
    int[] above = above(changed);
    Excerpt excerpt = Excerpt.of(
        cone.excerpt.circuit, place -> kinds.getOrDefault(place, cone.kinds[place]), above, places);
    DrawnCoins coins = coins(new Grades(cone.compiled, ImmutableMap.copyOf(grades)));
    RowSlots rows = new RowSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        words,
        (gate, row, at) -> coins.draw(cone.excerpt.whole[excerpt.whole[gate]], row, at));
    for (int i = 0; i < excerpt.given; i++) {
      rows.give(i, base.certain(excerpt.whole[i]), base.possible(excerpt.whole[i]));
    }
    Sweep.run(excerpt.circuit, rows);
    return new LabelRows(
        certain(cone.pro, excerpt, rows),
        possible(cone.pro, excerpt, rows),
        certain(cone.con, excerpt, rows),
        possible(cone.con, excerpt, rows),
        cone.qualified < 0 ? null : certain(cone.qualified, excerpt, rows));
  }

  private Row certain(int place, Excerpt excerpt, RowSlots rows) {
    int again = excerpt.find(place);
    return again < 0 ? base.certain(place) : rows.certain(again);
  }

  private Row possible(int place, Excerpt excerpt, RowSlots rows) {
    int again = excerpt.find(place);
    return again < 0 ? base.possible(place) : rows.possible(again);
  }

  /** The places in the cone that depend on some places, those included, ascending. */
  private int[] above(IntList found) {
    for (int i = 0; i < found.size(); i++) {
      reached[found.get(i)] = true;
    }
    for (int i = 0; i < found.size(); i++) {
      int place = found.get(i);
      for (int at = readers.first()[place]; at < readers.first()[place + 1]; at++) {
        int reader = readers.literals()[at] >> 1;
        if (!reached[reader]) {
          reached[reader] = true;
          found.add(reader);
        }
      }
    }
    found.sortFrom(0);
    int[] above = found.toArray();
    for (int place : above) {
      reached[place] = false;
    }
    return above;
  }
}
