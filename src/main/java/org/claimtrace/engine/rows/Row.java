package org.claimtrace.engine.rows;

/**
 * A set of worlds: a row of words in an array.
 *
 * @param words the array
 * @param at where the row begins
 */
public record Row(long[] words, int at) {

  /** A word of the row. */
  public long word(int number) {
    return words[at + number];
  }

  /** Whether it stands where another stands, and so is the same, without a look at its words. */
  public boolean isAt(Row other) {
    return words == other.words && at == other.at;
  }
}
