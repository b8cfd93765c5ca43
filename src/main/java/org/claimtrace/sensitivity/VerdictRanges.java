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

/** Computes the verdicts at all grades of one element, from the beliefs with its coin at no and at yes. */
final class VerdictRanges {

  private VerdictRanges() {}

  /** Returns the ranges if a grade is a probability. */
  static ImmutableList<VerdictRange> of(Standard standard, Belief no, Belief yes) {
    double[] ends = ends(standard, no, yes);
    DoubleFunction<Verdict> verdicts = grade -> standard.verdict(between(no, yes, grade));
    return ranges(ends, verdicts);
  }

  /** Returns the ranges if a grade above 1/2 means yes, and any other no. */
  static ImmutableList<VerdictRange> byLogic(Standard standard, Belief no, Belief yes) {
    return ranges(new double[] {0, .5, 1}, grade -> standard.verdict(grade > .5 ? yes : no));
  }

  private static ImmutableList<VerdictRange> ranges(
      double[] ends, DoubleFunction<Verdict> verdicts) {
    List<VerdictRange> ranges = new ArrayList<>();
    add(ranges, 0, 0, verdicts.apply(0));
    double last = 0;
    for (double end : ends) {
      // Grades that differ by no more than this count as one, at which a quantity equals its
      // threshold.
      if (end - last > VerdictRule.INDIFFERENCE || (end == 1 && last < 1)) {
        add(ranges, last, end, verdicts.apply((last + end) / 2));
        add(ranges, end, end, verdicts.apply(end));
        last = end;
      }
    }
    return ImmutableList.copyOf(ranges);
  }

  /** Adds a range, or extends the last one if it has the same verdict. */
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

  /** Returns 0, 1 and the grades between at which a quantity equals its threshold, in ascending order. */
  private static double[] ends(Standard standard, Belief no, Belief yes) {
    return DoubleStream.concat(
            DoubleStream.of(0, 1),
            standard.thresholds().stream()
                .flatMap(threshold -> threshold.excesses().stream())
                .mapToDouble(excess -> root(no, yes, excess)))
        .sorted()
        .toArray();
  }

  /** Returns the grade at which an excess is 0, or 0 if there is no such grade between 0 and 1. */
  private static double root(Belief no, Belief yes, ToDoubleFunction<Belief> excess) {
    double atNo = excess.applyAsDouble(no);
    double slope = excess.applyAsDouble(yes) - atNo;
    double grade = slope == 0 ? 0 : -atNo / slope;
    return grade > 0 && grade < 1 ? grade : 0;
  }
}
