package org.claimtrace.change;

import java.util.Locale;

/** Why not every cause of a change is known. */
public enum CauseCap {
  /** No more sets of differences were to be tried for one verdict. */
  TRIALS,
  /** No more work was to be done for all verdicts together. */
  WORK,
  /** No more differences were to be listed for all verdicts together. */
  LISTED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The stable word, in lower case. */
  @Override
  public String toString() {
    return word;
  }
}
