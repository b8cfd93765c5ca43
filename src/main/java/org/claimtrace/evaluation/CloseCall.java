package org.claimtrace.evaluation;

import java.util.Locale;
import org.claimtrace.model.Verdict;

/**
 * A comparison that decides a verdict and could as well come out otherwise: an exact quantity equals its threshold; a sampled one
 * has it in its interval.
 *
 * @param quantity what is compared
 * @param value how much it is, from 0 to 1
 * @param interval where it lies with 95 % confidence; a point where the evaluation is exact
 * @param threshold what it must exceed, or must not
 * @param otherwise the verdict if it, and every other close call of the same verdict, came out the other way
 */
public record CloseCall(
    Quantity quantity, double value, Interval interval, double threshold, Verdict otherwise) {

  /** What is compared with a threshold. */
  public enum Quantity {
    /** The probability that there is a case for the claim: supported or conflicting. */
    FOR,
    /** The probability that there is a case against it: refuted or conflicting. */
    AGAINST,
    /** What {@code supported} is of it and the case against together: more than half where it exceeds that. */
    SUPPORTED_SHARE,
    /** What {@code refuted} is of it and the case for together: more than half where it exceeds that. */
    REFUTED_SHARE,
    /** What {@code qualified} is of {@code supported}. */
    QUALIFIED_SHARE,
    /** The probability that there is any case: all but unverified. */
    DECIDED,
    /** The probability of a case on the weaker side. */
    WEAKER_SIDE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code supported-share}. */
    @Override
    public String toString() {
      return word;
    }
  }
}
