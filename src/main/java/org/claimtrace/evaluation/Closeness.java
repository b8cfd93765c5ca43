package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Evaluation.CloseCall.Quantity;
import org.claimtrace.model.Verdict;

/**
 * Whether a verdict is close: whether another one would follow if a comparison that decides it came out the other way, of
 * those whose threshold lies in the interval of what is compared.
 */
final class Closeness {

  private static final double INDIFFERENCE = 1e-9;

  private final Belief belief;
  private final int worlds;
  private final boolean[] outcomes = new boolean[9];
  private final List<Open> open = new ArrayList<>();
  private int comparisons;

  /** A comparison that could as well come out otherwise. */
  private record Open(
      int number, Quantity quantity, double share, Interval interval, double threshold) {}

  private Closeness(Standard standard, Belief belief, int worlds) {
    this.belief = belief;
    this.worlds = worlds;
    compareAll(standard);
  }

  /**
   * Whether the verdict on a belief is close.
   *
   * @param worlds in how many worlds it was counted; 0 if it is exact
   */
  static boolean isClose(Standard standard, Belief belief, int worlds) {
    Closeness closeness = new Closeness(standard, belief, worlds);
    for (int choice = 1; choice < 1 << closeness.open.size(); choice++) {
      if (closeness.verdict(choice) != closeness.verdict(0)) {
        return true;
      }
    }
    return false;
  }

  /** The fewest comparisons, and the first of these, that would change the verdict if they came out the other way. */
  static ImmutableList<CloseCall> calls(Standard standard, Belief belief, int worlds) {
    Closeness closeness = new Closeness(standard, belief, worlds);
    int least = 0;
    for (int choice = 1; choice < 1 << closeness.open.size(); choice++) {
      if (closeness.verdict(choice) != closeness.verdict(0)
          && (least == 0 || Integer.bitCount(choice) < Integer.bitCount(least))) {
        least = choice;
      }
    }
    ImmutableList.Builder<CloseCall> calls = ImmutableList.builder();
    for (int i = 0; i < closeness.open.size(); i++) {
      if ((least & 1 << i) != 0) {
        Open each = closeness.open.get(i);
        calls.add(new CloseCall(
            each.quantity(),
            each.share(),
            each.interval(),
            each.threshold(),
            closeness.verdict(least)));
      }
    }
    return calls.build();
  }

  private void compareAll(Standard standard) {
    double inFavour = belief.supported() + belief.conflicting();
    double against = belief.refuted() + belief.conflicting();
    compare(Quantity.FOR, inFavour, 1, standard.burden());
    compare(Quantity.FOR, inFavour, 1, standard.doubt());
    compare(Quantity.AGAINST, against, 1, standard.burden());
    compare(Quantity.AGAINST, against, 1, standard.doubt());
    // One exceeds the other where it is more than half of both together.
    compare(Quantity.SUPPORTED_SHARE, belief.supported(), belief.supported() + against, .5);
    compare(Quantity.REFUTED_SHARE, belief.refuted(), belief.refuted() + inFavour, .5);
    compare(Quantity.QUALIFIED_SHARE, belief.qualified(), belief.supported(), .5);
    compare(Quantity.DECIDED, 1 - belief.unverified(), 1, standard.burden());
    compare(Quantity.WEAKER_SIDE, Math.min(inFavour, against), 1, standard.leastConflict());
  }

  /** Compares a part of a whole, as a share of it, with a threshold. */
  private void compare(Quantity quantity, double part, double whole, double threshold) {
    int number = comparisons++;
    outcomes[number] = part > threshold * whole + INDIFFERENCE;
    if (whole <= INDIFFERENCE) {
      return;
    }
    double share = part / whole;
    Interval interval = worlds == 0
        ? Interval.at(share)
        : Interval.wilson(Math.rint(part * worlds), Math.rint(whole * worlds));
    boolean isOpen = worlds == 0
        ? Math.abs(part - threshold * whole) <= INDIFFERENCE
        : interval.contains(threshold);
    if (isOpen) {
      open.add(new Open(number, quantity, share, interval, threshold));
    }
  }

  private Verdict verdict(int choice) {
    boolean[] chosen = outcomes.clone();
    for (int i = 0; i < open.size(); i++) {
      if ((choice & 1 << i) != 0) {
        int number = open.get(i).number();
        chosen[number] = !chosen[number];
      }
    }
    return Standard.verdict(
        chosen[0], chosen[1], chosen[2], chosen[3], chosen[4], chosen[5], chosen[6], chosen[7],
        chosen[8]);
  }
}
