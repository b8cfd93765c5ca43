package org.claimtrace.evaluation;

/**
 * A set of worlds: a row of words in an array.
 *
 * @param words the array
 * @param at where the row begins
 */
record Row(long[] words, int at) {

  /** A word of the row. */
  long word(int number) {
    return words[at + number];
  }
}
