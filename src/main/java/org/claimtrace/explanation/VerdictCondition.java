package org.claimtrace.explanation;

import java.util.Locale;

/**
 * One condition of the rule for a verdict, and whether it is met. Differences below 1e-9 do not count.
 *
 * @param quantity what is compared
 * @param value what it is, a probability
 * @param isAbove whether it must exceed the bound; else it must not
 * @param bound what it is compared with, a probability
 * @param isMet whether the condition is met
 */
public record VerdictCondition(
    Quantity quantity, double value, boolean isAbove, double bound, boolean isMet) {

  private static final double INDIFFERENCE = 1e-9;

  /** What a rule compares. */
  public enum Quantity {
    /** That there is a case for the claim. */
    FOR,
    /** That there is a case against the claim. */
    AGAINST,
    /** That there is a case for the claim and none against it; compared with that there is one against it. */
    SUPPORTED,
    /** That there is a case against the claim and none for it; compared with that there is one for it. */
    REFUTED,
    /** That the claim is supported and a qualification holds; compared with half of that it is supported. */
    QUALIFIED,
    /** That there is a case on either side. */
    DECIDED,
    /** The weaker of the two sides: the lesser of the chances of a case for the claim and of one against it. */
    WEAKER_SIDE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code weaker-side}. */
    @Override
    public String toString() {
      return word;
    }
  }

  static VerdictCondition above(Quantity quantity, double value, double bound) {
    return new VerdictCondition(quantity, value, true, bound, value > bound + INDIFFERENCE);
  }

  static VerdictCondition atMost(Quantity quantity, double value, double bound) {
    return new VerdictCondition(quantity, value, false, bound, value <= bound + INDIFFERENCE);
  }
}
