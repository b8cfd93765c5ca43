package org.claimtrace.evaluation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the verdicts where a source's coin is set to no, as far as a budget of work is enough.
 *
 * <p>Where nothing is left to chance 64 sources take one sweep over what depends on them or, where that is much of the graph, over
 * all of it. Where the evaluation is exact they share one set of diagrams, weighed anew without each. Where it is sampled each is
 * a scenario.
 */
final class SourceRemovals {

  private static final int LANES = 64;

  /** A sweep over the part that depends on some sources pays where it is this much smaller than the whole. */
  private static final int SMALL = 16;

  /** So many steps it takes to tell that a claim has another verdict. */
  private static final int TELLING = 8;

  /** So many sources a scenario of their own takes no longer than diagrams that they share. */
  private static final int FEW = 2;

  /** So many steps for each node of its budget a scenario may take of which nobody counts them. */
  private static final int SCENARIO = 16;

  private final Evaluation evaluation;
  private final GraphCircuit compiled;
  private final Cones cones;
  private final byte[] kinds;
  private @Nullable Whole whole;
  private @Nullable GateWorlds worlds;
  private final long mostWork;
  private long work;

  SourceRemovals(Evaluation evaluation, long mostWork) {
    this.evaluation = evaluation;
    this.mostWork = mostWork;
    compiled = evaluation.circuit();
    cones = evaluation.cones();
    kinds = cones.kinds();
  }

  /** Tells what becomes of the verdicts without each source; how many it was enough for. */
  int verdicts(
      Collection<String> sourceIds, BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    int[] ranks = sourceIds.stream().mapToInt(compiled::sourceRank).toArray();
    return switch (evaluation.method()) {
      case CERTAIN -> byLanes(ranks, found);
      case EXACT -> byDiagrams(ranks, found);
      case SAMPLED -> byScenarios(ranks, found);
    };
  }

  private boolean isRight(int source) {
    return kinds[compiled.coinGate[source]] != Circuit.OFF;
  }

  private int byLanes(int[] sources, BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    int done = 0;
    while (done < sources.length && work < mostWork) {
      int[] some = Arrays.copyOfRange(sources, done, Math.min(sources.length, done + LANES));
      for (ImmutableMap<String, Verdict> each : changed(some)) {
        found.accept(compiled.sources.id(sources[done++]), each);
      }
    }
    return done;
  }

  /** The claims with another verdict without each of up to 64 sources. */
  private ImmutableList<ImmutableMap<String, Verdict>> changed(int[] sources) {
    Map<Integer, Long> lanes = new HashMap<>();
    for (int lane = 0; lane < sources.length; lane++) {
      if (isRight(sources[lane])) {
        lanes.merge(compiled.coinGate[sources[lane]], ~(1L << lane), (some, more) -> some & more);
      }
    }
    Optional<int[]> above = cones.above(Ints.toArray(lanes.keySet()), kinds.length / SMALL);
    List<Change> changes = above.isPresent() ? ofPart(above.get(), lanes) : ofWhole(lanes);
    changes.sort(Comparator.comparingInt(Change::position));
    List<ImmutableMap.Builder<String, Verdict>> batch = new ArrayList<>();
    for (int lane = 0; lane < sources.length; lane++) {
      batch.add(ImmutableMap.builder());
    }
    for (Change change : changes) {
      work += (long) TELLING * Long.bitCount(change.lanes());
      for (long left = change.lanes(); left != 0; left &= left - 1) {
        int lane = Long.numberOfTrailingZeros(left);
        batch.get(lane).put(change.claim(), verdict(change.labels(), lane));
      }
    }
    return batch.stream().map(ImmutableMap.Builder::buildOrThrow).collect(toImmutableList());
  }

  /**
   * A claim that has another verdict in some lanes.
   *
   * @param claim its id
   * @param position its position in the document
   * @param labels its labels
   * @param lanes the lanes
   */
  private record Change(String claim, int position, LabelWord labels, long lanes) {}

  private void add(int claim, Verdict now, LabelWord labels, List<Change> changes) {
    long other = ~lanes(labels, now);
    if (other != 0) {
      String id = compiled.claims.id(claim);
      changes.add(new Change(id, compiled.graph.claimIndex(id).orElseThrow(), labels, other));
    }
  }

  private Verdict now(int claim) {
    return evaluation.standard().verdict(evaluation.outcome().belief(claim));
  }

  private List<Change> ofPart(int[] gates, Map<Integer, Long> lanes) {
    Subcircuit subcircuit =
        cones.subcircuit(gates, gate -> lanes.containsKey(gate) ? Circuit.OPEN : kinds[gate]);
    RowInterpretation rows = RowInterpretation.of(
        subcircuit,
        1,
        (gate, row, at) -> row[at] = lanes.getOrDefault(gate, -1L),
        gate -> new Row(new long[] {certain(gate)}, 0),
        gate -> new Row(new long[] {possible(gate)}, 0));
    work += WorkSteps.ofSubcircuit(subcircuit) + rows.steps();
    List<Change> changes = new ArrayList<>();
    for (int claim : AffectedElements.by(compiled, gates).claims()) {
      int pro = subcircuit.find(compiled.proGate[claim]);
      int con = subcircuit.find(compiled.conGate(claim));
      int qualified = qualifiedGate(claim);
      int qualifying = qualified < 0 ? -1 : subcircuit.find(qualified);
      LabelWord labels = LabelWord.of(
          pro < 0 ? certain(compiled.proGate[claim]) : rows.certain(pro).word(0),
          pro < 0 ? possible(compiled.proGate[claim]) : rows.possible(pro).word(0),
          con < 0 ? certain(compiled.conGate(claim)) : rows.certain(con).word(0),
          con < 0 ? possible(compiled.conGate(claim)) : rows.possible(con).word(0),
          qualifying < 0
              ? (qualified < 0 ? 0 : certain(qualified))
              : rows.certain(qualifying).word(0));
      add(claim, now(claim), labels, changes);
    }
    return changes;
  }

  private int qualifiedGate(int claim) {
    return compiled.has(claim, GraphCircuit.HAS_QUALIFIED) ? compiled.qualifiedGate(claim) : -1;
  }

  /** In all lanes what a gate certainly is in the evaluation. */
  private long certain(int gate) {
    return lanes(
        evaluation.outcome() instanceof CertainOutcome world
            ? world.isCertain(gate)
            : worlds().certain(gate).chance() == 1);
  }

  private long possible(int gate) {
    return lanes(
        evaluation.outcome() instanceof CertainOutcome world
            ? world.isPossible(gate)
            : worlds().possible(gate).chance() == 1);
  }

  private static long lanes(boolean so) {
    return so ? -1 : 0;
  }

  private GateWorlds worlds() {
    GateWorlds known = worlds;
    if (known == null) {
      known = new GateWorlds(evaluation, false);
      worlds = known;
    }
    return known;
  }

  /** What sweeps over the whole graph use one after the other. */
  private final class Whole {

    private final long[] lanes = new long[compiled.sourceGates];
    private final byte[] opened = kinds.clone();
    private final RowInterpretation rows = new RowInterpretation(
        compiled.circuit, opened, 1, (gate, row, at) -> row[at] = lanes[gate]);
    private final Verdict[] now = new Verdict[compiled.proGate.length];
    private long before;

    Whole() {
      for (int claim = 0; claim < now.length; claim++) {
        now[claim] = now(claim);
      }
    }

    List<Change> changes(Map<Integer, Long> removals) {
      removals.forEach((gate, stay) -> {
        lanes[gate] = stay;
        opened[gate] = Circuit.OPEN;
      });
      rows.clear();
      Sweep.run(compiled.circuit, rows);
      work += rows.steps() - before + now.length;
      before = rows.steps();
      removals.keySet().forEach(gate -> opened[gate] = kinds[gate]);
      List<Change> changes = new ArrayList<>();
      for (int claim : compiled.claimOrder) {
        LabelWord labels = LabelWord.of(
            rows, compiled.proGate[claim], compiled.conGate(claim), qualifiedGate(claim), 0);
        add(claim, now[claim], labels, changes);
      }
      return changes;
    }
  }

  private List<Change> ofWhole(Map<Integer, Long> lanes) {
    Whole all = whole;
    if (all == null) {
      all = new Whole();
      whole = all;
    }
    return all.changes(lanes);
  }

  private static long lanes(LabelWord labels, Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> labels.supported() & ~labels.qualified();
      case MISLEADING -> labels.qualified();
      case REFUTED -> labels.refuted();
      case CONFLICTING -> labels.where(Label.CONFLICTING);
      case UNVERIFIED -> labels.where(Label.UNVERIFIED);
    };
  }

  private static Verdict verdict(LabelWord labels, int lane) {
    for (Verdict verdict : Verdict.values()) {
      if ((lanes(labels, verdict) >>> lane & 1) != 0) {
        return verdict;
      }
    }
    throw new IllegalStateException("no verdict in lane " + lane);
  }

  private int byScenarios(int[] sources, BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    WhatIf whatIf = evaluation.whatIf();
    int done = 0;
    while (done < sources.length && work < mostWork) {
      int source = sources[done++];
      found.accept(compiled.sources.id(source), byScenario(whatIf, source));
      work = whatIf.work();
    }
    return done;
  }

  private ImmutableMap<String, Verdict> byScenario(WhatIf whatIf, int source) {
    int[] claims = isRight(source) ? claimsAbove(source) : new int[0];
    if (claims.length == 0) {
      return ImmutableMap.of();
    }
    Evaluation without =
        whatIf.scenario().discredit(compiled.sources.id(source)).evaluate();
    return changed(claims, claim -> without.verdict(compiled.claims.id(claim)));
  }

  /** Those of some claims that have another verdict, in document order. */
  private ImmutableMap<String, Verdict> changed(int[] claims, IntFunction<Verdict> then) {
    ImmutableMap.Builder<String, Verdict> changed = ImmutableMap.builder();
    Arrays.stream(claims)
        .boxed()
        .sorted(Comparator.comparingInt(
            claim -> compiled.graph.claimIndex(compiled.claims.id(claim)).orElseThrow()))
        .forEach(claim -> {
          Verdict verdict = then.apply(claim);
          if (verdict != now(claim)) {
            changed.put(compiled.claims.id(claim), verdict);
          }
        });
    return changed.buildOrThrow();
  }

  /** By diagrams that some sources share; by scenarios where those of a single one would be too large. */
  private int byDiagrams(int[] sources, BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    int done = 0;
    int atATime = sources.length;
    WhatIf whatIf = evaluation.whatIf();
    while (done < sources.length && work < mostWork) {
      int to = Math.min(sources.length, done + atATime);
      RemovalDiagrams diagrams =
          to - done <= FEW ? null : diagrams(Arrays.copyOfRange(sources, done, to));
      if (diagrams == null && to - done > FEW) {
        atATime = (to - done + 1) / 2;
        continue;
      }
      for (; done < to && work < mostWork; done++) {
        ImmutableMap<String, Verdict> verdicts;
        if (diagrams == null) {
          verdicts = byScenario(whatIf, sources[done]);
          work += (long) SCENARIO * evaluation.evaluatedBy().nodeBudget();
        } else {
          verdicts = byDiagrams(diagrams, sources[done]);
        }
        found.accept(compiled.sources.id(sources[done]), verdicts);
      }
    }
    return done;
  }

  private @Nullable RemovalDiagrams diagrams(int[] sources) {
    RemovalDiagrams diagrams = new RemovalDiagrams(evaluation);
    try {
      diagrams.make(Arrays.stream(sources)
          .filter(this::isRight)
          .map(source -> compiled.coinGate[source])
          .toArray());
      return diagrams;
    } catch (Diagrams.OutOfBudget e) {
      return null;
    } finally {
      work += diagrams.work();
    }
  }

  private ImmutableMap<String, Verdict> byDiagrams(RemovalDiagrams diagrams, int source) {
    int[] claims = isRight(source) ? claimsAbove(source) : new int[0];
    if (claims.length == 0) {
      return ImmutableMap.of();
    }
    long before = diagrams.work();
    diagrams.remove(compiled.coinGate[source]);
    ImmutableMap<String, Verdict> changed =
        changed(claims, claim -> evaluation.standard().verdict(diagrams.belief(claim)));
    work += diagrams.work() - before;
    return changed;
  }

  /** The claims, by rank, one of whose gates depends on a source's coin. */
  private int[] claimsAbove(int source) {
    int[] gates = cones.above(new int[] {compiled.coinGate[source]});
    return AffectedElements.by(compiled, gates).claims();
  }
}
