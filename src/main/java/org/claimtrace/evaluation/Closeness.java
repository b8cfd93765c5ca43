package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.VerdictRule.Threshold;
import org.claimtrace.model.Verdict;

/**
 * Whether a verdict is close: whether another one would follow if a comparison that decides it came out the other way, of
 * those whose threshold lies in the interval of what is compared.
 */
final class Closeness {

  private final Standard standard;
  private final Belief belief;
  private final int worlds;
  private final List<Open> open = new ArrayList<>();

  /** A comparison that could as well come out otherwise. */
  private record Open(Threshold threshold, double share, Interval interval) {}

  private Closeness(Standard standard, Belief belief, int worlds) {
    this.standard = standard;
    this.belief = belief;
    this.worlds = worlds;
    standard.thresholds().forEach(this::compare);
  }

  /**
   * Returns whether the verdict on a belief is close.
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

  /** Returns the fewest comparisons, and the first of these, that would change the verdict if they came out the other way. */
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
            each.threshold().quantity(),
            each.share(),
            each.interval(),
            each.threshold().limit(),
            closeness.verdict(least)));
      }
    }
    return calls.build();
  }

  /** Compares a part of a whole, as a share of it, with a threshold. */
  private void compare(Threshold threshold) {
    double part = threshold.quantity().of(belief);
    double whole = threshold.whole(belief);
    if (!VerdictRule.exceeds(whole, 0)) {
      return;
    }
    double share = part / whole;
    Interval interval = worlds == 0
        ? Interval.at(share)
        : Interval.wilson(Math.rint(part * worlds), Math.rint(whole * worlds));
    boolean isOpen = worlds == 0
        ? VerdictRule.areEqual(part, threshold.bound(belief))
        : interval.contains(threshold.limit());
    if (isOpen) {
      open.add(new Open(threshold, share, interval));
    }
  }

  private Verdict verdict(int choice) {
    return standard.verdict(
        threshold -> threshold.isExceededBy(belief) != isOther(threshold, choice));
  }

  /** Returns whether a comparison is to come out the other way. */
  private boolean isOther(Threshold threshold, int choice) {
    for (int i = 0; i < open.size(); i++) {
      if ((choice & 1 << i) != 0 && open.get(i).threshold().equals(threshold)) {
        return true;
      }
    }
    return false;
  }
}
