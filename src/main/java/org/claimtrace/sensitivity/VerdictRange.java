package org.claimtrace.sensitivity;

import org.claimtrace.model.Verdict;

/**
 * The grades of one element at which a verdict holds. At an end that two ranges share either of their verdicts may hold.
 * A range of one grade alone is at 0 or at 1, where something just equals its threshold; elsewhere such grades are passed over.
 *
 * @param from the least grade, from 0 to 1
 * @param to the greatest grade, from {@code from} to 1
 * @param verdict the verdict
 */
public record VerdictRange(double from, double to, Verdict verdict) {

  /** How far a grade lies from the range; 0 within. */
  double distance(double grade) {
    return Math.max(0, Math.max(from - grade, grade - to));
  }
}
