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

  /** The belief in a claim, of whose case for it and against it the rows are; and the row of what qualifies it, if anything. */
  Belief belief(Case inFavour, Case against, @Nullable Row qualifying) {
    double supported = of(inFavour.certain(), against.possible(), null);
    double refuted = of(against.certain(), inFavour.possible(), null);
    double either = ofEither(inFavour.certain(), against.certain());
    double qualified =
        qualifying == null ? 0 : of(inFavour.certain(), against.possible(), qualifying);
    return new Belief(
        supported / worlds,
        refuted / worlds,
        (either - supported - refuted) / worlds,
        (worlds - either) / worlds,
        qualified / worlds);
  }

  /** The worlds in which there certainly is a case, and those in which there may be one. */
  record Case(Row certain, Row possible) {}

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
