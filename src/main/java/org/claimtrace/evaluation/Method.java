package org.claimtrace.evaluation;

/** How an evaluation was computed. */
public enum Method {
  /** No coin is open: there is one world, and its model was computed. */
  CERTAIN("certain");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** The word, in lower case. */
  @Override
  public String toString() {
    return word;
  }
}
