package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far to search for why verdicts changed. What was left out for a limit is told; what is told in spite of one is as true as it
 * would be without.
 *
 * @param mostTrials how many sets of differences are tried at most for one verdict, besides those that it takes to find one cause
 *     where many differences take part; from 1 on
 * @param mostWork how much work is done for all verdicts together, in steps of making ready one line to be evaluated; from 0 on. It
 *     is counted, never timed, so that the answer is the same on every machine
 * @param mostListed how many differences are listed for all verdicts together; beyond them a verdict lists only those that its
 *     causes name; from 0 on
 */
public record ChangeLimits(int mostTrials, long mostWork, int mostListed) {

  /**
   * The usual limits: 512 trials, which is all sets where nine differences bear on a claim; half a million steps,
   * which is less than a second, and all that is to be tried where a thousand claims change for a few reasons or a hundred for nine
   * each; 5,000 differences, which is less than a megabyte of JSON and more than anybody reads.
   */
  public static final ChangeLimits USUAL = new ChangeLimits(512, 500_000, 5_000);

  public ChangeLimits {
    checkArgument(
        mostTrials >= 1 && mostWork >= 0 && mostListed >= 0,
        "%s trials, %s steps of work and %s differences; at least one trial is needed, and none of them is negative",
        mostTrials,
        mostWork,
        mostListed);
  }

  /** These limits, with so many sets of differences tried. */
  public ChangeLimits mostTrials(int trials) {
    return new ChangeLimits(trials, mostWork, mostListed);
  }

  /** These limits, with so much work. */
  public ChangeLimits mostWork(long steps) {
    return new ChangeLimits(mostTrials, steps, mostListed);
  }

  /** These limits, with so many differences listed. */
  public ChangeLimits mostListed(int differences) {
    return new ChangeLimits(mostTrials, mostWork, differences);
  }
}
