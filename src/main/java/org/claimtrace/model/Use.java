package org.claimtrace.model;

/**
 * One use of a source or a claim somewhere in a graph.
 *
 * @param user what uses it: a line, a source or a claim
 * @param role as what
 */
public record Use(Element user, Role role) {

  /** What a source or a claim is used as. */
  public enum Role {
    /** The source of an evidence. */
    SOURCE,
    /** A relay of an evidence, written there or standing in its source's {@code readIn}. */
    RELAY,
    /** The reviewer of a review. */
    REVIEWER,
    /** The source that makes an inference. */
    ASSERTER,
    /** A source that another is derived from. */
    ORIGIN,
    /** A source that another was read in. */
    READ_IN,
    /** A source that another cites. */
    CITED,
    /** A source in which a claim appears. */
    APPEARANCE,
    /** A claim that must be accepted. */
    PREMISE,
    /** A claim that must be rejected. */
    NEGATED_PREMISE,
    /** A claim that an inference assumes. */
    ASSUMPTION,
    /** A claim that stops a line once accepted. */
    EXCEPTION,
    /** A claim that another is said to contradict. */
    CONTRADICTED,
    /** A claim that answers a critical question of an inference. */
    ANSWER
  }
}
