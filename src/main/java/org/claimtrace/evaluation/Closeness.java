package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.List;
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
  private final List<Integer> open = new ArrayList<>();
  private int comparisons;

  private Closeness(Belief belief, int worlds) {
    this.belief = belief;
    this.worlds = worlds;
  }

  /**
   * Whether the verdict on a belief is close.
   *
   * @param worlds in how many worlds it was counted; 0 if it is exact
   */
  static boolean isClose(Standard standard, Belief belief, int worlds) {
    return new Closeness(belief, worlds).isClose(standard);
  }

  private boolean isClose(Standard standard) {
    double inFavour = belief.supported() + belief.conflicting();
    double against = belief.refuted() + belief.conflicting();
    compare(inFavour, 1, standard.burden());
    compare(inFavour, 1, standard.doubt());
    compare(against, 1, standard.burden());
    compare(against, 1, standard.doubt());
    // One exceeds the other where it is more than half of both together.
    compare(belief.supported(), belief.supported() + against, .5);
    compare(belief.refuted(), belief.refuted() + inFavour, .5);
    compare(belief.qualified(), belief.supported(), .5);
    compare(1 - belief.unverified(), 1, standard.burden());
    compare(Math.min(inFavour, against), 1, standard.leastConflict());
    for (int choice = 1; choice < 1 << open.size(); choice++) {
      if (verdict(choice) != verdict(0)) {
        return true;
      }
    }
    return false;
  }

  /** Compares a part of a whole, as a share of it, with a threshold. */
  private void compare(double part, double whole, double threshold) {
    int number = comparisons++;
    outcomes[number] = part > threshold * whole + INDIFFERENCE;
    boolean isOpen = worlds == 0
        ? whole > INDIFFERENCE && Math.abs(part - threshold * whole) <= INDIFFERENCE
        : whole > 0
            && Interval.wilson(Math.rint(part * worlds), Math.rint(whole * worlds))
                .contains(threshold);
    if (isOpen) {
      open.add(number);
    }
  }

  private Verdict verdict(int choice) {
    boolean[] chosen = outcomes.clone();
    for (int i = 0; i < open.size(); i++) {
      if ((choice & 1 << i) != 0) {
        chosen[open.get(i)] = !chosen[open.get(i)];
      }
    }
    return Standard.verdict(
        chosen[0], chosen[1], chosen[2], chosen[3], chosen[4], chosen[5], chosen[6], chosen[7],
        chosen[8]);
  }
}
