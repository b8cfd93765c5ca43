package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Removes sources where nothing is left to chance: 64 of them take one sweep over what depends on them or, where that is much of
 * the graph, over all of it.
 */
final class CertainRemovals extends SourceRemovals {

  private static final int LANES = 64;

  /** A sweep over the part that depends on some sources pays where it is this much smaller than the whole. */
  private static final int SMALL = 16;

  /** So many steps it takes to tell that a claim has another verdict. */
  private static final int TELLING = 8;

  private final GateWorlds worlds;
  private @Nullable Whole whole;

  CertainRemovals(Evaluation evaluation, long mostWork) {
    super(evaluation, mostWork);
    worlds = evaluation.computation().gateWorlds(evaluation);
  }

  /** Of up to 64 sources. */
  @Override
  List<ImmutableMap<String, Verdict>> verdicts(int[] all, int done) {
    int[] sources = Arrays.copyOfRange(all, done, Math.min(all.length, done + LANES));
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
      spend((long) TELLING * Long.bitCount(change.lanes()));
      for (long left = change.lanes(); left != 0; left &= left - 1) {
        int lane = Long.numberOfTrailingZeros(left);
        batch.get(lane).put(change.claim(), verdict(change.labels(), lane));
      }
    }
    return batch.stream().map(ImmutableMap.Builder::buildOrThrow).toList();
  }

  /**
   * A claim that has another verdict in some lanes.
   *
   * @param claim its id
   * @param position its position in the document
   * @param labels its labels
   * @param lanes the lanes
   */
  private record Change(String claim, int position, Labels labels, long lanes) {}

  private void add(int claim, Verdict now, Labels labels, List<Change> changes) {
    long other = ~lanes(labels, now);
    if (other != 0) {
      String id = compiled.claims.id(claim);
      changes.add(new Change(id, compiled.graph.claimIndex(id).orElseThrow(), labels, other));
    }
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
    spend(WorkSteps.ofSubcircuit(subcircuit) + rows.steps());
    List<Change> changes = new ArrayList<>();
    for (int claim : AffectedElements.by(compiled, gates).claims()) {
      int pro = subcircuit.find(compiled.proGate[claim]);
      int con = subcircuit.find(compiled.conGate(claim));
      int qualified = compiled.qualifiedGate(claim);
      int qualifying = qualified < 0 ? -1 : subcircuit.find(qualified);
      Labels labels = Labels.ofWords(
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

  /** In all lanes what a gate certainly is in the evaluation. */
  private long certain(int gate) {
    return lanes(worlds.certain(gate));
  }

  private long possible(int gate) {
    return lanes(worlds.possible(gate));
  }

  private static long lanes(WorldSet ofOneWorld) {
    return ofOneWorld.chance() == 1 ? -1 : 0;
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
      spend(rows.steps() - before + now.length);
      before = rows.steps();
      removals.keySet().forEach(gate -> opened[gate] = kinds[gate]);
      List<Change> changes = new ArrayList<>();
      for (int claim : compiled.claimOrder) {
        Labels labels = Labels.ofWords(
            rows, compiled.proGate[claim], compiled.conGate(claim), compiled.qualifiedGate(claim));
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

  private static long lanes(Labels labels, Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> labels.supported() & ~labels.qualified();
      case MISLEADING -> labels.qualified();
      case REFUTED -> labels.refuted();
      case CONFLICTING -> labels.where(Label.CONFLICTING);
      case UNVERIFIED -> labels.where(Label.UNVERIFIED);
    };
  }

  private static Verdict verdict(Labels labels, int lane) {
    for (Verdict verdict : Verdict.values()) {
      if ((lanes(labels, verdict) >>> lane & 1) != 0) {
        return verdict;
      }
    }
    throw new IllegalStateException("no verdict in lane " + lane);
  }
}
