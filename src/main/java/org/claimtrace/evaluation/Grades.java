package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** The probability of every coin: of a source by its rank, of a line by the number of sources plus its part. */
final class Grades {

  private final CompiledGraph compiled;
  private final ImmutableMap<Integer, Double> changed;

  Grades(CompiledGraph compiled, ImmutableMap<Integer, Double> changed) {
    this.compiled = compiled;
    this.changed = changed;
  }

  /** The grades that differ from the graph's, by coin. */
  ImmutableMap<Integer, Double> changed() {
    return changed;
  }

  double of(int coin) {
    if (!changed.isEmpty()) {
      @Nullable Double grade = changed.get(coin);
      if (grade != null) {
        return grade;
      }
    }
    int sources = compiled.reliability.length;
    return coin < sources ? compiled.reliability[coin] : compiled.strength[coin - sources];
  }
}
