package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far to search for the sets of sources that hold a verdict up.
 *
 * @param largestSet how many sources a toppling set may have; from 1 on
 * @param mostTrials how many sets of sources are tried; from 1 on
 * @param mostSufficient how many sets are looked at in search of sufficient ones; from 1 on
 */
public record GroundsLimits(int largestSet, int mostTrials, int mostSufficient) {

  /**
   * The usual limits: sets of up to 3 sources, since nobody checks more at a time; 65,536 of them, which is all of 73 sources;
   * 10,000 sets on the way to sufficient ones.
   */
  public static final GroundsLimits USUAL = new GroundsLimits(3, 1 << 16, 10_000);

  public GroundsLimits {
    checkArgument(
        largestSet >= 1 && mostTrials >= 1 && mostSufficient >= 1,
        "limits of %s sources, %s trials and %s sets; each must be at least 1",
        largestSet,
        mostTrials,
        mostSufficient);
  }

  /** These limits, with toppling sets of up to a number of sources. */
  public GroundsLimits largestSet(int sources) {
    return new GroundsLimits(sources, mostTrials, mostSufficient);
  }

  /** These limits, with so many sets of sources tried. */
  public GroundsLimits mostTrials(int trials) {
    return new GroundsLimits(largestSet, trials, mostSufficient);
  }

  /** These limits, with so many sets looked at in search of sufficient ones. */
  public GroundsLimits mostSufficient(int sets) {
    return new GroundsLimits(largestSet, mostTrials, sets);
  }
}
