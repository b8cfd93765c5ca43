package org.claimtrace.sensitivity;

import java.util.Locale;

/** What ended a search before everything was tried. */
public enum Cap {
  /** Sets of more members were not to be tried. */
  SIZE,
  /** No more sets were to be tried. */
  TRIALS;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The stable word, in lower case. */
  @Override
  public String toString() {
    return word;
  }
}
