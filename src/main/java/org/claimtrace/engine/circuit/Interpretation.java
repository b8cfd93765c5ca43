package org.claimtrace.engine.circuit;

/**
 * A representation of sets of worlds: for every gate of a circuit, those in which it is <em>certain</em> (true in the
 * well-founded model) and those in which it is <em>possible</em> (not false in it). Certain is a part of possible.
 *
 * <p>A positive literal's certain worlds are its gate's certain ones, and so for the possible ones; a negated literal's
 * certain worlds are those in which its gate is not possible, and its possible worlds those in which it is not certain.
 */
public interface Interpretation {

  /** Computes gates in order, each from what it reads: all of that is known. */
  void compute(int from, int to);

  /**
   * Begins a cyclic segment: in none of its gates is anything certain, and everything is possible, but for what follows from
   * what they read.
   */
  void open(Circuit.Segment segment);

  /** Whether there is a world in which a gate of the open segment is possible and not certain. */
  boolean isUndecided(int gate);

  /**
   * Makes impossible, among some gates of the open segment, what is not in the least model of what is still possible: it is
   * unfounded. Then whatever follows.
   *
   * @param gates ascending
   * @return whether anything was unfounded
   */
  boolean rule(int[] gates);

  /** Ends the open segment; what is possible and not certain stays so. */
  void close();
}
