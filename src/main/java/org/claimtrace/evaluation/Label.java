package org.claimtrace.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a claim is in one world, and one thing more that it can be there: a belief has a probability for each.
 *
 * <p>Stable.
 */
public enum Label {
  /** There is a case for the claim and none against it. */
  SUPPORTED("supported"),
  /** There is a case against the claim and none for it. */
  REFUTED("refuted"),
  /** There is a case on one side, and on the other too or undecidedly. */
  CONFLICTING("conflicting"),
  /** There is no case on either side, or it is undecided whether there is any. */
  UNVERIFIED("unverified"),
  /** The claim is supported and a qualification holds. */
  QUALIFIED("qualified");

  private final String word;

  Label(String word) {
    this.word = word;
  }

  /** Returns the word, in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
