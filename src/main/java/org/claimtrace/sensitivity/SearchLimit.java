package org.claimtrace.sensitivity;

import java.util.Locale;

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
