package org.claimtrace.change;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;

/**
 * How an evaluation samples worlds.
 *
 * @param worlds how many; empty where it does not
 * @param seed what they are drawn with; empty where it does not
 */
record Sampling(OptionalInt worlds, OptionalLong seed) {

  static Sampling of(Evaluation evaluation) {
    return evaluation.method() == Method.SAMPLED
        ? new Sampling(evaluation.worlds(), evaluation.seed())
        : new Sampling(OptionalInt.empty(), OptionalLong.empty());
  }

  @Override
  public String toString() {
    return worlds.isPresent()
        ? worlds.getAsInt() + " worlds, seed " + seed.orElseThrow()
        : "not sampled";
  }
}
