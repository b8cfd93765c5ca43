package org.claimtrace.evaluation;

/**
 * A representation of sets of worlds: for every gate of a circuit, those in which it is <em>certain</em> (true in the
 * well-founded model) and those in which it is <em>possible</em> (not false in it). Certain is a part of possible.
 *
 * <p>A positive literal's certain worlds are its gate's certain ones, and so for the possible ones; a negated literal's
 * certain worlds are those in which its gate is not possible, and its possible worlds those in which it is not certain.
 */
interface Slots {

  /** Computes gates in order, each from what it reads: all of that is known. */
  void compute(int from, int to);

  /** Begins a cyclic segment: in none of its gates is anything certain, and everything is possible. */
  void open(int from, int to);

  /** Computes a gate of the open segment from all that it reads; tells whether anything became certain or impossible. */
  boolean settle(int gate);

  /**
   * Computes a gate of the open segment again after one gate that it reads has changed.
   *
   * @param changed the literal that reads the changed gate
   * @return whether anything became certain or impossible
   */
  boolean update(int gate, int changed);

  /** Whether there is a world in which the gate is possible and not certain. */
  boolean isUndecided(int gate);

  /** Takes a gate into the set that is to be founded anew: what is certain is founded, nothing else is yet. */
  void doubt(int gate);

  /** Founds a doubted gate on all that it reads; tells whether more than what is certain is founded now. */
  boolean found(int gate);

  /** Founds a doubted gate further after one that it reads, positively, has been founded further; tells whether it was. */
  boolean foundFurther(int gate, int changed);

  /** Makes what was not founded impossible, and doubts the gate no more; tells whether anything became impossible. */
  boolean confine(int gate);

  /** Ends the open segment; what is possible and not certain stays so. */
  void close();
}
