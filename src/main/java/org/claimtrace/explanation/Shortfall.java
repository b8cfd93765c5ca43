package org.claimtrace.explanation;

import java.util.Locale;

/** Why a claim is unverified. */
public enum Shortfall {
  /** Nothing is entered for or against it, and neither a search nor a published verdict says that anybody looked. */
  NOBODY_LOOKED,
  /** Somebody looked, as searches or published verdicts say, and there is nothing for or against it. */
  NOTHING_FOUND,
  /** There are lines for or against it, and none of them can fire. */
  NOTHING_HOLDS,
  /** It is undecided whether its lines fire: they, or something that they read, hang on themselves, and nothing decides. */
  UNDECIDED,
  /** Lines fire, but the chance that they do is too small for the standard. */
  NOT_ENOUGH;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable word, in lower case with hyphens, such as {@code nobody-looked}. */
  @Override
  public String toString() {
    return word;
  }
}
