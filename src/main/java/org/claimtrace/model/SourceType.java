package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The type of thing that a source is.
 *
 * <p>Stable.
 */
public enum SourceType {
  /** A news outlet. */
  NEWS("news"),
  /** A post on a social network. */
  SOCIAL("social"),
  /** A statement of a company, an authority or another body about its own affairs. */
  OFFICIAL("official"),
  /** A court, its orders and its records. */
  COURT("court"),
  /** A study, a paper, a report of results. */
  RESEARCH("research"),
  /** A collection of data. */
  DATASET("dataset"),
  /** An encyclopaedia, a handbook, a standard. */
  REFERENCE("reference"),
  /** A person, such as a witness. */
  PERSON("person"),
  /** A blog, a newsletter, a self-media account. */
  SELF_PUBLISHED("self-published"),
  /** A work of satire or parody. */
  SATIRE("satire"),
  /** A picture. */
  IMAGE("image"),
  /** A film or video. */
  VIDEO("video"),
  /** A recording of sound. */
  AUDIO("audio"),
  /** A book. */
  BOOK("book"),
  /** A source that is not named where it is cited. */
  UNNAMED("unnamed"),
  /** Anything else. The default. */
  OTHER("other");

  private final String word;

  SourceType(String word) {
    this.word = word;
  }

  /** Returns the constant that a claim file calls by this word; empty if there is none. */
  public static Optional<SourceType> find(String word) {
    requireNonNull(word, "word");
    for (SourceType each : values()) {
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
