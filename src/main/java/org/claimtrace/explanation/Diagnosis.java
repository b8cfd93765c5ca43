package org.claimtrace.explanation;

import java.util.Locale;

/**
 * What the argument for a claim comes to, or one line of it.
 *
 * <p>The constants stand in the order from what holds to what is furthest from holding. The argument for a claim is diagnosed
 * by its best line, the one whose own diagnosis comes first here, so that the diagnosis depends on no order of the document;
 * lines that do not exist yet or do not count are no part of the argument. Something is said to <em>meet the standard</em> if
 * its chance exceeds the burden of the evaluation's standard; by logic alone every chance is 0 or 1, and to meet the standard
 * is to be so. Where a line has several flaws, the first of these decides: a premise is false, a premise is contested, a
 * stand-off, a circle, a premise is unsupported, a premise is doubtful, a source is doubtful, the leap is broken, the line is outweighed.
 */
public enum Diagnosis {
  /** A line fires (its chance to fire meets the standard), leans on nothing half true, and nothing outweighs it. */
  SOUND,
  /** A line fires, but one of its premises is misleading: true, but missing context. What is missing there may be missing here. */
  HALF_TRUE_PREMISE,
  /**
   * A line fires, but the case against the claim is strong enough to deny it the verdict; or the only thing that keeps the line
   * from firing is a line that overrides it.
   */
  OUTWEIGHED,
  /**
   * Nothing decides: the line hangs on itself by way of negations, as where two claims each stop the other; or it fires, and it
   * is undecided whether anything speaks against the claim.
   */
  STAND_OFF,
  /**
   * The premises hold and the step does not: the chance that all premises are accepted meets the standard, the chance that the
   * step fires does not. The first is how probable all of them are together, in the same worlds: not the product of how probable
   * each is, which would be wrong wherever they share a source. An exception is accepted, something taken for granted is
   * contested, or the step itself is graded too weak. The mark of a viral half-truth. A piece of evidence has no premises: here the
   * chance that its source is right and its relays are faithful, all together, meets the standard, and what it says still does
   * not carry to the claim.
   */
  BROKEN_LEAP,
  /**
   * A premise has the verdict that the step needs, but in too few worlds to meet the standard. Or each premise is probable enough,
   * and all of them together are not.
   */
  DOUBTFUL_PREMISE,
  /** A premise is disputed: its verdict is conflicting. */
  CONTESTED_PREMISE,
  /** A premise is unverified; of a negated premise, what it denies has not been refuted. */
  UNSUPPORTED_PREMISE,
  /**
   * The source or a relay is not to be relied upon: graded too low, retracted, or a copy whose origins do not say it. Or each
   * is probable enough to be right, and all of them together are not.
   */
  DOUBTFUL_SOURCE,
  /** The line leans on itself: its claim is among the grounds of its premises, or its source among the origins of its origins. */
  CIRCULAR,
  /** A premise is refuted; of a negated premise, what it denies is supported. */
  FALSE_PREMISE,
  /** Nothing that exists and counts speaks for the claim. */
  NO_ARGUMENT;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable word, in lower case with hyphens, such as {@code broken-leap}. */
  @Override
  public String toString() {
    return word;
  }
}
