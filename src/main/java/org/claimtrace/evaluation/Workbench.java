package org.claimtrace.evaluation;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.KeptCoins;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;
import org.jspecify.annotations.Nullable;

/** Recomputes the cone of a change; what the cone reads from outside is computed once, when it is first read. */
final class Workbench {

  /**
   * So many words of rows are computed in the same place again and again, where they are still in the cache. More would not
   * be.
   */
  private static final int MOST_ROOM = 1 << 20;

  private final Evaluation base;
  private final GraphCircuit compiled;
  private final byte[] baseKinds;
  private final Cones cones;
  private final Subcircuit.Places places;
  /** How many words a row has; none where the evaluation is exact. */
  private final int words;

  /** The coins of the evaluation that the workbench was opened on. */
  private final RowInterpretation.Coins coins;

  private final @Nullable GivenRows given;
  private @Nullable GivenDiagrams diagrams;

  private long[] room = new long[0];
  private long work;

  Workbench(Evaluation base) {
    this.base = base;
    compiled = base.circuit();
    cones = base.cones();
    baseKinds = cones.kinds();
    places = new Subcircuit.Places(compiled.circuit.gates());
    boolean isExact = base.method() == Method.EXACT;
    words = isExact ? 0 : RowCount.words(base.worlds().orElseThrow());
    coins = base.method() == Method.SAMPLED
        ? new KeptCoins(coins(compiled, base.grades()), compiled.circuit.gates(), words)
        : RowInterpretation.Coins.NONE;
    given = isExact ? null : new GivenRows(cones, base.worlds().orElseThrow(), coins);
    diagrams = isExact ? new GivenDiagrams(base) : null;
  }

  /** How many nodes its diagrams have; none where there are no diagrams. */
  synchronized int nodes() {
    return diagrams == null ? 0 : diagrams.diagrams().nodes();
  }

  private RowInterpretation.Coins coins(GraphCircuit graph, Grades grades) {
    return base.method() == Method.SAMPLED
        ? new DrawnCoins(graph, grades, base.evaluatedBy().seed(), words)
        : RowInterpretation.Coins.NONE;
  }

  /** How much work scenarios by rows have taken, in steps as {@link WorkSteps} counts them. */
  synchronized long work() {
    return work;
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
      Outcome outcome = outcome(task);
      return new Evaluation(
          base.compiled(),
          base.evaluatedBy(),
          change.circumstances(),
          change.grades(),
          outcome,
          method(task),
          base.coinOrder(),
          base.isBeyondBudget());
    } catch (Diagrams.OutOfBudget e) {
      return base.evaluatedBy()
          .evaluate(base.compiled(), change.circumstances(), change.grades().changed());
    } finally {
      places.clear(subcircuit);
    }
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
      // A line that does not exist or count, or a retracted source, is off whatever its grade.
      if (before != Circuit.OFF
          || base.circumstances().isOffByGrade(compiled, coin, base.grades())) {
        byte kind = base.circumstances().toss(grade, Circuit.AND);
        if (diagrams != null && before == Circuit.OPEN) {
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
   * @param coinGate by place, the gate of the whole that takes the same coin; -1 where there is none
   * @param grades by place, the grade of the coin
   * @param coins the coins, of a sampled evaluation
   * @param weighed the chances of coins of the whole that are not of the circuit, by gate
   * @param touched what is told anew when it is computed
   * @param placeOf by gate of the graph that was touched, its place; -1 where it is known
   */
  private record Task(
      Circuit circuit,
      byte[] kinds,
      int[] given,
      int[] gates,
      IntUnaryOperator coinGate,
      IntToDoubleFunction grades,
      RowInterpretation.Coins coins,
      Map<Integer, Double> weighed,
      AffectedElements touched,
      IntUnaryOperator placeOf) {

    /** Whether something in it is left to chance. */
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
    Supplier<RowInterpretation.Coins> changed =
        Suppliers.memoize(() -> coins(compiled, change.grades()));
    return new Task(
        subcircuit.circuit,
        kinds,
        IntStream.range(0, subcircuit.given).toArray(),
        subcircuit.givenGates(),
        place -> subcircuit.whole[place],
        place -> change.grades().of(compiled.coinOfGate()[subcircuit.whole[place]]),
        (place, row, at) ->
            (isChanged[place] ? changed.get() : coins).draw(subcircuit.whole[place], row, at),
        Maps.asMap(change.weighed(), gate -> change.grades().of(compiled.coinOfGate()[gate])),
        touched,
        places::of);
  }

  private Method method(Task task) {
    return base.method() == Method.CERTAIN && task.isOpen() ? Method.EXACT : base.method();
  }

  private Outcome outcome(Task task) {
    if (diagrams != null) {
      return byDiagrams(task);
    }
    GivenRows known = Objects.requireNonNull(given);
    known.require(task.gates());
    known.require(task.touched().readOutside(task.placeOf()));
    return method(task) == Method.EXACT ? byNewDiagrams(task, known) : byRows(task, known);
  }

  private Outcome byRows(Task task, GivenRows known) {
    RowInterpretation rows = new RowInterpretation(
        task.circuit(),
        task.kinds(),
        words,
        task.coins(),
        room(RowInterpretation.size(task.circuit(), words)));
    for (int i = 0; i < task.given().length; i++) {
      rows.give(task.given()[i], known.certain(task.gates()[i]), known.possible(task.gates()[i]));
    }
    Sweep.run(task.circuit(), rows);
    // What is told anew is counted, a claim or a line as if a gate of it read one more.
    work += WorkSteps.ofRows(rows.steps() + task.circuit().gates(), words);
    return ScenarioOutcome.ofRows(
        base.outcome(),
        task.touched(),
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? known.certain(gate) : rows.certain(place);
        },
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? known.possible(gate) : rows.possible(place);
        },
        base.worlds().orElseThrow());
  }

  /** Room for rows: where those of the scenario before were, if that is enough. */
  private long[] room(int size) {
    if (size > MOST_ROOM) {
      return new long[size];
    }
    if (size > room.length) {
      room = new long[Math.min(MOST_ROOM, Math.max(size, 2 * room.length))];
    }
    return room;
  }

  /** By the diagrams that there are; where these are full, by others, made anew. */
  private Outcome byDiagrams(Task task) {
    GivenDiagrams there = Objects.requireNonNull(diagrams);
    boolean isFresh = there.isFresh();
    try {
      return byDiagrams(task, there);
    } catch (Diagrams.OutOfBudget e) {
      if (isFresh) {
        throw e;
      }
      diagrams = new GivenDiagrams(base);
      return byDiagrams(task, diagrams);
    }
  }

  private Outcome byDiagrams(Task task, GivenDiagrams known) {
    known.begin();
    int[] variables = new int[task.kinds().length];
    for (int place = 0; place < variables.length; place++) {
      if (task.kinds()[place] == Circuit.OPEN) {
        int gate = task.coinGate().applyAsInt(place);
        variables[place] = gate < 0 ? known.anotherVariable() : known.variable(gate);
      }
    }
    return byDiagrams(task, known.diagrams(), variables, known::certain, known::possible, () -> {
      double[] chances = known.chances();
      task.weighed().forEach((gate, chance) -> chances[known.variable(gate)] = chance);
      return chances;
    });
  }

  /** Where nothing was left to chance and something now is: what the task is given is constant. */
  private Outcome byNewDiagrams(Task task, GivenRows known) {
    int[] open = CoinOrder.READERS_FIRST.of(task.circuit(), task.kinds());
    int count = open.length;
    if (count > Evaluator.MOST_EXACT_COINS) {
      throw new Diagrams.OutOfBudget("more than " + Evaluator.MOST_EXACT_COINS + " open coins");
    }
    int[] variables = new int[task.kinds().length];
    for (int i = 0; i < count; i++) {
      variables[open[i]] = i;
    }
    double[] chances = new double[count];
    return byDiagrams(
        task,
        base.evaluatedBy()
            .exactBudget(compiled, new GateStates(task.kinds(), count))
            .diagrams(),
        variables,
        gate -> constant(known.certain(gate)),
        gate -> constant(known.possible(gate)),
        () -> chances);
  }

  private static int constant(Row ofOneWorld) {
    return (ofOneWorld.word(0) & 1) == 0 ? Diagrams.FALSE : Diagrams.TRUE;
  }

  /**
   * Computes diagrams.
   *
   * @param variables by place, the variable that is its coin, where that is open
   * @param certain by gate of the whole, the worlds in which it is certain
   * @param possible by gate of the whole, the worlds in which it is possible
   * @param chances the probabilities of variables, those of the task not counted
   */
  private Outcome byDiagrams(
      Task task,
      Diagrams all,
      int[] variables,
      IntUnaryOperator certain,
      IntUnaryOperator possible,
      Supplier<double[]> chances) {
    DiagramInterpretation slots =
        new DiagramInterpretation(task.circuit(), task.kinds(), place -> variables[place], all);
    for (int i = 0; i < task.given().length; i++) {
      int gate = task.gates()[i];
      slots.give(task.given()[i], certain.applyAsInt(gate), possible.applyAsInt(gate));
    }
    Sweep.run(task.circuit(), slots);
    return ScenarioOutcome.ofDiagrams(
        base.outcome(),
        task.touched(),
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? certain.applyAsInt(gate) : slots.certain(place);
        },
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? possible.applyAsInt(gate) : slots.possible(place);
        },
        all,
        () -> {
          double[] there = chances.get();
          for (int place = 0; place < variables.length; place++) {
            if (task.kinds()[place] == Circuit.OPEN) {
              there[variables[place]] = task.grades().applyAsDouble(place);
            }
          }
          return there;
        });
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
    for (int claim : touched.claims()) {
      String id = compiled.claims.id(claim);
      around.add(longer.getOrDefault(id, compiled.graph.claim(id)), base.contradicting(id));
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
      Evaluation evaluation = new Evaluation(
          compiledPart,
          base.evaluatedBy(),
          circumstances,
          gradesThere,
          outcome(task),
          method(task),
          base.coinOrder(),
          base.isBeyondBudget());
      return Optional.of(new PartialEvaluation(evaluation, around.computed()));
    } catch (Diagrams.OutOfBudget e) {
      return Optional.empty();
    }
  }

  /** The gates of what is changed and of the longer claims: what is added may turn any line of a claim on or off. */
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
   * The task of computing a part of the graph.
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
        place -> {
          Element element = part.elementOfCoin(part.coinOfGate()[place]);
          return has(element) ? compiled.gateOfCoin(compiled.coinOf(element)) : -1;
        },
        place -> grades.of(part.coinOfGate()[place]),
        coins(part, grades),
        ImmutableMap.of(),
        AffectedElements.all(part),
        IntUnaryOperator.identity());
  }

  /** Whether the graph of the workbench has a source or line. */
  private boolean has(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? compiled.graph.findSource(element.id()).isPresent()
        : compiled.graph.findLine(element.id()).isPresent();
  }
}
