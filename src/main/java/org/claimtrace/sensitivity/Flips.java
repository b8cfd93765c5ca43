package org.claimtrace.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The smallest changes of grades that change a verdict. Every single change is tried: any grade of a source, a piece of
 * evidence or an inference, and the removal of a review. If none changes the verdict, pairs of changes are tried, each to 0 or
 * 1, over the first {@link Pivots}. No lines are added, so the effect of evidence that is not in the graph is not considered.
 * {@link Limits} end the search; pairs are tried only after all single changes.
 *
 * <p>Stable.
 */
public final class Flips implements WithoutJson {

  private final Evaluation evaluation;
  private final String claimId;
  private final Verdict verdict;
  private final Optional<Verdict> wanted;
  private final int untried;
  private final ImmutableList<GradeRanges> standings;
  private final ImmutableList<Flip> flips;
  private final int further;
  private final int pairedPivots;
  private final boolean isComplete;

  Flips(
      Evaluation evaluation,
      String claimId,
      Verdict verdict,
      Optional<Verdict> wanted,
      int untried,
      ImmutableList<GradeRanges> standings,
      ImmutableList<Flip> flips,
      int further,
      int pairedPivots,
      boolean isComplete) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.verdict = verdict;
    this.wanted = wanted;
    this.untried = untried;
    this.standings = standings;
    this.flips = flips;
    this.further = further;
    this.pairedPivots = pairedPivots;
    this.isComplete = isComplete;
  }

  /**
   * Finds the smallest changes that give a claim any other verdict, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Optional.empty(), Limits.USUAL);
  }

  /**
   * Finds the smallest changes that give a claim one verdict, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has the verdict {@code wanted} already
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(Evaluation evaluation, String claimId, Verdict wanted) {
    requireNonNull(wanted, "wanted");
    return of(evaluation, claimId, Optional.of(wanted), Limits.USUAL);
  }

  /**
   * Finds the smallest changes that give a claim one verdict, or any other. Each change that is tried takes the time of {@link
   * Dependence#beliefs}; the limit of work applies once to all single changes and once to all pairs.
   *
   * @param wanted the verdict; empty for any other
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(
      Evaluation evaluation, String claimId, Optional<Verdict> wanted, Limits limits) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(wanted, "wanted");
    requireNonNull(limits, "limits");
    return Cancellation.within(evaluation.timeLimit().orElse(null), () -> {
      Dependence dependence = evaluation.dependence(claimId);
      return of(dependence, wanted, limits, () -> Pivots.of(dependence, limits));
    });
  }

  static Flips of(
      Dependence dependence, Optional<Verdict> wanted, Limits limits, Supplier<Pivots> pivots) {
    return new FlipSearch(dependence, wanted, limits).flips(pivots);
  }

  /** Returns the evaluation in which the claim has its verdict. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the verdict on the claim. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the verdict to be reached; empty for any other. */
  public Optional<Verdict> wanted() {
    return wanted;
  }

  /**
   * Returns the number of sources and lines in the cone that were not tried because of the limits: the last ones in
   * document order.
   */
  public int untried() {
    return untried;
  }

  /**
   * Returns the ranges of grades with the same verdict, for every source, piece of evidence and inference that was
   * tried, in document order.
   */
  public ImmutableList<GradeRanges> standings() {
    return standings;
  }

  /**
   * Returns, for each element and each verdict that it can reach, the nearest change, by increasing {@link Flip#distance}
   * and then by id; if no single change suffices, the pairs that do, in the same order.
   */
  public ImmutableList<Flip> flips() {
    return flips;
  }

  /** Returns the number of further changes that were found and are not listed, since their distance is greater. */
  public int further() {
    return further;
  }

  /** Returns the number of elements all pairs of which were tried; 0 if a single change suffices. */
  public int pairedPivots() {
    return pairedPivots;
  }

  /** Returns whether every change was tried, and none was left out because of the limits. */
  public boolean isComplete() {
    return isComplete;
  }

  /** Returns whether a single change suffices. */
  public boolean isSingle() {
    return !flips.isEmpty() && flips.get(0).changes().size() == 1;
  }

  private ResultComponents components() {
    return ResultComponents.of("Flips")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("verdict", verdict)
        .and("wanted", wanted)
        .and("untried", untried)
        .and("standings", standings)
        .and("flips", flips)
        .and("further", further)
        .and("pairedPivots", pairedPivots)
        .and("isComplete", isComplete);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Flips that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return flips.size() + " flips of '" + claimId + "', " + verdict
        + wanted.map(other -> ", to " + other).orElse("");
  }

  /**
   * One change, or a pair of changes neither of which suffices alone, that changes the verdict.
   */
  public static final class Flip implements WithoutJson {

    private final ImmutableList<Change> changes;
    private final Verdict verdict;

    Flip(ImmutableList<Change> changes, Verdict verdict) {
      this.changes = changes;
      this.verdict = verdict;
    }

    /** Returns the changes of one or two grades, by id. */
    public ImmutableList<Change> changes() {
      return changes;
    }

    /** Returns the verdict after the changes. */
    public Verdict verdict() {
      return verdict;
    }

    private ResultComponents components() {
      return ResultComponents.of("Flip").and("changes", changes).and("verdict", verdict);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Flip that && components().equals(that.components());
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
     * A change of a grade to a value within a range. The grade 0 means that a source is discredited, or a line removed; any other
     * of a retracted source, that its retraction is lifted.
     */
    public static final class Change implements WithoutJson {

      private final Element element;
      private final double grade;
      private final double from;
      private final double to;

      Change(Element element, double grade, double from, double to) {
        this.element = element;
        this.grade = grade;
        this.from = from;
        this.to = to;
      }

      /** Returns a source, a piece of evidence, an inference, or a review to be removed. */
      public Element element() {
        return element;
      }

      /** Returns the present grade, from 0 to 1; of a retracted source 0. */
      public double grade() {
        return grade;
      }

      /** Returns the least new grade, from 0 to 1. */
      public double from() {
        return from;
      }

      /** Returns the greatest new grade, from {@code from} to 1. */
      public double to() {
        return to;
      }

      /** Returns the distance of the present grade from the range, from 0 to 1. */
      public double distance() {
        return Math.max(0, Math.max(from - grade, grade - to));
      }

      private ResultComponents components() {
        return ResultComponents.of("Change")
            .and("element", element)
            .and("grade", grade)
            .and("from", from)
            .and("to", to);
      }

      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Change that && components().equals(that.components());
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

    /** Returns the sum of the distances of the changes, from 0 to 2. */
    public double distance() {
      return changes.stream().mapToDouble(Change::distance).sum();
    }
  }
}
