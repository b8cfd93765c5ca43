package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What a claim may be supposed to be, whatever bears on it: for reasoning from what is not shown.
 *
 * <p>Stable.
 */
public enum Supposition {
  /** There is a case for the claim and none against it. */
  ACCEPTED("accepted"),
  /** There is a case against the claim and none for it. */
  REJECTED("rejected"),
  /** There is no case on either side. */
  OPEN("open");

  private final String word;

  Supposition(String word) {
    this.word = word;
  }

  /** Returns the supposition with a word. */
  public static Optional<Supposition> find(String word) {
    requireNonNull(word, "word");
    for (Supposition each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns the word, in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
