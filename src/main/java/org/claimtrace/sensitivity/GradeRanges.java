package org.claimtrace.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on a claim at all grades of one element, all else unchanged. The probability of each label is affine in the
 * grade of one coin, so the thresholds of the standard divide the grades from 0 to 1 into ranges with one verdict each.
 *
 * <p>Stable.
 */
public final class GradeRanges implements WithoutJson {

  private final Element element;
  private final double grade;
  private final ImmutableList<VerdictRange> ranges;

  GradeRanges(Element element, double grade, ImmutableList<VerdictRange> ranges) {
    this.element = element;
    this.grade = grade;
    this.ranges = ranges;
  }

  /** Returns the source, piece of evidence or inference. */
  public Element element() {
    return element;
  }

  /** Returns its present grade, from 0 to 1; of a retracted source 0. */
  public double grade() {
    return grade;
  }

  /**
   * Returns the ranges in ascending order, which together cover 0 to 1, adjacent ones with different verdicts; estimates
   * if the evaluation is sampled.
   */
  public ImmutableList<VerdictRange> ranges() {
    return ranges;
  }

  /** Returns the range with a verdict that lies nearest to the grade, the lower of two equally near ones; empty if there is none. */
  public Optional<VerdictRange> nearest(Verdict verdict) {
    requireNonNull(verdict, "verdict");
    return ranges.stream()
        .filter(range -> range.verdict() == verdict)
        .reduce((one, other) -> other.distance(grade) < one.distance(grade) ? other : one);
  }

  private ResultComponents components() {
    return ResultComponents.of("GradeRanges")
        .and("element", element)
        .and("grade", grade)
        .and("ranges", ranges);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GradeRanges that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }

  /**
   * A range of grades of one element with the same verdict. At an end that two ranges share, either of their verdicts may hold.
   * A range of a single grade is one at which a quantity equals its threshold, so that its verdict is that of neither side.
   */
  public static final class VerdictRange implements WithoutJson {

    private final double from;
    private final double to;
    private final Verdict verdict;

    VerdictRange(double from, double to, Verdict verdict) {
      this.from = from;
      this.to = to;
      this.verdict = verdict;
    }

    /** Returns the distance of a grade from the range; 0 within it. */
    double distance(double grade) {
      return Math.max(0, Math.max(from - grade, grade - to));
    }

    /** Returns the least grade, from 0 to 1. */
    public double from() {
      return from;
    }

    /** Returns the greatest grade, from {@code from} to 1. */
    public double to() {
      return to;
    }

    /** Returns the verdict. */
    public Verdict verdict() {
      return verdict;
    }

    private ResultComponents components() {
      return ResultComponents.of("VerdictRange")
          .and("from", from)
          .and("to", to)
          .and("verdict", verdict);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof VerdictRange that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
