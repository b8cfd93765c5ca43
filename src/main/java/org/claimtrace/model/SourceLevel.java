package org.claimtrace.model;

import java.util.Optional;

/** How near a source is to what it reports. */
public enum SourceLevel {
  /** It was there, or made the thing. */
  PRIMARY("primary"),
  /** It reports what primary sources say. */
  SECONDARY("secondary"),
  /** It collects what secondary sources say. */
  TERTIARY("tertiary");

  private final String word;

  SourceLevel(String word) {
    this.word = word;
  }

  /** The constant that a claim file calls by this word. */
  public static Optional<SourceLevel> find(String word) {
    for (SourceLevel each : values()) {
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
