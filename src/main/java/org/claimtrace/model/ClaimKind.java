package org.claimtrace.model;

import java.util.Optional;

/** What kind of statement a claim is. All kinds are evaluated alike; the wording of explanations differs. */
public enum ClaimKind {
  /** A statement of fact. The default. */
  FACT("fact"),
  /** A judgement, which is argued well or badly rather than true or false. */
  OPINION("opinion"),
  /** A statement about what is to come. */
  PREDICTION("prediction");

  private final String word;

  ClaimKind(String word) {
    this.word = word;
  }

  /** The constant that a claim file calls by this word. */
  public static Optional<ClaimKind> find(String word) {
    for (ClaimKind each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The word of the claim file, in lower case. */
  @Override
  public String toString() {
    return word;
  }
}
