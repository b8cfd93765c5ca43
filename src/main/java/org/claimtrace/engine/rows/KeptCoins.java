package org.claimtrace.engine.rows;

import java.util.Arrays;

/**
 * Keeps the rows of coins once they are drawn, since drawing a row takes longer than all that is then done with it. Mutable,
 * for use by one thread.
 */
public final class KeptCoins implements RowInterpretation.Coins {

  private final RowInterpretation.Coins drawn;
  private final int words;

  /** By gate, where its row begins, plus one; 0 where none is kept. */
  private final int[] beginOf;

  private long[] rows = new long[0];
  private int end;

  /**
   * Creates coins of which none is drawn yet.
   *
   * @param drawn the coins to draw from
   * @param gates how many gates there are
   * @param words how many words a row has
   */
  public KeptCoins(RowInterpretation.Coins drawn, int gates, int words) {
    this.drawn = drawn;
    this.words = words;
    beginOf = new int[gates];
  }

  @Override
  public void draw(int gate, long[] row, int at) {
    if (beginOf[gate] == 0) {
      if (end > Integer.MAX_VALUE - 8 - words) {
        drawn.draw(gate, row, at);
        return;
      }
      if (end + words > rows.length) {
        long longer = Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * rows.length, 16L * words));
        rows = Arrays.copyOf(rows, (int) longer);
      }
      drawn.draw(gate, rows, end);
      beginOf[gate] = end + 1;
      end += words;
    }
    System.arraycopy(rows, beginOf[gate] - 1, row, at, words);
  }
}
