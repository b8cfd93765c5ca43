package org.claimtrace.evaluation;

import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;
import org.jspecify.annotations.Nullable;

/**
 * Reads beliefs and chances out of rows of worlds.
 *
 * @param count what counts the worlds of a row
 */
record RowReadout(RowCount count) {

  static RowReadout of(int worlds) {
    return new RowReadout(RowCount.of(worlds));
  }

  /** The worlds in which there certainly is a case, and those in which there may be one. */
  record Case(Row certain, Row possible) {}

  /** Returns the belief in a claim, of whose case for it and against it the rows are; and the row of what qualifies it, if anything. */
  Belief belief(Case inFavour, Case against, @Nullable Row qualifying) {
    Row pro = inFavour.certain();
    Row con = against.certain();
    Row mayBePro = inFavour.possible();
    Row mayBeCon = against.possible();
    int supported = 0;
    int refuted = 0;
    int unverified = 0;
    int qualified = 0;
    for (int w = 0; w < count.words(); w++) {
      Labels labels = Labels.ofWords(
          pro.word(w),
          mayBePro.word(w),
          con.word(w),
          mayBeCon.word(w),
          qualifying == null ? 0 : qualifying.word(w));
      supported += count.count(labels.supported(), w);
      refuted += count.count(labels.refuted(), w);
      unverified += count.count(labels.unverified(), w);
      qualified += count.count(labels.qualified(), w);
    }
    double all = count.worlds();
    return new Belief(
        supported / all,
        refuted / all,
        (count.worlds() - unverified - supported - refuted) / all,
        unverified / all,
        qualified / all);
  }

  /** Returns the chance of something certain in one row's worlds and possible in another's. */
  Chance chance(Row certain, Row possible) {
    int undecided = 0;
    if (!possible.isAt(certain)) {
      for (int w = 0; w < count.words(); w++) {
        undecided += count.count(possible.word(w) & ~certain.word(w), w);
      }
    }
    return new Chance(
        (double) count.of(certain) / count.worlds(), (double) undecided / count.worlds());
  }
}
