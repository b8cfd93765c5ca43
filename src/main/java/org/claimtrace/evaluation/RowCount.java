package org.claimtrace.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Counts the worlds of rows.
 *
 * @param words how many words a row has
 * @param lastWord the worlds of the last word that count
 * @param worlds how many worlds there are
 */
record RowCount(int words, long lastWord, int worlds) {

  /** In how many worlds one row is true, another is not, and a third is, if there is one. */
  int of(Row row, Row not, @Nullable Row also) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      long both = row.words()[row.at() + w] & ~not.words()[not.at() + w];
      count += Long.bitCount(counted(also == null ? both : both & also.words()[also.at() + w], w));
    }
    return count;
  }

  /** In how many worlds one of two rows is true. */
  int ofEither(Row one, Row other) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += Long.bitCount(counted(one.words()[one.at() + w] | other.words()[other.at() + w], w));
    }
    return count;
  }

  /** The chance of something certain in one row's worlds and possible in another's. */
  Chance chance(Row certain, Row possible) {
    int yes = 0;
    int undecided = 0;
    for (int w = 0; w < words; w++) {
      long word = certain.words()[certain.at() + w];
      yes += Long.bitCount(counted(word, w));
      undecided += Long.bitCount(counted(possible.words()[possible.at() + w] & ~word, w));
    }
    return new Chance((double) yes / worlds, (double) undecided / worlds);
  }

  private long counted(long word, int w) {
    return w == words - 1 ? word & lastWord : word;
  }
}
