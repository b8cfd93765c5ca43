package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.Verdict;

/** What becomes of the verdicts where a source's coin is set to no, as far as a budget of work is enough. */
abstract class SourceRemovals {

  final Evaluation evaluation;
  final GraphCircuit compiled;
  final Cones cones;
  final byte[] kinds;
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
  final int verdicts(
      Collection<String> sourceIds, BiConsumer<String, ImmutableMap<String, Verdict>> found) {
    int[] sources = sourceIds.stream().mapToInt(compiled::sourceRank).toArray();
    int done = 0;
    while (done < sources.length && work < mostWork) {
      for (ImmutableMap<String, Verdict> each : verdicts(sources, done)) {
        found.accept(compiled.sources.id(sources[done++]), each);
      }
    }
    return done;
  }

  /**
   * Returns the claims with another verdict without each of the next sources, as many as are computed together; none of them where it had
   * to get ready first.
   *
   * @param sources all sources, by rank
   * @param done how many of them are done
   */
  abstract List<ImmutableMap<String, Verdict>> verdicts(int[] sources, int done);

  final void spend(long steps) {
    work += steps;
  }

  final boolean isRight(int source) {
    return kinds[compiled.coinGate[source]] != Circuit.OFF;
  }

  final Verdict now(int claim) {
    return evaluation.standard().verdict(evaluation.outcome().belief(claim));
  }

  final ImmutableMap<String, Verdict> byScenario(WhatIf whatIf, int source) {
    int[] claims = isRight(source) ? claimsAbove(source) : new int[0];
    if (claims.length == 0) {
      return ImmutableMap.of();
    }
    Evaluation without =
        whatIf.scenario().discredit(compiled.sources.id(source)).evaluate();
    return changed(claims, claim -> without.verdict(compiled.claims.id(claim)));
  }

  /** Returns those of some claims that have another verdict, in document order. */
  final ImmutableMap<String, Verdict> changed(int[] claims, IntFunction<Verdict> then) {
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

  /** Returns the claims, by rank, one of whose gates depends on a source's coin. */
  final int[] claimsAbove(int source) {
    int[] gates = cones.above(new int[] {compiled.coinGate[source]});
    return AffectedElements.by(compiled, gates).claims();
  }
}
