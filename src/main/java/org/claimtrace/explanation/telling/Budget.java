package org.claimtrace.explanation.telling;

import org.claimtrace.explanation.LineReport;

/**
 * How many steps further down are told.
 *
 * @param holding into premises of lines that hold
 * @param failing into what stands in the way of lines that do not
 */
record Budget(int holding, int failing) {

  static final Budget FULL = new Budget(2, 5);
  static final Budget SHORT = new Budget(1, 1);
  static final Budget LEAST = new Budget(0, 1);

  Budget less() {
    return new Budget(holding - 1, failing - 1);
  }

  /** What stops a step whose premises hold is told at least one step down. */
  Budget forTheCrux() {
    return new Budget(Math.max(holding, 2), failing);
  }

  boolean allows(LineReport line) {
    return (line.holds() ? holding : failing) > 0;
  }
}
