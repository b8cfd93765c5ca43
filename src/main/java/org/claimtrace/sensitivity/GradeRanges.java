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
}
