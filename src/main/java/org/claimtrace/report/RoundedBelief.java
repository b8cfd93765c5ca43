package org.claimtrace.report;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.work.ShortNumber;

/** Rounds probabilities where no verdict would be another one. */
final class RoundedBelief {

  private RoundedBelief() {}

  /**
   * Returns a belief with rounded probabilities; as it is if another verdict would follow from these, because a quantity lies
   * within the tolerance of a threshold.
   */
  static Belief of(Belief belief, Standard standard) {
    Belief rounded = new Belief(
        ShortNumber.of(belief.supported()),
        ShortNumber.of(belief.refuted()),
        ShortNumber.of(belief.conflicting()),
        ShortNumber.of(belief.unverified()),
        ShortNumber.of(belief.qualified()));
    return standard.verdict(rounded) == standard.verdict(belief) ? rounded : belief;
  }

  /** Returns whether rounding a quantity and its bound keeps on which side of the bound the quantity lies. */
  static boolean keepsOrder(double quantity, double bound) {
    return VerdictRule.exceeds(ShortNumber.of(quantity), ShortNumber.of(bound))
        == VerdictRule.exceeds(quantity, bound);
  }
}
