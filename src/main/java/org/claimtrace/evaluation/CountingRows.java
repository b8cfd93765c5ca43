package org.claimtrace.evaluation;

/**
 * Rows that are counted as soon as they are computed, while they are near: a claim's labels, the firing of its lines, the
 * rightness of sources.
 */
final class CountingRows implements Slots {

  /** So many words are computed before they are counted: what fits into a core's second cache. */
  private static final int WORDS_AT_ONCE = 1 << 15;

  private final CompiledGraph compiled;
  private final RowSlots rows;
  private final int words;
  private final Counts counts;
  private final long lastWord;
  private int nextClaim;
  private int openTo;

  /**
   * Makes counting rows.
   *
   * @param compiled the graph
   * @param rows where gates are computed
   * @param words how many words a row has
   * @param lastWord the worlds of each row's last word that count
   * @param counts where they are counted
   */
  CountingRows(CompiledGraph compiled, RowSlots rows, int words, long lastWord, Counts counts) {
    this.compiled = compiled;
    this.rows = rows;
    this.words = words;
    this.lastWord = lastWord;
    this.counts = counts;
  }

  @Override
  public void compute(int from, int to) {
    int stride = Math.max(1, WORDS_AT_ONCE / words);
    for (int begin = from; begin < to; begin += stride) {
      int end = Math.min(to, begin + stride);
      rows.compute(begin, end);
      count(end);
    }
  }

  @Override
  public void open(int from, int to) {
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
    count(openTo);
  }

  /** Counts the claims all of whose gates stand before one. */
  private void count(int end) {
    int[] order = compiled.claimOrder;
    while (nextClaim < order.length && compiled.endGate(order[nextClaim]) <= end) {
      countClaim(order[nextClaim++]);
    }
  }

  private void countClaim(int claim) {
    long[] certain = rows.certain();
    long[] possible = rows.possible();
    int pro = compiled.proGate[claim] * words;
    int con = pro + words;
    boolean qualifies = compiled.has(claim, CompiledGraph.HAS_QUALIFIED);
    int qual = qualifies ? compiled.qualifiedGate(claim) * words : pro;
    int supported = 0;
    int refuted = 0;
    int decided = 0;
    int qualified = 0;
    int proCount = 0;
    int conCount = 0;
    int proPossible = 0;
    int conPossible = 0;
    for (int w = 0; w < words; w++) {
      long counted = w == words - 1 ? lastWord : -1;
      long proCertain = certain[pro + w] & counted;
      long conCertain = certain[con + w] & counted;
      long isSupported = proCertain & ~possible[con + w];
      supported += Long.bitCount(isSupported);
      refuted += Long.bitCount(conCertain & ~possible[pro + w]);
      decided += Long.bitCount(proCertain | conCertain);
      proCount += Long.bitCount(proCertain);
      conCount += Long.bitCount(conCertain);
      if (qualifies) {
        qualified += Long.bitCount(isSupported & certain[qual + w]);
      }
      if (certain != possible) {
        proPossible += Long.bitCount(possible[pro + w] & counted);
        conPossible += Long.bitCount(possible[con + w] & counted);
      }
    }
    counts.supported[claim] += supported;
    counts.refuted[claim] += refuted;
    counts.conflicting[claim] += decided - supported - refuted;
    counts.qualified[claim] += qualified;
    counts.pro[claim] += proCount;
    counts.con[claim] += conCount;
    if (certain != possible) {
      counts.proUndecided[claim] += proPossible - proCount;
      counts.conUndecided[claim] += conPossible - conCount;
    }
    for (int part = compiled.partFirst[claim]; part < compiled.partFirst[claim + 1]; part++) {
      int gate = compiled.partGate[part] * words;
      int fires = count(certain, gate);
      counts.fires[part] += fires;
      if (certain != possible) {
        counts.undecided[part] += count(possible, gate) - fires;
      }
    }
  }

  private int count(long[] row, int at) {
    int count = 0;
    for (int w = 0; w < words - 1; w++) {
      count += Long.bitCount(row[at + w]);
    }
    return count + Long.bitCount(row[at + words - 1] & lastWord);
  }

  /** Counts the sources, once all gates are computed. */
  void countSources() {
    for (int source = 0; source < compiled.rightGate.length; source++) {
      counts.right[source] += count(rows.certain(), compiled.rightGate[source] * words);
    }
  }
}
