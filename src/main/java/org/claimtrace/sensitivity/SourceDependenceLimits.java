package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

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
public record SourceDependenceLimits(
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
  public static final SourceDependenceLimits USUAL =
      new SourceDependenceLimits(3, 1 << 16, 10_000, 10_000, 200, 100_000, 1L << 26);

  public SourceDependenceLimits {
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
  public SourceDependenceLimits largestSet(int sources) {
    return new SourceDependenceLimits(
        sources, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
  }

  /** These limits, with so many sets of sources tried. */
  public SourceDependenceLimits mostTrials(int trials) {
    return new SourceDependenceLimits(
        largestSet, trials, mostSets, mostSufficient, mostPivots, mostFalls, mostWork);
  }

  /** These limits, with so many toppling sets, and so many changes, told. */
  public SourceDependenceLimits mostSets(int sets) {
    return new SourceDependenceLimits(
        largestSet, mostTrials, sets, mostSufficient, mostPivots, mostFalls, mostWork);
  }

  /** These limits, with so many sets looked at in search of sufficient ones. */
  public SourceDependenceLimits mostSufficient(int sets) {
    return new SourceDependenceLimits(
        largestSet, mostTrials, mostSets, sets, mostPivots, mostFalls, mostWork);
  }

  /** These limits, with two changes tried over so many pivots. */
  public SourceDependenceLimits mostPivots(int pivots) {
    return new SourceDependenceLimits(
        largestSet, mostTrials, mostSets, mostSufficient, pivots, mostFalls, mostWork);
  }

  /** These limits, with so many falls named. */
  public SourceDependenceLimits mostFalls(int falls) {
    return new SourceDependenceLimits(
        largestSet, mostTrials, mostSets, mostSufficient, mostPivots, falls, mostWork);
  }

  /** These limits, with so many steps of work for each question. */
  public SourceDependenceLimits mostWork(long steps) {
    return new SourceDependenceLimits(
        largestSet, mostTrials, mostSets, mostSufficient, mostPivots, mostFalls, steps);
  }
}
