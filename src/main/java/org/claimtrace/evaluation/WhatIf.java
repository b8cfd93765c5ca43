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
 * worlds and by the same method as the evaluation that the workbench was opened on. A scenario that leaves something to
 * chance is exact if the evaluation was certain. If its diagrams exceed the budget of the evaluation, even when they are made anew,
 * the scenario is evaluated as a whole.
 *
 * <p>A scenario takes time linear in its cone. What it reads from outside of its cone is computed by the first scenario that reads it,
 * and kept by the workbench. A scenario that only sets coins which an exact evaluation left to chance makes no diagram anew: it weighs
 * those that there are, in time linear in their nodes.
 *
 * <p>Safe to use from several threads, which take turns.
 *
 * <p>Stable.
 */
public final class WhatIf implements WithoutJson {

  private final Evaluation base;
  private final ScenarioComputer computer;

  WhatIf(Evaluation base) {
    this.base = base;
    this.computer = new ScenarioComputer(base);
  }

  /** Returns the evaluation that scenarios start from. */
  public Evaluation base() {
    return base;
  }

  /** Returns a scenario in which nothing is otherwise yet. */
  public Scenario scenario() {
    return new Scenario(this, ImmutableMap.of(), ImmutableMap.of(), ImmutableList.of());
  }

  /** Returns how much work scenarios by rows have taken, in steps as {@link WorkSteps} counts them. */
  long work() {
    return computer.work();
  }

  Evaluation evaluate(
      ImmutableMap<Integer, Double> grades, ImmutableMap<Integer, Supposition> suppositions) {
    return computer.evaluate(grades, suppositions);
  }

  Optional<PartialEvaluation> evaluate(
      ImmutableMap<String, Claim> longer,
      ImmutableMap<Element, Double> grades,
      ImmutableMap<String, Supposition> suppositions) {
    return computer.evaluate(longer, grades, suppositions);
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "workbench on the " + base;
  }
}
