package org.claimtrace.explanation;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.evaluation.VerdictRule.Quantity;

/**
 * One condition of the rule for a verdict, and whether a belief meets it. Differences below 1e-9 do not count.
 *
 * @param quantity what is compared
 * @param value what it is, a probability
 * @param isAbove whether it must exceed the bound; else it must not
 * @param bound what it is compared with, a probability
 * @param isMet whether the condition is met
 */
public record VerdictCondition(
    Quantity quantity, double value, boolean isAbove, double bound, boolean isMet) {

  static VerdictCondition of(VerdictRule.Condition condition, Belief belief) {
    Quantity quantity = condition.threshold().quantity();
    return new VerdictCondition(
        quantity,
        quantity.of(belief),
        condition.isAbove(),
        condition.threshold().bound(belief),
        condition.isMetBy(belief));
  }
}
