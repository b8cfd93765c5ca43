package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.claimtrace.model.Verdict;

/** Removes sources where the evaluation is sampled: each is a scenario. */
final class SampledRemovals extends SourceRemovals {

  private final WhatIf whatIf;

  SampledRemovals(Evaluation evaluation, long mostWork) {
    super(evaluation, mostWork);
    whatIf = evaluation.whatIf();
  }

  @Override
  List<ImmutableMap<String, Verdict>> verdicts(int[] sources, int done) {
    long before = whatIf.work();
    ImmutableMap<String, Verdict> verdicts = byScenario(whatIf, sources[done]);
    spend(whatIf.work() - before);
    return List.of(verdicts);
  }
}
