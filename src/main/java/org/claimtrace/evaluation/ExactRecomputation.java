package org.claimtrace.evaluation;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;

/** Computes tasks by diagrams, beside those of the evaluation as long as there is room. */
final class ExactRecomputation implements Recomputation {

  private final Evaluation base;
  private GivenDiagrams known;

  ExactRecomputation(Evaluation base) {
    this.base = base;
    known = new GivenDiagrams(base);
  }

  @Override
  public boolean weighsOpenCoins() {
    return true;
  }

  @Override
  public int nodes() {
    return known.diagrams().nodes();
  }

  /** By the diagrams that there are; where these are full, by others, made anew. */
  @Override
  public Outcome outcome(ScenarioComputer.Task task) {
    boolean isFresh = known.isFresh();
    try {
      return outcome(task, known);
    } catch (Diagrams.OutOfBudget e) {
      if (isFresh) {
        throw e;
      }
      known = new GivenDiagrams(base);
      return outcome(task, known);
    }
  }

  private Outcome outcome(ScenarioComputer.Task task, GivenDiagrams there) {
    there.begin();
    int[] variables = new int[task.kinds().length];
    for (int place = 0; place < variables.length; place++) {
      if (task.kinds()[place] == Circuit.OPEN) {
        int gate = task.coinGate().applyAsInt(place);
        variables[place] = gate < 0 ? there.anotherVariable() : there.variable(gate);
      }
    }
    return outcome(
        base.outcome(), task, there.diagrams(), variables, there::certain, there::possible, () -> {
          double[] chances = there.chances();
          task.weighed().forEach(gate -> chances[there.variable(gate)] = task.grade(gate));
          return chances;
        });
  }

  /**
   * Computes diagrams.
   *
   * @param base what is said of all that the task does not touch
   * @param variables by place, the variable that is its coin, where that is open
   * @param certain by gate of the whole, the worlds in which it is certain
   * @param possible by gate of the whole, the worlds in which it is possible
   * @param chances the probabilities of variables, those of the task not counted
   */
  static Outcome outcome(
      Outcome base,
      ScenarioComputer.Task task,
      Diagrams all,
      int[] variables,
      IntUnaryOperator certain,
      IntUnaryOperator possible,
      Supplier<double[]> chances) {
    DiagramInterpretation slots =
        new DiagramInterpretation(task.circuit(), task.kinds(), place -> variables[place], all);
    for (int i = 0; i < task.given().length; i++) {
      int gate = task.gates()[i];
      slots.give(task.given()[i], certain.applyAsInt(gate), possible.applyAsInt(gate));
    }
    Sweep.run(task.circuit(), slots);
    return ScenarioOutcome.ofDiagrams(
        base,
        task.touched(),
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? certain.applyAsInt(gate) : slots.certain(place);
        },
        gate -> {
          int place = task.placeOf().applyAsInt(gate);
          return place < 0 ? possible.applyAsInt(gate) : slots.possible(place);
        },
        all,
        () -> {
          double[] there = chances.get();
          for (int place = 0; place < variables.length; place++) {
            if (task.kinds()[place] == Circuit.OPEN) {
              there[variables[place]] = task.grade(task.gateOf().applyAsInt(place));
            }
          }
          return there;
        });
  }
}
