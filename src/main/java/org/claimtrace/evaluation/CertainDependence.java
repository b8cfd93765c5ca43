package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * The beliefs in a cone's claim where every coin is a yes or a no: each assignment is one of the 64 lanes of a sweep over rows
 * of one word.
 */
final class CertainDependence extends ConeDependence {

  private static final int LANES = 64;

  private final Circumstances circumstances;

  CertainDependence(Evaluation evaluation, ClaimCone cone) {
    super(evaluation, cone);
    circumstances = evaluation.circumstances();
  }

  @Override
  ImmutableList<Belief> beliefs(List<ClaimCone.Assignment> assignments) {
    Belief[] beliefs = new Belief[assignments.size()];
    if (assignments.stream().allMatch(this::canTake)) {
      beliefs(assignments, beliefs, Long.MAX_VALUE);
      return ImmutableList.copyOf(beliefs);
    }
    for (int i = 0; i < beliefs.length; i++) {
      if (canTake(assignments.get(i))) {
        computeLanes(assignments, beliefs, i, i + 1);
      } else {
        beliefs[i] = byScenario(assignments.get(i));
      }
    }
    return ImmutableList.copyOf(beliefs);
  }

  @CanIgnoreReturnValue
  @Override
  int beliefs(List<ClaimCone.Assignment> assignments, Belief[] found, long end) {
    checkArgument(
        assignments.stream().allMatch(this::canTake),
        "a grade between no and yes, where nothing is left to chance");
    int done = 0;
    while (done < found.length && work() < end) {
      int to = Math.min(found.length, done + LANES);
      computeLanes(assignments, found, done, to);
      done = to;
    }
    return done;
  }

  /** Returns whether all coins of an assignment are a yes or a no. */
  private boolean canTake(ClaimCone.Assignment assignment) {
    for (double grade : assignment.grades()) {
      if (circumstances.toss(grade, Circuit.AND) == Circuit.OPEN) {
        return false;
      }
    }
    return true;
  }

  private void computeLanes(
      List<ClaimCone.Assignment> assignments, Belief[] beliefs, int from, int to) {
    byte[] kinds = cone.kinds.clone();
    long[] lanes = new long[kinds.length];
    for (int i = from; i < to; i++) {
      ClaimCone.Assignment assignment = assignments.get(i);
      for (int j = 0; j < assignment.size(); j++) {
        int place = assignment.places()[j];
        if (kinds[place] != Circuit.OPEN) {
          lanes[place] = kinds[place] == Circuit.OFF ? 0 : -1;
          kinds[place] = Circuit.OPEN;
        }
        boolean isYes = circumstances.toss(assignment.grades()[j], Circuit.AND) != Circuit.OFF;
        long lane = 1L << (i - from);
        lanes[place] = isYes ? lanes[place] | lane : lanes[place] & ~lane;
      }
    }
    RowInterpretation rows = new RowInterpretation(
        cone.subcircuit.circuit, kinds, 1, (place, row, at) -> row[at] = lanes[place]);
    Sweep.run(cone.subcircuit.circuit, rows);
    spend(rows.steps());
    Labels labels = Labels.ofWords(rows, cone.pro, cone.con, cone.qualified);
    for (int i = from; i < to; i++) {
      beliefs[i] = labels.belief(i - from);
    }
  }
}
