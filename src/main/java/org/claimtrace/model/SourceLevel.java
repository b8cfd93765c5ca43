package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * How close a source is to what it reports.
 *
 * <p>Stable.
 */
public enum SourceLevel {
  /** The source was there, or made what it reports on. */
  PRIMARY("primary"),
  /** The source reports what primary sources say. */
  SECONDARY("secondary"),
  /** The source collects what secondary sources say. */
  TERTIARY("tertiary");

  private final String word;

  SourceLevel(String word) {
    this.word = word;
  }

  /** Returns the constant that a claim file calls by this word; empty if there is none. */
  public static Optional<SourceLevel> find(String word) {
    requireNonNull(word, "word");
    for (SourceLevel each : values()) {
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
