package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recomputes the cone of a change; what the cone reads from outside is computed once, when it is first read. */
final class Workbench {

  private final Evaluation base;
  private final CompiledGraph compiled;
  private final byte[] baseKinds;
  private final Circuit.Readers readers;
  private final Excerpt.Places places;
  private final boolean[] reached;
  private final @Nullable GivenRows given;
  private final @Nullable GivenDiagrams diagrams;

  Workbench(Evaluation base) {
    this.base = base;
    compiled = base.compiled();
    baseKinds = base.situation().kinds(compiled, base.grades());
    readers = compiled.readers();
    places = new Excerpt.Places(compiled.circuit.gates());
    reached = new boolean[compiled.circuit.gates()];
    given = base.method() == Method.EXACT ? null : rows(base);
    diagrams = base.method() == Method.EXACT ? GivenDiagrams.of(base, baseKinds) : null;
  }

  private GivenRows rows(Evaluation base) {
    int words = base.method() == Method.SAMPLED ? words(base.worlds().orElseThrow()) : 1;
    RowSlots.Coins coins =
        base.method() == Method.SAMPLED ? coins(base.grades(), words) : RowSlots.Coins.NONE;
    return new GivenRows(compiled, baseKinds, places, words, coins);
  }

  private static int words(int worlds) {
    return (worlds + 63) / 64;
  }

  private DrawnCoins coins(Grades grades, int words) {
    return new DrawnCoins(compiled, grades, base.evaluator().seed(), words);
  }

  /** What is otherwise in a scenario: among others the kinds of some gates. */
  private record Change(Situation situation, Grades grades, Map<Integer, Byte> kinds) {}

  synchronized Evaluation evaluate(
      ImmutableMap<Integer, Double> changedGrades,
      ImmutableMap<Integer, Supposition> suppositions) {
    Change change = change(changedGrades, suppositions);
    int[] cone = cone(change.kinds().keySet());
    Excerpt.Kinds kinds = gate -> change.kinds().getOrDefault(gate, baseKinds[gate]);
    Touched touched = Touched.by(compiled, cone);
    boolean open = false;
    for (int gate : cone) {
      open |= kinds.of(gate) == Circuit.OPEN;
    }
    try {
      if (diagrams != null) {
        return byDiagrams(
            change, Excerpt.of(compiled.circuit, kinds, cone, places), touched, diagrams);
      }
      if (base.method() == Method.SAMPLED || !open) {
        return byRows(change, Excerpt.of(compiled.circuit, kinds, cone, places), touched);
      }
      // Where nothing was left to chance, a scenario that leaves something to it opens the first
      // diagrams.
      return afresh(change);
    } catch (Diagrams.OutOfBudget e) {
      return afresh(change);
    }
  }

  private Evaluation afresh(Change change) {
    return base.evaluator()
        .evaluate(compiled, change.situation(), change.grades().changed());
  }

  private Change change(
      ImmutableMap<Integer, Double> changedGrades,
      ImmutableMap<Integer, Supposition> suppositions) {
    Grades grades = new Grades(compiled, changedGrades);
    Map<Integer, Byte> kinds = new HashMap<>();
    changedGrades.forEach((coin, grade) -> {
      int gate = compiled.gateOfCoin(coin);
      byte before = baseKinds[gate];
      // A line that does not exist or count, or a retracted source, is off whatever its grade.
      if (before != Circuit.OFF || compiled.isOffByGrade(coin, base.situation(), base.grades())) {
        byte kind = base.situation().toss(grade, Circuit.AND);
        if (kind != before || kind == Circuit.OPEN) {
          kinds.put(gate, kind);
        }
      }
    });
    Map<String, Supposition> byId = new LinkedHashMap<>();
    suppositions.forEach((claim, supposition) -> {
      kinds.put(compiled.proGate[claim], Situation.supposedPro(supposition));
      kinds.put(compiled.conGate(claim), Situation.supposedCon(supposition));
      byId.put(compiled.claims.id(claim), supposition);
    });
    return new Change(base.situation().supposing(byId), grades, kinds);
  }

  /** The gates that depend on some gates, those included, ascending. */
  private int[] cone(Iterable<Integer> changed) {
    IntList cone = new IntList(16);
    for (int gate : changed) {
      reached[gate] = true;
      cone.add(gate);
    }
    for (int i = 0; i < cone.size(); i++) {
      int gate = cone.get(i);
      for (int at = readers.first()[gate]; at < readers.first()[gate + 1]; at++) {
        int reader = readers.literals()[at] >> 1;
        if (!reached[reader]) {
          reached[reader] = true;
          cone.add(reader);
        }
      }
    }
    int[] gates = cone.toArray();
    for (int gate : gates) {
      reached[gate] = false;
    }
    Arrays.sort(gates);
    return gates;
  }

  private Evaluation byRows(Change change, Excerpt excerpt, Touched touched) {
    GivenRows known = Objects.requireNonNull(given);
    known.require(excerpt.givenGates());
    known.require(touched.readOutside(excerpt));
    RowSlots.Coins coins = base.method() == Method.SAMPLED
        ? excerpted(coins(change.grades(), known.words()), excerpt)
        : RowSlots.Coins.NONE;
    RowSlots rows = new RowSlots(excerpt.circuit, excerpt.circuit.kinds(), known.words(), coins);
    for (int i = 0; i < excerpt.given; i++) {
      known.giveTo(rows, i, excerpt.whole[i]);
    }
    Sweep.run(excerpt.circuit, rows);
    int worlds = base.worlds().orElseThrow();
    Outcome outcome =
        OverlaidOutcome.ofRows(base.outcome(), compiled, excerpt, rows, known, touched, worlds);
    return evaluation(change, outcome);
  }

  private static RowSlots.Coins excerpted(DrawnCoins coins, Excerpt excerpt) {
    return (gate, row, at) -> coins.draw(excerpt.whole[gate], row, at);
  }

  private Evaluation byDiagrams(
      Change change, Excerpt excerpt, Touched touched, GivenDiagrams known) {
    DiagramSlots slots = new DiagramSlots(
        excerpt.circuit,
        excerpt.circuit.kinds(),
        gate -> known.variable(excerpt.whole[gate]),
        known.diagrams());
    for (int i = 0; i < excerpt.given; i++) {
      slots.give(
          i, known.slots().certain(excerpt.whole[i]), known.slots().possible(excerpt.whole[i]));
    }
    Sweep.run(excerpt.circuit, slots);
    Outcome outcome = OverlaidOutcome.ofDiagrams(
        base.outcome(), compiled, excerpt, slots, known, touched, change.grades());
    return evaluation(change, outcome);
  }

  private Evaluation evaluation(Change change, Outcome outcome) {
    return new Evaluation(
        compiled,
        base.evaluator(),
        change.situation(),
        change.grades(),
        outcome,
        base.method(),
        base.isBeyondBudget());
  }
}
