package org.claimtrace.evaluation;

import org.claimtrace.engine.circuit.Subcircuit;

/**
 * Counts work in steps, so that a budget of it means the same on every machine: a step is a literal that a gate reads in up to
 * {@value #WORLDS} worlds and takes some nanoseconds. What is done to diagrams is as many as take that long.
 */
final class WorkSteps {

  /** In so many worlds a literal is read at once. */
  private static final int WORLDS = 128;

  /** So many steps it takes to cut out a gate, or a literal. */
  private static final int CUTTING = 8;

  /** So many steps it takes to make a conjunction of two diagrams, or to look it up. */
  private static final int CONJUNCTION = 8;

  private static final int WEIGHING = 2;

  private WorkSteps() {}

  /** Returns the steps in which some literals are read in rows of some words. */
  static long ofRows(long literals, int words) {
    return literals * (1 + (long) words * Long.SIZE / WORLDS);
  }

  /** Returns the steps in which the nodes of diagrams are weighed. */
  static long ofWeighing(long nodes) {
    return WEIGHING * nodes;
  }

  /** Returns the steps in which diagrams are joined, so many times two of them. */
  static long ofDiagrams(long conjunctions) {
    return CONJUNCTION * conjunctions;
  }

  /** Returns the steps in which a part of a circuit is cut out. */
  static long ofSubcircuit(Subcircuit subcircuit) {
    return (long) CUTTING * (subcircuit.whole.length + subcircuit.circuit.literals().length);
  }
}
