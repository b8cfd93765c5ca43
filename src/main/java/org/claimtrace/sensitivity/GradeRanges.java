package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/**
 * The verdicts on a claim at all grades of one element, all else unchanged. The probability of each label is affine in the
 * grade of one coin, so the thresholds of the standard divide the grades from 0 to 1 into ranges with one verdict each.
 *
 * @param element the source, piece of evidence or inference
 * @param grade its present grade, from 0 to 1
 * @param ranges the ranges in ascending order, which together cover 0 to 1, adjacent ones with different verdicts; estimates if
 *     the evaluation is sampled
 */
public record GradeRanges(Element element, double grade, ImmutableList<VerdictRange> ranges) {

  /** Returns the range with a verdict that lies nearest to the grade, the lower of two equally near ones; empty if there is none. */
  public Optional<VerdictRange> nearest(Verdict verdict) {
    return ranges.stream()
        .filter(range -> range.verdict() == verdict)
        .reduce((one, other) -> other.distance(grade) < one.distance(grade) ? other : one);
  }

  /**
   * A range of grades of one element with the same verdict. At an end that two ranges share, either of their verdicts may hold.
   * A range of a single grade occurs only at 0 or 1, where a quantity equals its threshold; elsewhere such grades are ignored.
   *
   * @param from the least grade, from 0 to 1
   * @param to the greatest grade, from {@code from} to 1
   * @param verdict the verdict
   */
  public record VerdictRange(double from, double to, Verdict verdict) {

    /** Returns the distance of a grade from the range; 0 within it. */
    double distance(double grade) {
      return Math.max(0, Math.max(from - grade, grade - to));
    }
  }
}
