package org.claimtrace.evaluation;

import org.claimtrace.model.Element;

/**
 * Something that is so in a world, or not, or undecided there.
 *
 * @param kind what is so
 * @param element the claim or the source of which it is so
 */
public record Condition(Kind kind, Element element) {

  /** What may be so of an element. */
  public enum Kind {
    /** There is a case for the claim and none against it. */
    ACCEPTED,
    /** There is a case against the claim and none for it. */
    REJECTED,
    /** The source is right: its coin says yes, and where it is derived from others, one of them is right. */
    RIGHT,
    /** The source's own coin says yes, wherever it is derived from: it relays faithfully. */
    FAITHFUL
  }

  /** That a claim is accepted. */
  public static Condition accepted(String claimId) {
    return new Condition(Kind.ACCEPTED, Element.claim(claimId));
  }

  /** That a claim is rejected. */
  public static Condition rejected(String claimId) {
    return new Condition(Kind.REJECTED, Element.claim(claimId));
  }

  /** That a source is right. */
  public static Condition right(String sourceId) {
    return new Condition(Kind.RIGHT, Element.source(sourceId));
  }

  /** That a source relays faithfully. */
  public static Condition faithful(String sourceId) {
    return new Condition(Kind.FAITHFUL, Element.source(sourceId));
  }
}
