package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.result.Result.WithoutJson;

/**
 * A workbench for asking what would change in an evaluation if something were otherwise.
 *
 * <p>A {@linkplain #scenario() scenario} is evaluated by recomputing what depends on its changes, their cone, in the same
 * worlds and by the same method as the evaluation that the workbench was opened on. Where that was certain and a scenario
 * leaves something to chance, it is exact; where the diagrams of an exact one take more than the budget of the evaluation, even
 * when they are made anew, the scenario is evaluated as a whole. The workbench keeps what scenarios read from outside of their
 * cones, once it is computed: a scenario costs time in proportion to its cone, and the first to read something what that depends
 * on. Where an exact evaluation left a coin to chance, a scenario that sets it computes no diagram anew: those that there are
 * are weighed, in time in proportion to their nodes.
 *
 * <p>Safe to use from several threads, which take turns.
 *
 * <p>Stable.
 */
public final class WhatIf implements WithoutJson {

  private final Evaluation base;
  private final Workbench workbench;

  WhatIf(Evaluation base) {
    this.base = base;
    this.workbench = new Workbench(base);
  }

  /** The evaluation that scenarios start from. */
  public Evaluation base() {
    return base;
  }

  /** A scenario in which nothing is otherwise yet. */
  public Scenario scenario() {
    return new Scenario(this, ImmutableMap.of(), ImmutableMap.of(), ImmutableList.of());
  }

  /** How much work scenarios by rows have taken, in steps as {@link WorkSteps} counts them. */
  long work() {
    return workbench.work();
  }

  Evaluation evaluate(
      ImmutableMap<Integer, Double> grades, ImmutableMap<Integer, Supposition> suppositions) {
    return workbench.evaluate(grades, suppositions);
  }

  Optional<PartialEvaluation> evaluate(
      ImmutableMap<String, Claim> longer,
      ImmutableMap<Element, Double> grades,
      ImmutableMap<String, Supposition> suppositions) {
    return workbench.evaluate(longer, grades, suppositions);
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "workbench on the " + base;
  }
}
