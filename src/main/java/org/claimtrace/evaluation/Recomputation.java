package org.claimtrace.evaluation;

import org.claimtrace.engine.diagrams.Diagrams;

/** Computes for a workbench the parts of an evaluation that a scenario changes. Mutable, for use by one thread. */
interface Recomputation {

  /**
   * Returns the outcome of a task.
   *
   * @throws Diagrams.OutOfBudget if its diagrams would take too many nodes or steps
   */
  Outcome outcome(ScenarioComputer.Task task);

  /** Returns whether a coin that is open in the evaluation comes out with another chance without anything being computed again. */
  default boolean weighsOpenCoins() {
    return false;
  }

  /** Returns how many nodes its diagrams have; none where there are no diagrams. */
  default int nodes() {
    return 0;
  }

  /** Returns how much work tasks have taken by rows, in steps as {@link WorkSteps} counts them. */
  default long work() {
    return 0;
  }
}
