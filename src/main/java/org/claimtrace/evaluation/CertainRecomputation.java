package org.claimtrace.evaluation;

import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowInterpretation;

/** Computes tasks in the only world; by new diagrams, where nothing was left to chance and something now is. */
final class CertainRecomputation implements Recomputation {

  private final Evaluation base;
  private final RowRecomputation byRows;

  CertainRecomputation(Evaluation base) {
    this.base = base;
    byRows = new RowRecomputation(
        base, 1, RowInterpretation.Coins.NONE, (graph, grades) -> RowInterpretation.Coins.NONE);
  }

  @Override
  public long work() {
    return byRows.work();
  }

  @Override
  public Outcome outcome(ScenarioComputer.Task task) {
    return task.isOpen() ? byDiagrams(task, byRows.known(task)) : byRows.outcome(task);
  }

  /** What the task is given is constant. */
  private Outcome byDiagrams(ScenarioComputer.Task task, GivenRows known) {
    int[] open = CoinOrder.READERS_FIRST.of(task.circuit(), task.kinds());
    int count = open.length;
    if (count > Evaluator.MOST_EXACT_COINS) {
      throw new Diagrams.OutOfBudget("more than " + Evaluator.MOST_EXACT_COINS + " open coins");
    }
    int[] variables = new int[task.kinds().length];
    for (int i = 0; i < count; i++) {
      variables[open[i]] = i;
    }
    return ExactRecomputation.outcome(
        base.outcome(),
        task,
        base.evaluatedBy()
            .exactBudget(base.circuit(), new GateStates(task.kinds(), count))
            .diagrams(),
        variables,
        gate -> constant(known.certain(gate)),
        gate -> constant(known.possible(gate)),
        () -> new double[count]);
  }

  private static int constant(Row ofOneWorld) {
    return (ofOneWorld.word(0) & 1) == 0 ? Diagrams.FALSE : Diagrams.TRUE;
  }
}
