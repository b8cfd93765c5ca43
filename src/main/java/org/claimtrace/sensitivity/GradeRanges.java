package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/**
 * How a verdict stands to the grade of one element, all else as it is: each label's probability is affine in one coin, so that the
 * thresholds of the standard divide the grades from 0 to 1 into ranges of one verdict each.
 *
 * @param element the source, evidence or inference
 * @param grade its grade as it is
 * @param ranges the ranges, from 0 to 1, adjoining ones with different verdicts; where the evaluation is sampled, as its worlds
 *     have it
 */
public record GradeRanges(Element element, double grade, ImmutableList<VerdictRange> ranges) {

  /** The range with a verdict that lies nearest to the grade, the lower of two as near; empty if there is none. */
  public Optional<VerdictRange> nearest(Verdict verdict) {
    return ranges.stream()
        .filter(range -> range.verdict() == verdict)
        .reduce((one, other) -> other.distance(grade) < one.distance(grade) ? other : one);
  }

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
}
