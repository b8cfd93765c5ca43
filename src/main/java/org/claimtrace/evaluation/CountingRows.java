package org.claimtrace.evaluation;

/** Rows whose worlds are counted as soon as they are computed: later gates may take over a row. */
final class CountingRows implements Slots {

  private final RowSlots rows;
  private final int words;
  private final Counts counts;
  private final long lastWord;
  private int openFrom;
  private int openTo;

  /**
   * Makes counting rows.
   *
   * @param rows where gates are computed
   * @param words how many words a row has
   * @param lastWord the worlds of each row's last word that count
   * @param counts where they are counted
   */
  CountingRows(RowSlots rows, int words, long lastWord, Counts counts) {
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
  public void open(int from, int to) {
    openFrom = from;
    openTo = to;
    rows.open(from, to);
  }

  @Override
  public boolean settle(int gate) {
    return rows.settle(gate);
  }

  @Override
  public boolean update(int gate, int changed) {
    return rows.update(gate, changed);
  }

  @Override
  public boolean isUndecided(int gate) {
    return rows.isUndecided(gate);
  }

  @Override
  public void doubt(int gate) {
    rows.doubt(gate);
  }

  @Override
  public boolean found(int gate) {
    return rows.found(gate);
  }

  @Override
  public boolean foundFurther(int gate, int changed) {
    return rows.foundFurther(gate, changed);
  }

  @Override
  public boolean confine(int gate) {
    return rows.confine(gate);
  }

  @Override
  public void close() {
    rows.close();
    for (int gate = openFrom; gate < openTo; gate++) {
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
