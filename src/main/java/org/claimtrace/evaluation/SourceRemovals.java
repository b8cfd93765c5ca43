package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.claimtrace.model.Verdict;

/** What becomes of the verdicts where a source's coin is set to no: of 64 sources in one sweep where nothing is left to chance. */
final class SourceRemovals {

  private static final int LANES = 64;

  private final Evaluation evaluation;
  private final CompiledGraph compiled;
  private final byte[] kinds;

  SourceRemovals(Evaluation evaluation) {
    this.evaluation = evaluation;
    compiled = evaluation.compiled();
    kinds = evaluation.situation().kinds(compiled, evaluation.grades());
  }

  ImmutableList<ImmutableMap<String, Verdict>> verdicts(Collection<String> sourceIds) {
    int[] ranks = sourceIds.stream().mapToInt(compiled::sourceRank).toArray();
    return evaluation.method() == Method.CERTAIN ? byLanes(ranks) : byScenarios(ranks);
  }

  private boolean isRight(int source) {
    return kinds[compiled.coinGate[source]] != Circuit.OFF;
  }

  private ImmutableList<ImmutableMap<String, Verdict>> byLanes(int[] sources) {
    Verdict[] now = new Verdict[compiled.proGate.length];
    for (int claim = 0; claim < now.length; claim++) {
      now[claim] = evaluation.standard().verdict(evaluation.outcome().belief(claim));
    }
    long[] lanes = new long[compiled.sourceGates];
    Arrays.fill(lanes, -1);
    byte[] opened = kinds.clone();
    for (int source : sources) {
      if (isRight(source)) {
        opened[compiled.coinGate[source]] = Circuit.OPEN;
      }
    }
    RowSlots rows =
        new RowSlots(compiled.circuit, opened, 1, (gate, row, at) -> row[at] = lanes[gate]);
    int[] order = documentOrder();
    ImmutableList.Builder<ImmutableMap<String, Verdict>> all = ImmutableList.builder();
    for (int from = 0; from < sources.length; from += LANES) {
      int to = Math.min(sources.length, from + LANES);
      for (int i = from; i < to; i++) {
        lanes[compiled.coinGate[sources[i]]] &= ~(1L << (i - from));
      }
      rows.clear();
      Sweep.run(compiled.circuit, rows);
      long asked = -1L >>> (LANES - (to - from));
      List<ImmutableMap.Builder<String, Verdict>> batch = new ArrayList<>();
      for (int i = from; i < to; i++) {
        batch.add(ImmutableMap.builder());
      }
      for (int claim : order) {
        LabelWord labels = labels(rows, claim);
        for (long left = ~lanes(labels, now[claim]) & asked; left != 0; left &= left - 1) {
          int lane = Long.numberOfTrailingZeros(left);
          batch.get(lane).put(compiled.claims.id(claim), verdict(labels, lane));
        }
      }
      batch.forEach(each -> all.add(each.buildOrThrow()));
      for (int i = from; i < to; i++) {
        lanes[compiled.coinGate[sources[i]]] = -1;
      }
    }
    return all.build();
  }

  private LabelWord labels(RowSlots rows, int claim) {
    return LabelWord.of(
        rows,
        compiled.proGate[claim],
        compiled.conGate(claim),
        compiled.has(claim, CompiledGraph.HAS_QUALIFIED) ? compiled.qualifiedGate(claim) : -1,
        0);
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

  /** The claims, by rank, in document order. */
  private int[] documentOrder() {
    return compiled.graph.claims().stream()
        .mapToInt(claim -> compiled.claimRank(claim.id()))
        .toArray();
  }

  private ImmutableList<ImmutableMap<String, Verdict>> byScenarios(int[] sources) {
    WhatIf whatIf = evaluation.whatIf();
    boolean[] reached = new boolean[kinds.length];
    ImmutableList.Builder<ImmutableMap<String, Verdict>> all = ImmutableList.builder();
    for (int source : sources) {
      int[] claims = isRight(source) ? claimsAbove(source, reached) : new int[0];
      if (claims.length == 0) {
        all.add(ImmutableMap.of());
        continue;
      }
      Evaluation without =
          whatIf.scenario().discredit(compiled.sources.id(source)).evaluate();
      ImmutableMap.Builder<String, Verdict> changed = ImmutableMap.builder();
      Arrays.stream(claims)
          .mapToObj(compiled.claims::id)
          .sorted(Comparator.comparingInt(id -> compiled.graph.claimIndex(id).orElseThrow()))
          .filter(id -> without.verdict(id) != evaluation.verdict(id))
          .forEach(id -> changed.put(id, without.verdict(id)));
      all.add(changed.buildOrThrow());
    }
    return all.build();
  }

  /** The claims, by rank, one of whose gates depends on a source's coin. */
  private int[] claimsAbove(int source, boolean[] reached) {
    int[] gates = compiled.readers().above(new int[] {compiled.coinGate[source]}, reached);
    return Touched.by(compiled, gates).claims();
  }
}
