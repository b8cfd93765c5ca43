package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What a {@link Notice} makes known about a source.
 *
 * <p>Stable.
 */
public enum NoticeKind {
  /** There are doubts about the source, which are looked into. */
  CONCERN("concern"),
  /** Something in the source was corrected. */
  CORRECTION("correction"),
  /** Something was added to the source. */
  UPDATE("update"),
  /** Another source has taken its place. */
  SUPERSEDED("superseded"),
  /** The source is no longer found at its address. */
  DEAD_LINK("dead-link");

  private final String word;

  NoticeKind(String word) {
    this.word = word;
  }

  /** Returns the constant that a claim file calls by this word; empty if there is none. */
  public static Optional<NoticeKind> find(String word) {
    requireNonNull(word, "word");
    for (NoticeKind each : values()) {
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
