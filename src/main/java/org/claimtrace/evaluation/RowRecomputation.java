package org.claimtrace.evaluation;

import com.google.common.base.Suppliers;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;

/** Computes tasks in the worlds of the evaluation. */
final class RowRecomputation implements Recomputation {

  /**
   * So many words of rows are computed in the same place again and again, where they are still in the cache. More would not
   * be.
   */
  private static final int MOST_ROOM = 1 << 20;

  private final Evaluation base;
  private final int worlds;
  private final int words;
  private final RowInterpretation.Coins coins;
  private final BiFunction<GraphCircuit, Grades, ? extends RowInterpretation.Coins> drawn;
  private final GivenRows known;
  private long[] room = new long[0];
  private long work;

  /**
   * Makes room for rows.
   *
   * @param coins the coins of the evaluation
   * @param drawn makes the coins of a graph with grades
   */
  RowRecomputation(
      Evaluation base,
      int worlds,
      RowInterpretation.Coins coins,
      BiFunction<GraphCircuit, Grades, ? extends RowInterpretation.Coins> drawn) {
    this.base = base;
    this.worlds = worlds;
    this.coins = coins;
    this.drawn = drawn;
    words = RowCount.words(worlds);
    known = new GivenRows(base.cones(), worlds, coins);
  }

  @Override
  public long work() {
    return work;
  }

  /** Returns the rows of the evaluation, those of the gates that are read for a task among them. */
  @CanIgnoreReturnValue
  GivenRows known(ScenarioComputer.Task task) {
    known.require(task.gates());
    known.require(task.touched().readOutside(task.placeOf()));
    return known;
  }

  @Override
  public Outcome outcome(ScenarioComputer.Task task) {
    known(task);
    RowInterpretation rows = new RowInterpretation(
        task.circuit(),
        task.kinds(),
        words,
        coins(task),
        room(RowInterpretation.size(task.circuit(), words)));
    for (int i = 0; i < task.given().length; i++) {
      rows.give(task.given()[i], known.certain(task.gates()[i]), known.possible(task.gates()[i]));
    }
    Sweep.run(task.circuit(), rows);
    // What is told anew is counted, a claim or a line as if a gate of it read one more.
    work += WorkSteps.ofRows(rows.steps() + task.circuit().gates(), words);
    return ScenarioOutcome.ofRows(
        base.outcome(),
        task.touched(),
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? known.certain(gate) : rows.certain(place);
        },
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? known.possible(gate) : rows.possible(place);
        },
        worlds);
  }

  private RowInterpretation.Coins coins(ScenarioComputer.Task task) {
    Supplier<RowInterpretation.Coins> changed =
        Suppliers.memoize(() -> drawn.apply(task.touched().compiled(), task.grades()));
    return (place, row, at) -> (task.isChanged().test(place) ? changed.get() : coins)
        .draw(task.gateOf().applyAsInt(place), row, at);
  }

  /** Room for rows: where those of the task before were, if that is enough. */
  private long[] room(int size) {
    if (size > MOST_ROOM) {
      return new long[size];
    }
    if (size > room.length) {
      room = new long[Math.min(MOST_ROOM, Math.max(size, 2 * room.length))];
    }
    return room;
  }
}
