package org.claimtrace.engine.circuit;

/**
 * A representation of sets of worlds. It holds, for every gate of a circuit, the worlds in which the gate is <em>certain</em>
 * (true in the well-founded model) and those in which it is <em>possible</em> (not false in that model). A gate is possible
 * wherever it is certain.
 *
 * <p>A positive literal is certain and possible where its gate is. A negated literal is certain where its gate is not possible,
 * and possible where its gate is not certain.
 */
public interface Interpretation {

  /** Computes the gates from {@code from} to {@code to}, exclusive, in order; everything that they read has been computed. */
  void compute(int from, int to);

  /**
   * Begins a cyclic segment: its gates are certain nowhere and possible everywhere, except for what follows from what they
   * read.
   */
  void open(Circuit.Segment segment);

  /** Returns whether there is a world in which a gate of the open segment is possible and not certain. */
  boolean isUndecided(int gate);

  /**
   * Makes some gates of the open segment impossible where they are unfounded, that is, not in the least model of what is still
   * possible; then propagates what follows from that.
   *
   * @param gates the gates, ascending
   * @return whether any gate was unfounded in any world
   */
  boolean falsifyUnfounded(int[] gates);

  /** Ends the open segment; what is possible and not certain remains undecided. */
  void close();
}
