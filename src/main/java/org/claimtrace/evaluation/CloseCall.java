package org.claimtrace.evaluation;

import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.model.Verdict;

/**
 * A comparison that decides a verdict and could as well come out otherwise: an exact quantity equals its threshold; a sampled one
 * has it in its interval.
 *
 * @param quantity what is compared
 * @param value how much it is, from 0 to 1; of a quantity that is compared with another, its share: of {@code SUPPORTED} that of
 *     it and the case against together, of {@code REFUTED} that of it and the case for together, of {@code QUALIFIED} that of {@code
 *     SUPPORTED}
 * @param interval where it lies with 95% confidence; a point where the evaluation is exact
 * @param threshold what it must exceed, or must not
 * @param otherwise the verdict if it, and every other close call of the same verdict, came out the other way
 */
public record CloseCall(
    Quantity quantity, double value, Interval interval, double threshold, Verdict otherwise) {}
