package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.GradeRanges.VerdictRange;

/** The verdicts at all grades of one element, from the beliefs where its coin is no and where it is yes. */
final class VerdictRanges {

  private VerdictRanges() {}

  /** Where a grade is a probability. */
  static ImmutableList<VerdictRange> of(Standard standard, Belief no, Belief yes) {
    double[] ends = ends(standard, no, yes);
    DoubleFunction<Verdict> verdicts = grade -> standard.verdict(between(no, yes, grade));
    return ranges(ends, verdicts);
  }

  /** Where a grade above one half is a yes, and every other a no. */
  static ImmutableList<VerdictRange> byLogic(Standard standard, Belief no, Belief yes) {
    return ranges(new double[] {0, .5, 1}, grade -> standard.verdict(grade > .5 ? yes : no));
  }

  private static ImmutableList<VerdictRange> ranges(
      double[] ends, DoubleFunction<Verdict> verdicts) {
    List<VerdictRange> ranges = new ArrayList<>();
    add(ranges, 0, 0, verdicts.apply(0));
    double last = 0;
    for (double end : ends) {
      // Grades nearer to each other than that are one, at which something equals its threshold.
      if (end - last > VerdictRule.INDIFFERENCE || (end == 1 && last < 1)) {
        add(ranges, last, end, verdicts.apply((last + end) / 2));
        last = end;
      }
    }
    add(ranges, 1, 1, verdicts.apply(1));
    return ImmutableList.copyOf(ranges);
  }

  /** Adds a range, or lengthens the last one if it has the same verdict. */
  private static void add(List<VerdictRange> ranges, double from, double to, Verdict verdict) {
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last).verdict() == verdict) {
      ranges.set(last, new VerdictRange(ranges.get(last).from(), to, verdict));
    } else {
      ranges.add(new VerdictRange(from, to, verdict));
    }
  }

  private static Belief between(Belief no, Belief yes, double grade) {
    return new Belief(
        mixed(no.supported(), yes.supported(), grade),
        mixed(no.refuted(), yes.refuted(), grade),
        mixed(no.conflicting(), yes.conflicting(), grade),
        mixed(no.unverified(), yes.unverified(), grade),
        mixed(no.qualified(), yes.qualified(), grade));
  }

  private static double mixed(double no, double yes, double grade) {
    return no + (yes - no) * grade;
  }

  /** The grades at which anything that a verdict depends on equals its threshold, from 0 to 1, these included. */
  private static double[] ends(Standard standard, Belief no, Belief yes) {
    return DoubleStream.concat(
            DoubleStream.of(0, 1),
            standard.thresholds().stream()
                .flatMap(threshold -> threshold.excesses().stream())
                .mapToDouble(excess -> root(no, yes, excess)))
        .sorted()
        .toArray();
  }

  /** The grade at which an excess is none, or 0 where there is no such grade between 0 and 1. */
  private static double root(Belief no, Belief yes, ToDoubleFunction<Belief> excess) {
    double atNo = excess.applyAsDouble(no);
    double slope = excess.applyAsDouble(yes) - atNo;
    double grade = slope == 0 ? 0 : -atNo / slope;
    return grade > 0 && grade < 1 ? grade : 0;
  }
}
