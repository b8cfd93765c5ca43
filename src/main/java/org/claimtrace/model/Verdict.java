package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The verdict on a claim, derived by an evaluation or published in a review.
 *
 * <p>Stable.
 */
public enum Verdict {
  /** The case for the claim meets the standard, and no case against it stands. */
  SUPPORTED("supported"),
  /** Supported, but a qualification holds: true, but missing context. */
  MISLEADING("misleading"),
  /** The case against the claim meets the standard, and no case for it stands. */
  REFUTED("refuted"),
  /** There is a case on both sides: disputed. */
  CONFLICTING("conflicting"),
  /** There is no sufficient case on either side. */
  UNVERIFIED("unverified");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** Returns the verdict that a claim file calls by this word; empty if there is none. */
  public static Optional<Verdict> find(String word) {
    requireNonNull(word, "word");
    for (Verdict each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the stances that a verdict implies: the sides on which a claim with this verdict, or a review that published it,
   * has a case.
   */
  public ImmutableList<Stance> stances() {
    return switch (this) {
      case SUPPORTED -> ImmutableList.of(Stance.SUPPORTS);
      case MISLEADING -> ImmutableList.of(Stance.SUPPORTS, Stance.QUALIFIES);
      case REFUTED -> ImmutableList.of(Stance.REFUTES);
      case CONFLICTING -> ImmutableList.of(Stance.SUPPORTS, Stance.REFUTES);
      case UNVERIFIED -> ImmutableList.of();
    };
  }

  /** Returns the word of the claim file, in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
