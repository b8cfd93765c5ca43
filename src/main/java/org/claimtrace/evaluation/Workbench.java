package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;
import org.jspecify.annotations.Nullable;

/** Recomputes the cone of a change; what the cone reads from outside is computed once, when it is first read. */
final class Workbench {

  private final Evaluation base;
  private final CompiledGraph compiled;
  private final byte[] baseKinds;
  private final Circuit.Readers readers;
  private final Excerpt.Places places;
  private final boolean[] reached;
  /** The coins of the evaluation that the workbench was opened on. */
  private final RowSlots.Coins coins;

  private final @Nullable GivenRows given;
  private final @Nullable GivenDiagrams diagrams;

  Workbench(Evaluation base) {
    this.base = base;
    compiled = base.compiled();
    baseKinds = base.situation().kinds(compiled, base.grades());
    readers = compiled.readers();
    places = new Excerpt.Places(compiled.circuit.gates());
    reached = new boolean[compiled.circuit.gates()];
    coins = base.method() == Method.SAMPLED ? keptCoins(base) : RowSlots.Coins.NONE;
    given = base.method() == Method.EXACT ? null : rows(base);
    diagrams = base.method() == Method.EXACT ? GivenDiagrams.of(base, baseKinds) : null;
  }

  private KeptCoins keptCoins(Evaluation base) {
    int words = words(base.worlds().orElseThrow());
    return new KeptCoins(coins(compiled, base.grades(), words), compiled.circuit.gates(), words);
  }

  private GivenRows rows(Evaluation base) {
    int words = base.method() == Method.SAMPLED ? words(base.worlds().orElseThrow()) : 1;
    return new GivenRows(compiled, baseKinds, places, words, coins);
  }

  private static int words(int worlds) {
    return (worlds + 63) / 64;
  }

  private DrawnCoins coins(CompiledGraph graph, Grades grades, int words) {
    return new DrawnCoins(graph, grades, base.evaluator().seed(), words);
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
      Excerpt excerpt = Excerpt.of(compiled.circuit, kinds, cone, places);
      if (diagrams != null) {
        return byDiagrams(change, excerpt, touched, diagrams);
      }
      if (base.method() == Method.SAMPLED || !open) {
        return byRows(change, excerpt, touched);
      }
      return openedByDiagrams(change, excerpt, touched);
    } catch (Diagrams.OutOfBudget e) {
      return base.evaluator()
          .evaluate(compiled, change.situation(), change.grades().changed());
    }
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
    DrawnCoins changed = coins(compiled, change.grades(), known.words());
    RowSlots.Coins there = (gate, row, at) -> {
      int whole = excerpt.whole[gate];
      (change.kinds().containsKey(whole) ? changed : coins).draw(whole, row, at);
    };
    RowSlots rows = new RowSlots(excerpt.circuit, excerpt.circuit.kinds(), known.words(), there);
    for (int i = 0; i < excerpt.given; i++) {
      known.giveTo(rows, i, excerpt.whole[i]);
    }
    Sweep.run(excerpt.circuit, rows);
    Outcome outcome = OverlaidOutcome.ofRows(
        base.outcome(),
        touched,
        gate -> excerpt.find(gate) < 0 ? known.certain(gate) : rows.certain(excerpt.find(gate)),
        gate -> excerpt.find(gate) < 0 ? known.possible(gate) : rows.possible(excerpt.find(gate)),
        known.words(),
        base.worlds().orElseThrow());
    return evaluation(change, outcome, base.method());
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
        base.outcome(),
        touched,
        gate -> excerpt.find(gate) < 0
            ? known.slots().certain(gate)
            : slots.certain(excerpt.find(gate)),
        gate -> excerpt.find(gate) < 0
            ? known.slots().possible(gate)
            : slots.possible(excerpt.find(gate)),
        known.diagrams(),
        () -> known.chances(change.grades()));
    return evaluation(change, outcome, Method.EXACT);
  }

  /** Where nothing was left to chance and something now is: what the cone reads from outside is constant. */
  private Evaluation openedByDiagrams(Change change, Excerpt excerpt, Touched touched) {
    GivenRows known = Objects.requireNonNull(given);
    known.require(excerpt.givenGates());
    known.require(touched.readOutside(excerpt));
    Diagrams fresh = freshDiagrams();
    DoubleList chances = new DoubleList(8);
    int[] variables = variables(
        excerpt.circuit.kinds(),
        gate -> change.grades().of(compiled.coinOfGate()[excerpt.whole[gate]]),
        chances);
    DiagramSlots slots =
        new DiagramSlots(excerpt.circuit, excerpt.circuit.kinds(), gate -> variables[gate], fresh);
    for (int i = 0; i < excerpt.given; i++) {
      slots.give(
          i, constant(known.certain(excerpt.whole[i])), constant(known.possible(excerpt.whole[i])));
    }
    Sweep.run(excerpt.circuit, slots);
    Outcome outcome = OverlaidOutcome.ofDiagrams(
        base.outcome(),
        touched,
        gate -> excerpt.find(gate) < 0
            ? constant(known.certain(gate))
            : slots.certain(excerpt.find(gate)),
        gate -> excerpt.find(gate) < 0
            ? constant(known.possible(gate))
            : slots.possible(excerpt.find(gate)),
        fresh,
        chances::toArray);
    return evaluation(change, outcome, Method.EXACT);
  }

  private static int constant(Row ofOneWorld) {
    return (ofOneWorld.words()[ofOneWorld.at()] & 1) == 0 ? Diagrams.FALSE : Diagrams.TRUE;
  }

  private Diagrams freshDiagrams() {
    return new Diagrams(base.evaluator().nodeBudget());
  }

  /**
   * Numbers open gates in their order.
   *
   * @param kinds the kinds of all gates
   * @param grades the grade of an open gate
   * @param chances where the probabilities of the variables are put
   * @return by gate, its variable
   */
  private static int[] variables(byte[] kinds, IntToDoubleFunction grades, DoubleList chances) {
    int[] variables = new int[kinds.length];
    for (int gate = 0; gate < kinds.length; gate++) {
      if (kinds[gate] == Circuit.OPEN) {
        variables[gate] = chances.size();
        chances.add(grades.applyAsDouble(gate));
      }
    }
    if (chances.size() > Evaluator.MOST_EXACT_COINS) {
      throw new Diagrams.OutOfBudget();
    }
    return variables;
  }

  private Evaluation evaluation(Change change, Outcome outcome, Method method) {
    return new Evaluation(
        compiled,
        base.evaluator(),
        change.situation(),
        change.grades(),
        outcome,
        method,
        base.isBeyondBudget());
  }

  // Lines added.

  /**
   * Evaluates a graph that has more lines than that of the workbench: what depends on the claims that have more.
   *
   * @param longer those claims, with their further lines
   * @param grades the grades that differ from the graph's, by element
   * @param suppositions what claims are supposed to be besides
   * @return an evaluation of the claims that depend on the longer ones; empty where its diagrams are too large
   * @throws ClaimGraphException if the lines do not fit into that part of the graph
   */
  synchronized Optional<PartialEvaluation> evaluate(
      ImmutableMap<String, Claim> longer,
      ImmutableMap<Element, Double> grades,
      ImmutableMap<String, Supposition> suppositions) {
    ImmutableMap.Builder<Integer, Double> byCoin = ImmutableMap.<Integer, Double>builder();
    byCoin.putAll(base.grades().changed());
    grades.forEach((element, grade) -> byCoin.put(compiled.coinOf(element), grade));
    ImmutableMap.Builder<Integer, Supposition> byRank = ImmutableMap.builder();
    suppositions.forEach((id, each) -> byRank.put(compiled.claimRank(id), each));
    Change change = change(byCoin.buildKeepingLast(), byRank.buildOrThrow());
    Set<Integer> changed = new HashSet<>(change.kinds().keySet());
    for (String id : longer.keySet()) {
      int claim = compiled.claimRank(id);
      // What is added may turn any line of the claim on or off: reviews, and lines that it
      // overrides.
      for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
        changed.add(compiled.partGate[part]);
      }
      for (int gate = compiled.proGate[claim]; gate < compiled.endGate(claim); gate++) {
        changed.add(gate);
      }
    }
    Touched touched = Touched.by(compiled, cone(changed));
    Surroundings around = new Surroundings(compiled.graph);
    for (int claim : touched.claims()) {
      String id = compiled.claims.id(claim);
      around.add(longer.getOrDefault(id, compiled.graph.claim(id)));
    }
    for (int source : touched.sources()) {
      around.addSource(compiled.sources.id(source));
    }
    CompiledGraph part = CompiledGraph.of(around.build());
    ImmutableMap.Builder<Integer, Double> gradesThere = ImmutableMap.builder();
    change.grades().changed().forEach((coin, grade) -> {
      Element element = compiled.elementOfCoin(coin);
      if (around.has(element)) {
        gradesThere.put(part.coinOf(element), grade);
      }
    });
    Situation situation = change.situation().of(around::computes);
    Addition addition = new Addition(
        part,
        situation,
        new Grades(part, gradesThere.buildOrThrow()),
        change.grades(),
        around.given().stream().mapToInt(part::claimRank).toArray(),
        around.given().stream().mapToInt(compiled::claimRank).toArray());
    try {
      return Optional.of(new PartialEvaluation(evaluate(addition), around.computed()));
    } catch (Diagrams.OutOfBudget e) {
      return Optional.empty();
    }
  }

  /**
   * A part of the graph, longer by some lines.
   *
   * @param part the part, compiled
   * @param situation the situation there
   * @param grades the grades there
   * @param gradesHere the grades in the whole, which does not have the further lines
   * @param given the claims of it of which it is known what they are, by their ranks there
   * @param givenHere the same claims, by their ranks in the whole
   */
  private record Addition(
      CompiledGraph part,
      Situation situation,
      Grades grades,
      Grades gradesHere,
      int[] given,
      int[] givenHere) {}

  /** Whether the graph of the workbench has a source or line. */
  private boolean has(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? compiled.graph.findSource(element.id()).isPresent()
        : compiled.graph.findLine(element.id()).isPresent();
  }

  private Evaluation evaluate(Addition addition) {
    CompiledGraph part = addition.part();
    byte[] kinds = addition.situation().kinds(part, addition.grades());
    IntList places = new IntList(8);
    IntList gates = new IntList(8);
    for (int i = 0; i < addition.given().length; i++) {
      places.add(part.proGate[addition.given()[i]]);
      places.add(part.conGate(addition.given()[i]));
      gates.add(compiled.proGate[addition.givenHere()[i]]);
      gates.add(compiled.conGate(addition.givenHere()[i]));
    }
    boolean open = false;
    for (byte kind : kinds) {
      open |= kind == Circuit.OPEN;
    }
    for (int i = 0; i < places.size(); i++) {
      kinds[places.get(i)] = Circuit.GIVEN;
    }
    Touched all = Touched.all(part);
    if (diagrams != null) {
      return byDiagrams(addition, kinds, places, gates, all, diagrams);
    }
    GivenRows known = Objects.requireNonNull(given);
    known.require(gates.toArray());
    if (base.method() == Method.CERTAIN && open) {
      Diagrams fresh = freshDiagrams();
      DoubleList chances = new DoubleList(8);
      int[] variables =
          variables(kinds, gate -> addition.grades().of(part.coinOfGate()[gate]), chances);
      DiagramSlots slots = new DiagramSlots(part.circuit, kinds, gate -> variables[gate], fresh);
      for (int i = 0; i < places.size(); i++) {
        slots.give(
            places.get(i),
            constant(known.certain(gates.get(i))),
            constant(known.possible(gates.get(i))));
      }
      Sweep.run(part.circuit, slots);
      Outcome outcome = OverlaidOutcome.ofDiagrams(
          base.outcome(), all, slots::certain, slots::possible, fresh, chances::toArray);
      return evaluation(addition, outcome, Method.EXACT);
    }
    RowSlots rows = new RowSlots(
        part.circuit, kinds, known.words(), coins(part, addition.grades(), known.words()));
    for (int i = 0; i < places.size(); i++) {
      rows.give(places.get(i), known.certain(gates.get(i)), known.possible(gates.get(i)));
    }
    Sweep.run(part.circuit, rows);
    Outcome outcome = OverlaidOutcome.ofRows(
        base.outcome(),
        all,
        rows::certain,
        rows::possible,
        known.words(),
        base.worlds().orElseThrow());
    return evaluation(addition, outcome, base.method());
  }

  private Evaluation byDiagrams(
      Addition addition,
      byte[] kinds,
      IntList places,
      IntList gates,
      Touched all,
      GivenDiagrams known) {
    CompiledGraph part = addition.part();
    Map<Integer, Double> more = new HashMap<>();
    int[] variables = new int[kinds.length];
    for (int gate = 0; gate < kinds.length; gate++) {
      if (kinds[gate] == Circuit.OPEN) {
        int coin = part.coinOfGate()[gate];
        Element element = part.elementOfCoin(coin);
        if (has(element)) {
          variables[gate] = known.variable(compiled.gateOfCoin(compiled.coinOf(element)));
        } else {
          variables[gate] = known.anotherVariable();
          more.put(variables[gate], addition.grades().of(coin));
        }
      }
    }
    DiagramSlots slots =
        new DiagramSlots(part.circuit, kinds, gate -> variables[gate], known.diagrams());
    for (int i = 0; i < places.size(); i++) {
      slots.give(
          places.get(i), known.slots().certain(gates.get(i)), known.slots().possible(gates.get(i)));
    }
    Sweep.run(part.circuit, slots);
    Outcome outcome = OverlaidOutcome.ofDiagrams(
        base.outcome(), all, slots::certain, slots::possible, known.diagrams(), () -> {
          double[] chances = known.chances(addition.gradesHere());
          more.forEach((variable, chance) -> chances[variable] = chance);
          return chances;
        });
    return evaluation(addition, outcome, Method.EXACT);
  }

  private Evaluation evaluation(Addition addition, Outcome outcome, Method method) {
    return new Evaluation(
        addition.part(),
        base.evaluator(),
        addition.situation(),
        addition.grades(),
        outcome,
        method,
        base.isBeyondBudget());
  }
}
