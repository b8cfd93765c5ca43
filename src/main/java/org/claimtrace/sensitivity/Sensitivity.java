package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.work.Cancellation;

/**
 * How firmly a verdict stands: the sources that it rests on, the coins that it turns on, and the smallest changes that change it.
 *
 * @param grounds the sources that it rests on
 * @param pivots the coins that it turns on
 * @param flips the changes that change it
 */
public record Sensitivity(SourceDependence grounds, Pivots pivots, Flips flips) {

  /**
   * Finds how firmly the verdict on a claim stands, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Optional.empty(), Limits.USUAL);
  }

  /**
   * Finds how firmly the verdict on a claim stands, and what it would take for another one, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId, Verdict wanted) {
    return of(evaluation, claimId, Optional.of(wanted), Limits.USUAL);
  }

  /**
   * Finds how firmly the verdict on a claim stands, and what it would take for one verdict, or for any other. What is computed for
   * one of the three answers serves the others.
   *
   * @param wanted the verdict; empty for any other
   * @param limits how far to search; the work for each of the three answers
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(
      Evaluation evaluation, String claimId, Optional<Verdict> wanted, Limits limits) {
    return Cancellation.within(evaluation.timeLimit().orElse(null), () -> {
      Dependence dependence = evaluation.dependence(claimId);
      // First what tries each coin alone, so that whatever is tried later finds the coins opened.
      Pivots pivots = Pivots.of(dependence, limits);
      Flips flips = Flips.of(dependence, wanted, limits, () -> pivots);
      return new Sensitivity(SourceDependence.of(dependence, limits), pivots, flips);
    });
  }

  /**
   * All of it as text for a terminal. The language is that of the graph unless the style says one; long lists are cut short unless
   * it asks for all. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new SensitivityOutline(this, style).outline().text(style.width(), style.colour());
  }

  /** All of it as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new SensitivityOutline(this, style)
        .outline()
        .markdown(Links.in(grounds.evaluation().graph()));
  }

  /** Which claim, in a few words. */
  @Override
  public String toString() {
    return "how firmly '" + grounds.claim() + "', " + grounds.verdict() + ", stands";
  }

  /** What ended a search before everything was tried. */
  public enum SearchLimit {
    /** Sets of more members were not to be tried. */
    SIZE,
    /** No more sets were to be tried. */
    TRIALS,
    /** No more sets were to be told. */
    SETS,
    /** No more work was to be begun, or what was to be tried next was too large to be exact about. */
    WORK;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The stable word, in lower case. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * How far to search for what a verdict rests on, what it turns on and what would change it. What a limit leaves out, the answer
   * says.
   *
   * @param largestSet how many sources a toppling set may have; from 1 on
   * @param mostTrials how many sets of sources are tried; from 1 on
   * @param mostSets how many toppling sets, and how many changes of a verdict, are told; from 1 on
   * @param mostSufficient how many sets are looked at in search of sufficient ones; from 1 on
   * @param mostPivots over how many of the elements on which a verdict turns most two changes are tried; from 1 on
   * @param mostFalls how many of the verdicts that fall with sources are named; from 1 on
   * @param mostWork how much work each question may begin, in steps as {@link org.claimtrace.evaluation.Dependence#work} counts
   *     them; from 1 on
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
     *   <li>Sets of up to 3 sources, since nobody checks more at a time;
     *   <li>65,536 of them, which is all of 73 sources;
     *   <li>10,000 toppling sets and changes, which no reader finishes, and a program gets in about a megabyte;
     *   <li>10,000 sets on the way to sufficient ones;
     *   <li>200 pivots, which make fewer than 80,000 pairs of changes;
     *   <li>100,000 falls named, about 10 megabytes of JSON; each source's are counted all the same;
     *   <li>67,108,864 steps of work for each question, which take some tenths of a second: enough for every graph of a few hundred
     *       claims that is not made to be hard.
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

    /** These limits, with toppling sets of up to a number of sources. */
    public Limits largestSet(int sources) {
      return new Limits(
          sources, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** These limits, with so many sets of sources tried. */
    public Limits mostTrials(int trials) {
      return new Limits(
          largestSet, trials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** These limits, with so many toppling sets, and so many changes, told. */
    public Limits mostSets(int sets) {
      return new Limits(
          largestSet, mostTrials, sets, mostSufficient, mostPivots, mostFalls, mostWork);
    }

    /** These limits, with so many sets looked at in search of sufficient ones. */
    public Limits mostSufficient(int sets) {
      return new Limits(largestSet, mostTrials, mostSets, sets, mostPivots, mostFalls, mostWork);
    }

    /** These limits, with two changes tried over so many pivots. */
    public Limits mostPivots(int pivots) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, pivots, mostFalls, mostWork);
    }

    /** These limits, with so many falls named. */
    public Limits mostFalls(int falls) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, mostPivots, falls, mostWork);
    }

    /** These limits, with so many steps of work for each question. */
    public Limits mostWork(long steps) {
      return new Limits(
          largestSet, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, steps);
    }
  }
}
