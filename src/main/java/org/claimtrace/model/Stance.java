package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * How a line bears on its claim.
 *
 * <p>Stable.
 */
public enum Stance {
  /** The line speaks for the claim. The default. */
  SUPPORTS("supports"),
  /** The line speaks against the claim. */
  REFUTES("refutes"),
  /** True, but: the line adds what the claim leaves out, and does not speak against it. */
  QUALIFIES("qualifies");

  private final String word;

  Stance(String word) {
    this.word = word;
  }

  /** Returns the stance that a claim file calls by this word; empty if there is none. */
  public static Optional<Stance> find(String word) {
    requireNonNull(word, "word");
    for (Stance each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns the word of the claim file, in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
