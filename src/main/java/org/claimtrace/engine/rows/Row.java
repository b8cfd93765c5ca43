package org.claimtrace.engine.rows;

/**
 * A set of worlds as a row of bits, inside an array of words.
 *
 * @param words the array
 * @param at where the row begins in it
 */
public record Row(long[] words, int at) {

  /** Returns a word of the row, counted from 0. */
  public long word(int number) {
    return words[at + number];
  }

  /** Returns whether both rows are the same place of the same array, and therefore equal, without comparing words. */
  public boolean isAt(Row other) {
    return words == other.words && at == other.at;
  }
}
