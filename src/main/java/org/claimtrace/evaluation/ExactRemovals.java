package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Removes sources where the evaluation is exact: they share one set of diagrams, weighed anew without each. */
final class ExactRemovals extends SourceRemovals {

  /** So many sources a scenario of their own takes no longer than diagrams that they share. */
  private static final int FEW = 2;

  /** So many steps for each node of its budget a scenario may take of which nobody counts them. */
  private static final int SCENARIO = 16;

  private final WhatIf whatIf;
  private int atATime = Integer.MAX_VALUE;

  /** Up to here the diagrams are shared, if there are any; else each source is a scenario. */
  private int end;

  private @Nullable RemovalDiagrams shared;

  ExactRemovals(Evaluation evaluation, long mostWork) {
    super(evaluation, mostWork);
    whatIf = evaluation.whatIf();
  }

  @Override
  List<ImmutableMap<String, Verdict>> verdicts(int[] sources, int done) {
    if (done == end) {
      share(sources, done);
      return List.of();
    }
    RemovalDiagrams diagrams = shared;
    if (diagrams != null) {
      return List.of(byDiagrams(diagrams, sources[done]));
    }
    spend((long) SCENARIO * evaluation.evaluatedBy().nodeBudget());
    return List.of(byScenario(whatIf, sources[done]));
  }

  /** Makes diagrams for the next sources; half as many share them next time where they would be too large. */
  private void share(int[] sources, int done) {
    int to = (int) Math.min(sources.length, (long) done + atATime);
    boolean areFew = to - done <= FEW;
    shared = areFew ? null : diagrams(Arrays.copyOfRange(sources, done, to));
    if (areFew || shared != null) {
      end = to;
    } else {
      atATime = (to - done + 1) / 2;
    }
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
      spend(diagrams.work());
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
    spend(diagrams.work() - before);
    return changed;
  }
}
