package org.claimtrace.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How an evaluation was computed: the first of these that fits.
 *
 * <p>Stable.
 */
public enum Method {
  /** No coin is open: there is one world, and its model was computed. */
  CERTAIN("certain"),
  /** Some coins are open, and every probability was computed exactly, to the precision of a double. */
  EXACT("exact"),
  /** Too much is open to be exact about: worlds were drawn at random and counted. */
  SAMPLED("sampled");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** Returns the word, in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
