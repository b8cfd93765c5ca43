package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What published verdicts count for, as an option of an evaluator. A line that does not count does not fire.
 *
 * <p>Stable.
 */
public enum ReviewPolicy {
  /** A review counts only while its claim has no supporting or refuting evidence or inference. The default. */
  EVIDENCE_FIRST("evidence-first"),
  /** A reviewed claim is judged by its reviews alone; neither its other lines nor contradicting claims count. */
  REVIEWS_FIRST("reviews-first"),
  /** Reviews never count. */
  EVIDENCE_ONLY("evidence-only");

  private final String word;

  ReviewPolicy(String word) {
    this.word = word;
  }

  /** Returns the policy with a word, such as {@code reviews-first}. */
  public static Optional<ReviewPolicy> find(String word) {
    requireNonNull(word, "word");
    for (ReviewPolicy each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns the word, in lower case with hyphens. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
