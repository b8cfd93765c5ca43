package org.claimtrace.change;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;

/**
 * The sampling of an evaluation.
 *
 * @param worlds the number of sampled worlds; empty if the evaluation does not sample
 * @param seed the seed with which they are drawn; empty if the evaluation does not sample
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
