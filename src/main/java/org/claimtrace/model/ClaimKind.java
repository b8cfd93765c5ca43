package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The kind of statement that a claim makes. All kinds are evaluated alike; the wording of explanations differs.
 *
 * <p>Stable.
 */
public enum ClaimKind {
  /** A statement of fact. The default. */
  FACT("fact"),
  /** A judgement, which is argued well or badly rather than true or false. */
  OPINION("opinion"),
  /** A statement about the future. */
  PREDICTION("prediction");

  private final String word;

  ClaimKind(String word) {
    this.word = word;
  }

  /** Returns the constant that a claim file calls by this word; empty if there is none. */
  public static Optional<ClaimKind> find(String word) {
    requireNonNull(word, "word");
    for (ClaimKind each : values()) {
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
