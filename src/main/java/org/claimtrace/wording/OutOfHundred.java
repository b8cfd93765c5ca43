package org.claimtrace.wording;

import org.claimtrace.evaluation.VerdictRule;

/**
 * A probability as so many of 100, rounded to a whole number without ever lying: 0 stands for none and 100 for all, and a number
 * that a standard sets, such as 50, for just that; what is near to these and not quite so says on which side it lies.
 *
 * @param side on which side of the number it lies
 * @param number from 0 to 100
 */
public record OutOfHundred(Side side, int number) {

  /** Where a probability lies beside its number. */
  public enum Side {
    /** At it, but for rounding. */
    AT,
    /** Below 1 and above 0. */
    LESS,
    /** Above 99 and below 100. */
    MORE,
    /** Just under a number that a standard sets. */
    JUST_UNDER,
    /** Just over a number that a standard sets. */
    JUST_OVER
  }

  /** Rounds a probability, from 0 to 1. */
  public static OutOfHundred of(double probability) {
    if (probability <= VerdictRule.INDIFFERENCE) {
      return new OutOfHundred(Side.AT, 0);
    }
    if (probability >= 1 - VerdictRule.INDIFFERENCE) {
      return new OutOfHundred(Side.AT, 100);
    }
    if (probability < .005) {
      return new OutOfHundred(Side.LESS, 1);
    }
    if (probability >= .995) {
      return new OutOfHundred(Side.MORE, 99);
    }
    int number = (int) Math.round(probability * 100);
    double difference = probability - number / 100.0;
    if (!isThreshold(number) || Math.abs(difference) <= VerdictRule.INDIFFERENCE) {
      return new OutOfHundred(Side.AT, number);
    }
    return new OutOfHundred(difference < 0 ? Side.JUST_UNDER : Side.JUST_OVER, number);
  }

  /** The burdens and doubts of the standards, and the least that a conflict takes. */
  private static boolean isThreshold(int number) {
    return switch (number) {
      case 5, 25, 50, 75, 95 -> true;
      default -> false;
    };
  }

  /** As a percentage in at most four columns: {@code 80%}, {@code >99%}. */
  public String percent() {
    return sign(side) + number + "%";
  }

  /**
   * A probability as a percentage to one decimal, without ever lying either: {@code 62.5%}, {@code 80%}, {@code <0.1%}, and {@code >50%}
   * for 0.5004.
   */
  public static String percentToTenths(double probability) {
    long tenths = Math.round(probability * 1000);
    double difference = probability - tenths / 1000.0;
    Side side;
    if (Math.abs(difference) <= VerdictRule.INDIFFERENCE) {
      side = Side.AT;
    } else if (tenths == 0) {
      side = Side.LESS;
      tenths = 1;
    } else if (tenths == 1000) {
      side = Side.MORE;
      tenths = 999;
    } else if (tenths % 10 != 0 || !isThreshold((int) (tenths / 10))) {
      side = Side.AT;
    } else {
      side = difference < 0 ? Side.JUST_UNDER : Side.JUST_OVER;
    }
    String decimal = tenths % 10 == 0 ? "" : "." + tenths % 10;
    return sign(side) + tenths / 10 + decimal + "%";
  }

  private static String sign(Side side) {
    return switch (side) {
      case AT -> "";
      case LESS, JUST_UNDER -> "<";
      case MORE, JUST_OVER -> ">";
    };
  }
}
