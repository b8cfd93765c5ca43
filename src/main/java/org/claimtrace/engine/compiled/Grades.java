package org.claimtrace.engine.compiled;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * The probability of every coin. The coin of a source has the source's rank as its number, that of a line the number of sources
 * plus the line's part.
 */
public final class Grades {

  private final GraphCircuit compiled;
  private final ImmutableMap<Integer, Double> changed;

  public Grades(GraphCircuit compiled, ImmutableMap<Integer, Double> changed) {
    this.compiled = compiled;
    this.changed = changed;
  }

  /** Returns the grades that differ from the graph's, by coin. */
  public ImmutableMap<Integer, Double> changed() {
    return changed;
  }

  /** Returns the probability of a coin, from 0 to 1. */
  public double of(int coin) {
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
