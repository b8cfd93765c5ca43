package org.claimtrace.evaluation;

/**
 * The interval in which a probability lies with 95 % confidence; of an exact probability, that alone.
 *
 * @param low the lower end, from 0 to 1
 * @param high the upper end, from {@code low} to 1
 */
public record Interval(double low, double high) {

  /** The 0.975 quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  static Interval at(double probability) {
    return new Interval(probability, probability);
  }

  /**
   * The score interval of a proportion (Wilson, "Probable inference, the law of succession, and statistical inference",
   * Journal of the American Statistical Association 22(158), 1927); everything where nothing was tried.
   */
  static Interval wilson(double successes, double trials) {
    if (trials == 0) {
      return new Interval(0, 1);
    }
    double share = successes / trials;
    double square = QUANTILE * QUANTILE;
    double centre = share + square / (2 * trials);
    double spread =
        QUANTILE * Math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
    double scale = 1 + square / trials;
    double low = successes == 0 ? 0 : Math.max(0, (centre - spread) / scale);
    double high = successes == trials ? 1 : Math.min(1, (centre + spread) / scale);
    return new Interval(low, high);
  }

  /** Whether a number lies in the interval. */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
