package org.claimtrace.explanation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The quality of the argument for a claim, or of one line of it, and its decisive flaw if it has one.
 *
 * <p>The constants are ordered from the best to the worst. The diagnosis of an argument is that of its best line, the one that
 * comes first in this order, so that it does not depend on the order of the document; lines that do not exist yet or do not
 * count are not part of the argument. Something <em>meets the standard</em> if its chance exceeds the burden of the
 * evaluation's standard; by logic alone every chance is 0 or 1, and only what is true meets it. If a line has several flaws,
 * the first of these decides: a false premise, a contested premise, a stand-off, a circle, an unsupported premise, a doubtful
 * premise, a doubtful source, weak evidence, a broken leap or an answer, a stand-off on which the line only depends, an
 * outweighed line.
 *
 * <p>Stable.
 */
public enum Diagnosis {
  /**
   * A line fires, which means that its chance to fire meets the standard; none of its premises is misleading, and nothing
   * outweighs it.
   */
  SOUND,
  /** A line fires, but one of its premises is misleading, so true but without context that may also matter for the claim. */
  HALF_TRUE_PREMISE,
  /**
   * A line fires, but the case against the claim is strong enough to prevent the verdict; or the only obstacle of an inference
   * is a line that overrides it.
   */
  OUTWEIGHED,
  /**
   * The line is undecided because it depends on itself through negations, as do two claims each of which refutes the other, or
   * because an assumption, an exception or an overriding line is undecided; or it fires, and the case against the claim is
   * undecided.
   */
  STAND_OFF,
  /**
   * The premises of an inference hold and the step does not: the chance that all premises are accepted meets the standard, but
   * the chance that the step fires does not. The former is the chance that they are accepted in the same world, and not the
   * product of their chances, which would be wrong if they share a source. An exception is accepted, an assumption is contested,
   * or the step itself is graded too weak.
   */
  BROKEN_LEAP,
  /**
   * The source of a piece of evidence speaks for the claim, but the evidence does not count, because an exception is accepted or
   * a line that overrides it fires: a forgery, a satire, a figure that was corrected. The chance that the source is right, all
   * relays are faithful and the evidence is strong enough meets the standard, but the chance that the evidence fires does not.
   */
  ANSWERED,
  /**
   * A premise has the verdict that the step needs, but in too few worlds to meet the standard; or each premise is probable
   * enough, but not all of them together.
   */
  DOUBTFUL_PREMISE,
  /** A premise is disputed: its verdict is conflicting. */
  CONTESTED_PREMISE,
  /** A premise is unverified; or the claim of a negated premise has not been refuted. */
  UNSUPPORTED_PREMISE,
  /** A piece of evidence is graded too weak in itself, or it and its source are not probable enough together. */
  WEAK_EVIDENCE,
  /**
   * The source or a relay is graded too low or retracted, or the source is a copy whose origins do not say the same; or each of
   * them is probable enough to be right, but not all of them together.
   */
  DOUBTFUL_SOURCE,
  /** The line supports itself: its claim is among the grounds of its premises, or its source among the origins of its origins. */
  CIRCULAR,
  /** A premise is refuted; or the claim of a negated premise is supported. */
  FALSE_PREMISE,
  /** No line that exists and counts supports the claim. */
  NO_ARGUMENT;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the stable word, in lower case with hyphens, such as {@code broken-leap}. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
