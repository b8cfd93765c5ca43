package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;

/** Recomputes the cone of a change; what the cone reads from outside is computed once, when it is first read. */
final class ScenarioComputer {

  private final Evaluation base;
  private final GraphCircuit compiled;
  private final byte[] baseKinds;
  private final Cones cones;
  private final Subcircuit.Places places;
  private final Recomputation recomputation;
  private long work;

  ScenarioComputer(Evaluation base) {
    this.base = base;
    compiled = base.circuit();
    cones = base.cones();
    baseKinds = cones.kinds();
    places = new Subcircuit.Places(compiled.circuit.gates());
    recomputation = base.computation().recomputation(base);
  }

  /** Returns how many nodes its diagrams have; none where there are no diagrams. */
  synchronized int nodes() {
    return recomputation.nodes();
  }

  /** Returns how much work scenarios by rows have taken, in steps as {@link WorkSteps} counts them. */
  synchronized long work() {
    return work + recomputation.work();
  }

  /**
   * What is otherwise in a scenario.
   *
   * @param kinds the kinds of some gates
   * @param weighed gates whose coins are open in diagrams, and only come out with other chances
   */
  private record Change(
      Circumstances circumstances, Grades grades, Map<Integer, Byte> kinds, Set<Integer> weighed) {

    Set<Integer> gates() {
      return Sets.union(kinds.keySet(), weighed);
    }
  }

  synchronized Evaluation evaluate(
      ImmutableMap<Integer, Double> changedGrades,
      ImmutableMap<Integer, Supposition> suppositions) {
    Change change = change(changedGrades, suppositions);
    int[] cone = cones.above(Ints.toArray(change.kinds().keySet()));
    AffectedElements touched = AffectedElements.by(
        compiled, change.weighed().isEmpty() ? cone : cones.above(Ints.toArray(change.gates())));
    Subcircuit subcircuit = Subcircuit.of(compiled.circuit, gate -> baseKinds[gate], cone, places);
    work += WorkSteps.ofSubcircuit(subcircuit);
    try {
      Task task = task(change, subcircuit, touched);
      return evaluation(base.compiled(), change.circumstances(), task);
    } catch (Diagrams.OutOfBudget e) {
      return base.evaluatedBy()
          .evaluate(base.compiled(), change.circumstances(), change.grades().changed());
    } finally {
      places.clear(subcircuit);
    }
  }

  private Evaluation evaluation(CompiledGraph graph, Circumstances circumstances, Task task) {
    return new Evaluation(
        graph,
        base.evaluatedBy(),
        circumstances,
        task.grades(),
        task.isOpen() ? base.computation().ofOpenScenario() : base.computation(),
        recomputation.outcome(task));
  }

  private Change change(
      ImmutableMap<Integer, Double> changedGrades,
      ImmutableMap<Integer, Supposition> suppositions) {
    Grades grades = new Grades(compiled, changedGrades);
    Map<Integer, Byte> kinds = new HashMap<>();
    Set<Integer> weighed = new HashSet<>();
    changedGrades.forEach((coin, grade) -> {
      int gate = compiled.gateOfCoin(coin);
      byte before = baseKinds[gate];
      // A line that does not exist or count is off whatever its grade.
      if (before != Circuit.OFF
          || base.circumstances().isOffByGrade(compiled, coin, base.grades())) {
        byte kind = base.circumstances().toss(grade, Circuit.AND);
        if (recomputation.weighsOpenCoins() && before == Circuit.OPEN) {
          weighed.add(gate);
        } else if (kind != before || kind == Circuit.OPEN) {
          kinds.put(gate, kind);
        }
      }
    });
    Map<String, Supposition> byId = new LinkedHashMap<>();
    suppositions.forEach((claim, supposition) -> {
      kinds.put(compiled.proGate[claim], Circumstances.supposedPro(supposition));
      kinds.put(compiled.conGate(claim), Circumstances.supposedCon(supposition));
      weighed.remove(compiled.proGate[claim]);
      weighed.remove(compiled.conGate(claim));
      byId.put(compiled.claims.id(claim), supposition);
    });
    return new Change(base.circumstances().supposing(byId), grades, kinds, weighed);
  }

  /**
   * A circuit to be computed, some of whose gates are known from the evaluation that the workbench was opened on.
   *
   * @param circuit the circuit
   * @param kinds the kinds of its gates
   * @param given the places of the gates that are known
   * @param gates which gates of the whole they are
   * @param gateOf by place, the gate of the graph that is evaluated
   * @param coinGate by place, the gate of the whole that takes the same coin; -1 where there is none
   * @param grades the grades in the graph that is evaluated
   * @param isChanged whether the coin in a place is another one than that of the whole
   * @param weighed the gates of the whole that are not of the circuit, and whose coins come out with other chances
   * @param touched what is told anew when it is computed
   * @param placeOf by gate of the graph that is evaluated, its place; -1 where it is known
   */
  record Task(
      Circuit circuit,
      byte[] kinds,
      int[] given,
      int[] gates,
      IntUnaryOperator gateOf,
      IntUnaryOperator coinGate,
      Grades grades,
      IntPredicate isChanged,
      Set<Integer> weighed,
      AffectedElements touched,
      IntUnaryOperator placeOf) {

    /** Returns the grade of the coin that a gate of the graph takes. */
    double grade(int gate) {
      return grades.of(touched.compiled().coinOfGate()[gate]);
    }

    /** Returns whether something in it is left to chance. */
    boolean isOpen() {
      for (byte kind : kinds) {
        if (kind == Circuit.OPEN) {
          return true;
        }
      }
      return false;
    }
  }

  private Task task(Change change, Subcircuit subcircuit, AffectedElements touched) {
    byte[] kinds = subcircuit.circuit.kinds();
    boolean[] isChanged = new boolean[kinds.length];
    change.kinds().forEach((gate, kind) -> {
      int place = places.of(gate);
      kinds[place] = kind;
      isChanged[place] = true;
    });
    IntUnaryOperator gateOf = place -> subcircuit.whole[place];
    return new Task(
        subcircuit.circuit,
        kinds,
        IntStream.range(0, subcircuit.given).toArray(),
        subcircuit.givenGates(),
        gateOf,
        gateOf,
        change.grades(),
        place -> isChanged[place],
        change.weighed(),
        touched,
        places::of);
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
    AffectedElements touched =
        AffectedElements.by(compiled, cones.above(Ints.toArray(changed(change, longer.keySet()))));
    Subgraph around = new Subgraph(compiled.graph);
    Deque<String> pending = new ArrayDeque<>();
    for (int claim : touched.claims()) {
      pending.add(compiled.claims.id(claim));
    }
    while (!pending.isEmpty()) {
      String id = pending.remove();
      if (around.computes(id)) {
        continue;
      }
      around.add(longer.getOrDefault(id, compiled.graph.claim(id)), base.contradicting(id));
      // What stops a line of it from elsewhere comes along, though nothing of that changes.
      ImmutableListMultimap<String, Element> overriders = base.foreignOverriders(id);
      if (!overriders.isEmpty()) {
        for (Element line : compiled.graph.lines(id)) {
          for (Element overrider : overriders.get(line.id())) {
            pending.add(compiled.graph.claimOf(overrider.id()).id());
          }
        }
      }
    }
    for (int source : touched.sources()) {
      around.addSource(compiled.sources.id(source));
    }
    ImmutableSet<String> known = around.given();
    CompiledGraph compiledPart = CompiledGraph.of(around.build(), known);
    GraphCircuit part = compiledPart.circuit();
    Circumstances circumstances = change.circumstances().of(around::computes);
    Grades gradesThere = gradesThere(change, part, around);
    Task task = task(part, circumstances, gradesThere, known.asList());
    try {
      Evaluation evaluation = evaluation(compiledPart, circumstances, task);
      return Optional.of(new PartialEvaluation(evaluation, around.computed()));
    } catch (Diagrams.OutOfBudget e) {
      return Optional.empty();
    }
  }

  /** Returns the gates of what is changed and of the longer claims: what is added may turn any line of a claim on or off. */
  private Set<Integer> changed(Change change, Set<String> longer) {
    Set<Integer> changed = new HashSet<>(change.gates());
    for (String id : longer) {
      int claim = compiled.claimRank(id);
      for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
        changed.add(compiled.partGate[part]);
      }
      for (int gate = compiled.proGate[claim]; gate < compiled.endGate(claim); gate++) {
        changed.add(gate);
      }
    }
    return changed;
  }

  private Grades gradesThere(Change change, GraphCircuit part, Subgraph around) {
    ImmutableMap.Builder<Integer, Double> there = ImmutableMap.builder();
    change.grades().changed().forEach((coin, grade) -> {
      Element element = compiled.elementOfCoin(coin);
      if (around.has(element)) {
        there.put(part.coinOf(element), grade);
      }
    });
    return new Grades(part, there.buildOrThrow());
  }

  /**
   * Returns the task of computing a part of the graph.
   *
   * @param known the claims of it of which it is known what they are
   */
  private Task task(
      GraphCircuit part, Circumstances circumstances, Grades grades, List<String> known) {
    byte[] kinds = circumstances.kinds(part, grades);
    int[] given = new int[2 * known.size()];
    int[] gates = new int[2 * known.size()];
    for (int i = 0; i < known.size(); i++) {
      int there = part.claimRank(known.get(i));
      int here = compiled.claimRank(known.get(i));
      given[2 * i] = part.proGate[there];
      given[2 * i + 1] = part.conGate(there);
      gates[2 * i] = compiled.proGate[here];
      gates[2 * i + 1] = compiled.conGate(here);
    }
    for (int place : given) {
      kinds[place] = Circuit.GIVEN;
    }
    return new Task(
        part.circuit,
        kinds,
        given,
        gates,
        IntUnaryOperator.identity(),
        place -> {
          Element element = part.elementOfCoin(part.coinOfGate()[place]);
          return has(element) ? compiled.gateOfCoin(compiled.coinOf(element)) : -1;
        },
        grades,
        place -> true,
        ImmutableSet.of(),
        AffectedElements.all(part),
        IntUnaryOperator.identity());
  }

  /** Returns whether the graph of the workbench has a source or line. */
  private boolean has(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? compiled.graph.findSource(element.id()).isPresent()
        : compiled.graph.findLine(element.id()).isPresent();
  }
}
