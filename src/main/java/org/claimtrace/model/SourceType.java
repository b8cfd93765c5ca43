package org.claimtrace.model;

import java.util.Optional;

/** What kind of thing a source is. */
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
  /** Data as such. */
  DATASET("dataset"),
  /** An encyclopaedia, a handbook, a standard. */
  REFERENCE("reference"),
  /** Somebody who says so. */
  PERSON("person"),
  /** A blog, a newsletter, a self-media account. */
  SELF_PUBLISHED("self-published"),
  /** A source that is not named where it is cited. */
  UNNAMED("unnamed"),
  /** Anything else. The default. */
  OTHER("other");

  private final String word;

  SourceType(String word) {
    this.word = word;
  }

  /** The constant that a claim file calls by this word. */
  public static Optional<SourceType> find(String word) {
    for (SourceType each : values()) {
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
