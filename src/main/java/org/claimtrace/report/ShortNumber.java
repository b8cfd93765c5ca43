package org.claimtrace.report;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;

/**
 * Rounds computed probabilities to the fewest decimal places that lie within {@value #TOLERANCE} of them, so that 0.2 is written
 * and not 0.19999999999999996. That is a thousandth of the differences that verdicts ignore.
 */
final class ShortNumber {

  /** The greatest difference of a rounded number from the computed one. */
  static final double TOLERANCE = 1e-12;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private ShortNumber() {}

  /** Returns a number from -1 to 1, rounded. */
  static double of(double number) {
    for (double power : POWERS) {
      double rounded = Math.rint(number * power) / power;
      if (Math.abs(rounded - number) <= TOLERANCE) {
        // Without the sign of a negative zero.
        return rounded + 0.0;
      }
    }
    return number;
  }

  /**
   * Returns a belief with rounded probabilities; as it is if another verdict would follow from these, because a quantity lies
   * within the tolerance of a threshold.
   */
  static Belief of(Belief belief, Standard standard) {
    Belief rounded = new Belief(
        of(belief.supported()),
        of(belief.refuted()),
        of(belief.conflicting()),
        of(belief.unverified()),
        of(belief.qualified()));
    return standard.verdict(rounded) == standard.verdict(belief) ? rounded : belief;
  }

  /** Returns whether rounding a quantity and its bound keeps on which side of the bound the quantity lies. */
  static boolean keepsOrder(double quantity, double bound) {
    return VerdictRule.exceeds(of(quantity), of(bound)) == VerdictRule.exceeds(quantity, bound);
  }
}
