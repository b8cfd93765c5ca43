package org.claimtrace.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import org.claimtrace.work.ShortNumber;

/**
 * The interval in which a probability, or the difference of two, lies with 95% confidence; of an exact one, that alone.
 *
 * <p>Stable.
 *
 * @param low the lower end, from 0 to 1; of a difference, from -1
 * @param high the upper end, from {@code low} to 1
 */
public record Interval(double low, double high) {

  /** The 0.975 quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  /**
   * Returns the ends by name, {@code low} first, each with the fewest decimal places that lie within a trillionth of it: what Jackson
   * makes of an interval.
   */
  @JsonValue
  public ImmutableMap<String, Double> byName() {
    return ImmutableMap.of("low", ShortNumber.of(low), "high", ShortNumber.of(high));
  }

  static Interval at(double probability) {
    return new Interval(probability, probability);
  }

  /**
   * Returns the score interval of a proportion (Wilson, "Probable inference, the law of succession, and statistical inference",
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

  /**
   * Returns the interval of the difference of two proportions counted in the same trials (Newcombe, "Improved confidence intervals for
   * the difference between binomial proportions based on paired data", Statistics in Medicine 17(22), 1998, method 10).
   *
   * @param both in how many trials both were so
   * @param first in how many the first alone was
   * @param second in how many the second alone was
   */
  static Interval ofPairedDifference(double both, double first, double second, double trials) {
    double neither = trials - both - first - second;
    double one = (both + first) / trials;
    double other = (both + second) / trials;
    Interval ofOne = wilson(both + first, trials);
    Interval ofOther = wilson(both + second, trials);
    double correlation = correlation(both, first, second, neither);
    double difference = one - other;
    double down = distance(one - ofOne.low, ofOther.high - other, correlation);
    double up = distance(ofOne.high - one, other - ofOther.low, correlation);
    return new Interval(Math.max(-1, difference - down), Math.min(1, difference + up));
  }

  private static double distance(double one, double other, double correlation) {
    return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
  }

  /** Returns how far two things go together, corrected for continuity where they do; 0 where one of them is always or never so. */
  private static double correlation(double both, double first, double second, double neither) {
    double product = (both + first) * (second + neither) * (both + second) * (first + neither);
    if (product == 0) {
      return 0;
    }
    double trials = both + first + second + neither;
    double together = both * neither - first * second;
    double corrected = together > 0 ? Math.max(together - trials / 2, 0) : together;
    return corrected / Math.sqrt(product);
  }

  /** Returns whether a number lies in the interval. */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
