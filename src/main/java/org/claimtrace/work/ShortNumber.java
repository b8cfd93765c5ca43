package org.claimtrace.work;

/**
 * Rounds computed probabilities to the fewest decimal places that lie within {@value #TOLERANCE} of them, so that 0.2 is written
 * and not 0.19999999999999996. That is a thousandth of the differences that verdicts ignore.
 */
public final class ShortNumber {

  /** The greatest difference of a rounded number from the computed one. */
  public static final double TOLERANCE = 1e-12;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private ShortNumber() {}

  /** Returns a number from -1 to 1, rounded. */
  public static double of(double number) {
    for (double power : POWERS) {
      double rounded = Math.rint(number * power) / power;
      if (Math.abs(rounded - number) <= TOLERANCE) {
        // Without the sign of a negative zero.
        return rounded + 0.0;
      }
    }
    return number;
  }
}
