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

  static RowCount of(int worlds) {
    return new RowCount(words(worlds), lastWord(worlds), worlds);
  }

  /** How many words a row of some worlds has. */
  static int words(int worlds) {
    return (worlds + 63) / 64;
  }

  /** The worlds of the last of these words that count. */
  static long lastWord(int worlds) {
    return worlds % 64 == 0 ? -1L : -1L >>> (64 - worlds % 64);
  }

  /** The worlds in which there certainly is a case, and those in which there may be one. */
  record Case(Row certain, Row possible) {}

  /** The belief in a claim, of whose case for it and against it the rows are; and the row of what qualifies it, if anything. */
  Belief belief(Case inFavour, Case against, @Nullable Row qualifying) {
    Row pro = inFavour.certain();
    Row con = against.certain();
    Row mayBePro = inFavour.possible();
    Row mayBeCon = against.possible();
    int supported = 0;
    int refuted = 0;
    int either = 0;
    for (int w = 0; w < words; w++) {
      supported += count(pro.word(w) & ~mayBeCon.word(w), w);
      refuted += count(con.word(w) & ~mayBePro.word(w), w);
      either += count(pro.word(w) | con.word(w), w);
    }
    double all = worlds;
    return new Belief(
        supported / all,
        refuted / all,
        (either - supported - refuted) / all,
        (worlds - either) / all,
        qualifying == null ? 0 : qualified(pro, mayBeCon, qualifying) / all);
  }

  private int qualified(Row pro, Row mayBeCon, Row qualifying) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += count(pro.word(w) & ~mayBeCon.word(w) & qualifying.word(w), w);
    }
    return count;
  }

  /** The chance of something certain in one row's worlds and possible in another's. */
  Chance chance(Row certain, Row possible) {
    int undecided = 0;
    if (!possible.isAt(certain)) {
      for (int w = 0; w < words; w++) {
        undecided += count(possible.word(w) & ~certain.word(w), w);
      }
    }
    return new Chance((double) of(certain) / worlds, (double) undecided / worlds);
  }

  /** In how many worlds a row is true. */
  int of(Row row) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += count(row.word(w), w);
    }
    return count;
  }

  /** In how many worlds both of two rows are true. */
  int ofBoth(Row one, Row other) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += count(one.word(w) & other.word(w), w);
    }
    return count;
  }

  /** How many worlds of a word count. */
  private int count(long word, int w) {
    return Long.bitCount(w == words - 1 ? word & lastWord : word);
  }
}
