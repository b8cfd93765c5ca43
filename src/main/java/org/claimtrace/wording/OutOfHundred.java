package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimtrace.evaluation.VerdictRule;

/**
 * A probability as a whole number of 100, rounded so that it never misleads: 0 means none, 100 means all, and a threshold of a
 * standard, such as 50, means exactly that. A probability near one of these, but not equal to it, has a {@link Side}.
 *
 * @param side the side of the number on which the probability lies
 * @param number a whole number from 0 to 100
 */
public record OutOfHundred(Side side, int number) {

  /** The side of its number on which a probability lies. */
  public enum Side {
    /** The probability equals the number, up to rounding. */
    AT,
    /** The probability lies below 1 of 100, and above 0. */
    LESS,
    /** The probability lies above 99 of 100, and below 100. */
    MORE,
    /** The probability lies just under a threshold of a standard. */
    JUST_UNDER,
    /** The probability lies just over a threshold of a standard. */
    JUST_OVER
  }

  /** Rounds a probability between 0 and 1. */
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

  /**
   * Rounds probabilities of which at most one comes true, so that their numbers do not sum above 100: as many as necessary of those that
   * would be rounded up are rounded down, those with the smallest remainder first, the first of equal ones first.
   */
  public static ImmutableList<OutOfHundred> ofParts(List<Double> probabilities) {
    List<OutOfHundred> rounded = new ArrayList<>();
    List<Integer> roundedUp = new ArrayList<>();
    int sum = 0;
    for (double probability : probabilities) {
      OutOfHundred nearest = of(probability);
      if (remainder(probability) >= .5 && nearest.side != Side.MORE) {
        roundedUp.add(rounded.size());
      }
      rounded.add(nearest);
      sum += nearest.side == Side.LESS ? 0 : nearest.number;
    }
    roundedUp.sort(Comparator.comparing(i -> remainder(probabilities.get(i))));
    for (int i = 0; i < roundedUp.size() && sum - i > 100; i++) {
      int part = roundedUp.get(i);
      rounded.set(part, below(probabilities.get(part)));
    }
    return ImmutableList.copyOf(rounded);
  }

  /** Returns by how much a probability exceeds a whole number of 100; 0 where it equals one up to rounding. */
  private static double remainder(double probability) {
    double hundredfold = probability * 100;
    return Math.abs(hundredfold - Math.rint(hundredfold)) <= 100 * VerdictRule.INDIFFERENCE
        ? 0
        : hundredfold - Math.floor(hundredfold);
  }

  /** Rounds a probability that is no whole number of 100 down. */
  private static OutOfHundred below(double probability) {
    int number = (int) Math.floor(probability * 100);
    return number == 0
        ? new OutOfHundred(Side.LESS, 1)
        : new OutOfHundred(isThreshold(number) ? Side.JUST_OVER : Side.AT, number);
  }

  /** Returns whether a number is a threshold of a standard: a burden of proof, a limit of doubt, or the least share of a conflict. */
  private static boolean isThreshold(int number) {
    return switch (number) {
      case 5, 25, 50, 75, 95 -> true;
      default -> false;
    };
  }

  /** Returns a percentage in at most four columns: {@code 80%}, {@code >99%}. */
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
