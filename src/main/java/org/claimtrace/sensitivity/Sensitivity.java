package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The sensitivity of a verdict: the sources on which it rests, the coins on which it depends most, and the smallest changes
 * that change it.
 *
 * <p>Stable.
 */
public final class Sensitivity implements Prose, Result {

  private final SourceDependence grounds;
  private final Pivots pivots;
  private final Flips flips;

  Sensitivity(SourceDependence grounds, Pivots pivots, Flips flips) {
    this.grounds = grounds;
    this.pivots = pivots;
    this.flips = flips;
  }

  /**
   * Computes the sensitivity of the verdict on a claim, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Optional.empty(), Limits.USUAL);
  }

  /**
   * Computes the sensitivity of the verdict on a claim, with the smallest changes that lead to another verdict, within the
   * usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId, Verdict wanted) {
    requireNonNull(wanted, "wanted");
    return of(evaluation, claimId, Optional.of(wanted), Limits.USUAL);
  }

  /**
   * Computes the sensitivity of the verdict on a claim, with the smallest changes that lead to one verdict, or to any other.
   * The three answers share their computations.
   *
   * @param wanted the verdict; empty for any other
   * @param limits the limits of the search; the limit of work applies to each of the three answers
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(
      Evaluation evaluation, String claimId, Optional<Verdict> wanted, Limits limits) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(wanted, "wanted");
    requireNonNull(limits, "limits");
    return Cancellation.within(evaluation.timeLimit().orElse(null), () -> {
      Dependence dependence = evaluation.dependence(claimId);
      // Pivots, which try each coin alone, come first, so that the later searches find the coins
      // opened.
      Pivots pivots = Pivots.of(dependence, limits);
      Flips flips = Flips.of(dependence, wanted, limits, () -> pivots);
      return new Sensitivity(SourceDependence.of(dependence, limits), pivots, flips);
    });
  }

  /** Returns the sets of sources on which it rests. */
  public SourceDependence grounds() {
    return grounds;
  }

  /** Returns the coins by their effect on it. */
  public Pivots pivots() {
    return pivots;
  }

  /** Returns the smallest changes that change it. */
  public Flips flips() {
    return flips;
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(
        new SensitivityOutline(this, style).outline(), grounds.evaluation().graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("Sensitivity")
        .and("grounds", grounds)
        .and("pivots", pivots)
        .and("flips", flips);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sensitivity that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "how firmly '" + grounds.claimId() + "', " + grounds.verdict() + ", stands";
  }

  /** The limit that ended a search before everything was tried. */
  public enum SearchLimit {
    /** The greatest size of a set, see {@link Limits#largestSet()}. */
    SIZE,
    /** The number of sets tried, see {@link Limits#mostTrials()}. */
    TRIALS,
    /** The number of sets listed, see {@link Limits#mostSets()}. */
    SETS,
    /** The amount of work, see {@link Limits#mostWork()}; also if the next trial was too large to be exact. */
    WORK;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the stable word, in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * The limits of the searches for sets of sources, pivots and changes. Each answer reports what a limit has left out.
   *
   * @param largestSet the most sources of a toppling set; at least 1
   * @param mostTrials the most sets of sources that are tried; at least 1
   * @param mostSets the most toppling sets, and the most changes of a verdict, that are listed; at least 1
   * @param mostSufficient the most sets that are visited in search of sufficient ones; at least 1
   * @param mostPivots the number of first pivots of which pairs of changes are tried; at least 1
   * @param mostFalls the most lost verdicts that are listed for all sources together; at least 1
   * @param mostWork the work, in steps of {@link org.claimtrace.evaluation.Dependence#work}, after which each question begins
   *     nothing more; at least 1
   */
  public record Limits(
      int largestSet,
      int mostTrials,
      int mostSets,
      int mostSufficient,
      int mostPivots,
      int mostFalls,
      long mostWork) {

    /**
     * The usual limits.
     *
     * <ul>
     * <li>Sets of up to 3 sources, since nobody checks more at a time;
     * <li>65,536 of them, which suffices for all such sets of 73 sources;
     * <li>10,000 toppling sets and changes, more than anybody reads, and about a megabyte of JSON;
     * <li>10,000 sets visited in search of sufficient ones;
     * <li>200 pivots, which make fewer than 80,000 pairs of changes;
     * <li>100,000 lost verdicts listed, about 10 megabytes of JSON; the number for each source is always complete;
     * <li>67,108,864 steps of work for each question, which take some tenths of a second: enough for ordinary graphs of a few
     *     hundred claims.
     * </ul>
     */
    public static final Limits USUAL =
        new Limits(3, 1 << 16, 10_000, 10_000, 200, 100_000, 1L << 26);

    public Limits {
      checkArgument(
          largestSet >= 1 && mostTrials >= 1 && mostSufficient >= 1,
          "limits of %s sources, %s trials and %s sets; each must be at least 1",
          largestSet,
          mostTrials,
          mostSufficient);
      checkArgument(
          mostSets >= 1 && mostPivots >= 1 && mostFalls >= 1 && mostWork >= 1,
          "limits of %s sets told, %s pivots, %s falls and %s steps; each must be at least 1",
          mostSets,
          mostPivots,
          mostFalls,
          mostWork);
    }

    /** Returns these limits with another {@code largestSet}. */
    public Limits largestSet(int sources) {
      return new Limits(
          sources, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** Returns these limits with another {@code mostTrials}. */
    public Limits mostTrials(int trials) {
      return new Limits(
          largestSet, trials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** Returns these limits with another {@code mostSets}. */
    public Limits mostSets(int sets) {
      return new Limits(
          largestSet, mostTrials, sets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** Returns these limits with another {@code mostSufficient}. */
    public Limits mostSufficient(int sets) {
      return new Limits(largestSet, mostTrials, mostSets, sets, mostPivots, mostFalls, mostWork);
    }

    /** Returns these limits with another {@code mostPivots}. */
    public Limits mostPivots(int pivots) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, pivots, mostFalls, mostWork);
    }

    /** Returns these limits with another {@code mostFalls}. */
    public Limits mostFalls(int falls) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, mostPivots, falls, mostWork);
    }

    /** Returns these limits with another {@code mostWork}. */
    public Limits mostWork(long steps) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, steps);
    }
  }
}
