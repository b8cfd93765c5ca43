package org.claimtrace.engine.rows;

import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Interpretation;

/** Rows whose worlds are counted as soon as they are computed, since later gates may take over a row. */
public final class CountingRows implements Interpretation {

  private final RowInterpretation rows;
  private final int words;
  private final Counts counts;
  private final long lastWord;
  private Circuit.Segment open = Circuit.Segment.NONE;

  /**
   * Creates counting rows.
   *
   * @param rows the interpretation that computes the gates
   * @param words how many words a row has
   * @param lastWord a mask of the worlds of each row's last word that count
   * @param counts where the worlds are counted
   */
  public CountingRows(RowInterpretation rows, int words, long lastWord, Counts counts) {
    this.rows = rows;
    this.words = words;
    this.lastWord = lastWord;
    this.counts = counts;
  }

  @Override
  public void compute(int from, int to) {
    for (int gate = from; gate < to; gate++) {
      rows.compute(gate, gate + 1);
      count(gate);
    }
  }

  @Override
  public void open(Circuit.Segment segment) {
    open = segment;
    rows.open(segment);
  }

  @Override
  public boolean isUndecided(int gate) {
    return rows.isUndecided(gate);
  }

  @Override
  public boolean falsifyUnfounded(int[] gates) {
    return rows.falsifyUnfounded(gates);
  }

  @Override
  public void close() {
    rows.close();
    for (int gate = open.from(); gate < open.to(); gate++) {
      count(gate);
    }
  }

  private void count(int gate) {
    int yes = count(rows.certain(gate));
    counts.certain[gate] += yes;
    if (!rows.isDecided(gate)) {
      counts.addUndecided(gate, count(rows.possible(gate)) - yes);
    }
  }

  private int count(Row row) {
    int last = row.at() + words - 1;
    int count = 0;
    for (int at = row.at(); at < last; at++) {
      count += Long.bitCount(row.words()[at]);
    }
    return count + Long.bitCount(row.words()[last] & lastWord);
  }
}
