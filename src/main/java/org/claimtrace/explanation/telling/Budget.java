package org.claimtrace.explanation.telling;

import org.claimtrace.explanation.LineReport;

/**
 * The number of further levels of an explanation that are rendered.
 *
 * @param holding the levels of premises of lines that hold
 * @param failing the levels of obstacles of lines that do not hold
 */
record Budget(int holding, int failing) {

  static final Budget FULL = new Budget(2, 5);
  static final Budget SHORT = new Budget(1, 1);
  static final Budget LEAST = new Budget(0, 1);

  Budget less() {
    return new Budget(holding - 1, failing - 1);
  }

  /** Returns a budget for an obstacle of a step whose premises hold, which has at least two levels of premises. */
  Budget forTheCrux() {
    return new Budget(Math.max(holding, 2), failing);
  }

  boolean allows(LineReport line) {
    return (line.holds() ? holding : failing) > 0;
  }
}
