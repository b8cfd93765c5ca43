package org.claimtrace.evaluation;

/**
 * Counts work in steps, so that a budget of it means the same on every machine: a step is a literal that a gate reads in up to
 * {@value #WORLDS} worlds, a conjunction of two diagrams, or a node that is weighed. Each takes some nanoseconds.
 */
final class Work {

  /** In so many worlds a literal is read at once. */
  private static final int WORLDS = 512;

  /** So many steps it takes to cut out a gate, or a literal. */
  private static final int CUTTING = 8;

  private Work() {}

  /** The steps in which some literals are read in rows of some words. */
  static long ofRows(long literals, int words) {
    return literals * (1 + (long) words * Long.SIZE / WORLDS);
  }

  /** The steps in which a part of a circuit is cut out. */
  static long ofExcerpt(Excerpt excerpt) {
    return (long) CUTTING * (excerpt.whole.length + excerpt.circuit.literals().length);
  }
}
