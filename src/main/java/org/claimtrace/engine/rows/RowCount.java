package org.claimtrace.engine.rows;

/**
 * Counts the worlds of rows.
 *
 * @param words how many words a row has
 * @param lastWord a mask of the worlds of the last word that count
 * @param worlds how many worlds there are
 */
public record RowCount(int words, long lastWord, int worlds) {

  public static RowCount of(int worlds) {
    return new RowCount(words(worlds), lastWord(worlds), worlds);
  }

  /** Returns how many words a row of some worlds has. */
  public static int words(int worlds) {
    return (worlds + 63) / 64;
  }

  /** Returns a mask of the worlds of the last of these words that count. */
  public static long lastWord(int worlds) {
    return worlds % 64 == 0 ? -1L : -1L >>> (64 - worlds % 64);
  }

  /** Returns the number of worlds in a row. */
  public int of(Row row) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += count(row.word(w), w);
    }
    return count;
  }

  /** Returns the number of worlds that are in both rows. */
  public int ofBoth(Row one, Row other) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      count += count(one.word(w) & other.word(w), w);
    }
    return count;
  }

  /** Returns how many worlds of the word at index {@code w} are set and count. */
  public int count(long word, int w) {
    return Long.bitCount(w == words - 1 ? word & lastWord : word);
  }
}
