package org.claimtrace.evaluation;

import java.util.List;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * The beliefs in a cone's claim where every coin is a yes or a no: each assignment is one of the 64 lanes of a sweep over rows
 * of one word.
 */
final class CertainDependence {

  static final int LANES = 64;

  private final ClaimCone cone;
  private final Circumstances circumstances;
  private long work;

  CertainDependence(ClaimCone cone, Circumstances circumstances) {
    this.cone = cone;
    this.circumstances = circumstances;
  }

  /** Whether all coins of an assignment are a yes or a no. */
  boolean canTake(ClaimCone.Assignment assignment) {
    for (double grade : assignment.grades()) {
      if (circumstances.toss(grade, Circuit.AND) == Circuit.OPEN) {
        return false;
      }
    }
    return true;
  }

  /** How much work has been done, in steps as {@link Dependence} counts them. */
  long work() {
    return work;
  }

  /** Computes the beliefs under assignments, and puts each into the place of its own. */
  void compute(List<ClaimCone.Assignment> assignments, Belief[] beliefs) {
    for (int from = 0; from < assignments.size(); from += LANES) {
      computeLanes(assignments, beliefs, from, Math.min(assignments.size(), from + LANES));
    }
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
    work += rows.steps();
    LabelWord labels = LabelWord.of(rows, cone.pro, cone.con, cone.qualified, 0);
    for (int i = from; i < to; i++) {
      beliefs[i] = labels.belief(i - from);
    }
  }
}
