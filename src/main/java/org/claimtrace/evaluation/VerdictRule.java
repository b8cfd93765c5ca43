package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.claimtrace.model.Verdict;

/**
 * One of the rules by which a verdict follows from a belief: it does where every condition is met, and no rule before it applies.
 * {@link Standard#rules} lists them.
 *
 * <p>Stable.
 *
 * @param verdict the verdict that follows
 * @param conditions what must be so, in the order in which it is checked
 */
public record VerdictRule(Verdict verdict, ImmutableList<Condition> conditions) {
  public VerdictRule {
    requireNonNull(verdict, "verdict");
    requireNonNull(conditions, "conditions");
  }

  /** Differences of probabilities below this do not count, in rules and in whatever is told of numbers. */
  public static final double INDIFFERENCE = 1e-9;

  /** Returns whether the rule applies to a belief. */
  public boolean appliesTo(Belief belief) {
    requireNonNull(belief, "belief");
    for (Condition condition : conditions) {
      if (!condition.isMetBy(belief)) {
        return false;
      }
    }
    return true;
  }

  /** What a rule compares: a probability that a belief gives. */
  public enum Quantity {
    /** That there is a case for the claim: supported or conflicting. */
    FOR,
    /** That there is a case against the claim: refuted or conflicting. */
    AGAINST,
    /** That there is a case for the claim and none against it; compared with that there is one against it. */
    SUPPORTED,
    /** That there is a case against the claim and none for it; compared with that there is one for it. */
    REFUTED,
    /** That the claim is supported and a qualification holds; compared with half of that it is supported. */
    QUALIFIED,
    /** That there is a case on either side: all but unverified. */
    DECIDED,
    /** The weaker of the two sides: the lesser of the chances of a case for the claim and of one against it. */
    WEAKER_SIDE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns how much it is. */
    public double of(Belief belief) {
      requireNonNull(belief, "belief");
      return switch (this) {
        case FOR -> belief.supported() + belief.conflicting();
        case AGAINST -> belief.refuted() + belief.conflicting();
        case SUPPORTED -> belief.supported();
        case REFUTED -> belief.refuted();
        case QUALIFIED -> belief.qualified();
        case DECIDED -> 1 - belief.unverified();
        case WEAKER_SIDE -> belief.conflicting() + Math.min(belief.supported(), belief.refuted());
      };
    }

    /** Returns the labels in whose worlds it is so; empty for the weaker side, which is the lesser of two chances. */
    ImmutableSet<Label> labels() {
      return switch (this) {
        case FOR -> ImmutableSet.of(Label.SUPPORTED, Label.CONFLICTING);
        case AGAINST -> ImmutableSet.of(Label.REFUTED, Label.CONFLICTING);
        case SUPPORTED -> ImmutableSet.of(Label.SUPPORTED);
        case REFUTED -> ImmutableSet.of(Label.REFUTED);
        case QUALIFIED -> ImmutableSet.of(Label.QUALIFIED);
        case DECIDED -> ImmutableSet.of(Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING);
        case WEAKER_SIDE -> ImmutableSet.of();
      };
    }

    /** Returns the stable word, in lower case with hyphens, such as {@code weaker-side}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A bound on a quantity.
   *
   * @param quantity what is bounded
   * @param limit the bound, a probability; of a quantity that is compared with another, which share of both together it must exceed
   *     to be the greater one
   */
  public record Threshold(Quantity quantity, double limit) {
    public Threshold {
      requireNonNull(quantity, "quantity");
    }

    /** Returns what the quantity is compared with, a probability. */
    public double bound(Belief belief) {
      requireNonNull(belief, "belief");
      return switch (quantity) {
        case SUPPORTED -> Quantity.AGAINST.of(belief);
        case REFUTED -> Quantity.FOR.of(belief);
        case QUALIFIED -> limit * belief.supported();
        case FOR, AGAINST, DECIDED, WEAKER_SIDE -> limit;
      };
    }

    /** Returns whether the quantity exceeds the bound, by 1e-9 or more. */
    public boolean isExceededBy(Belief belief) {
      requireNonNull(belief, "belief");
      return exceeds(quantity.of(belief), bound(belief));
    }

    /** Returns what the quantity is a part of, so that it exceeds the bound where it is more than the limit of the whole. */
    double whole(Belief belief) {
      return switch (quantity) {
        case SUPPORTED, REFUTED -> quantity.of(belief) + bound(belief);
        case QUALIFIED -> belief.supported();
        case FOR, AGAINST, DECIDED, WEAKER_SIDE -> 1;
      };
    }

    /**
     * By how much the quantity exceeds the bound, in terms each of which is affine in the probabilities of a belief: the least of
     * them is the excess. So the points at which a verdict can turn are roots of these.
     */
    public ImmutableList<ToDoubleFunction<Belief>> excesses() {
      return quantity == Quantity.WEAKER_SIDE
          ? ImmutableList.of(
              belief -> Quantity.FOR.of(belief) - limit,
              belief -> Quantity.AGAINST.of(belief) - limit)
          : ImmutableList.of(belief -> quantity.of(belief) - bound(belief));
    }
  }

  /**
   * A threshold that must be exceeded, or must not.
   *
   * @param threshold the threshold
   * @param isAbove whether it must be exceeded
   */
  public record Condition(Threshold threshold, boolean isAbove) {
    public Condition {
      requireNonNull(threshold, "threshold");
    }

    /** Returns whether a belief meets it. */
    public boolean isMetBy(Belief belief) {
      requireNonNull(belief, "belief");
      return threshold.isExceededBy(belief) == isAbove;
    }
  }

  /** Returns whether a probability exceeds a bound by more than what does not count. */
  public static boolean exceeds(double probability, double bound) {
    return probability > bound + INDIFFERENCE;
  }

  /** Returns whether two probabilities differ by no more than what does not count. */
  public static boolean areEqual(double one, double other) {
    return Math.abs(one - other) <= INDIFFERENCE;
  }
}
