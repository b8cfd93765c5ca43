package org.claimtrace.evaluation;

import org.claimtrace.engine.rows.RowInterpretation;

/**
 * The labels of a claim in 64 worlds.
 *
 * @param supported where it is supported
 * @param refuted where it is refuted
 * @param decided where it is anything but unverified
 * @param qualified where it is supported and a qualification holds
 */
record LabelWord(long supported, long refuted, long decided, long qualified) {

  /**
   * Tells labels from the case for a claim, the case against it, and what qualifies it.
   *
   * @param qualifying where a qualification certainly holds
   */
  static LabelWord of(
      long proCertain, long proPossible, long conCertain, long conPossible, long qualifying) {
    long supported = proCertain & ~conPossible;
    return new LabelWord(
        supported, conCertain & ~proPossible, proCertain | conCertain, supported & qualifying);
  }

  /** The labels of a claim in a sweep over rows, in a word of them. */
  static LabelWord of(RowInterpretation rows, int pro, int con, int qualified, int word) {
    return of(
        rows.certain(pro).word(word),
        rows.possible(pro).word(word),
        rows.certain(con).word(word),
        rows.possible(con).word(word),
        qualified < 0 ? 0 : rows.certain(qualified).word(word));
  }

  /** Where the claim has a label. */
  long where(Label label) {
    return switch (label) {
      case SUPPORTED -> supported;
      case REFUTED -> refuted;
      case CONFLICTING -> decided & ~supported & ~refuted;
      case UNVERIFIED -> ~decided;
      case QUALIFIED -> qualified;
    };
  }

  /** The belief in the claim if one world of the word were the only one. */
  Belief belief(int world) {
    return new Belief(
        in(Label.SUPPORTED, world),
        in(Label.REFUTED, world),
        in(Label.CONFLICTING, world),
        in(Label.UNVERIFIED, world),
        in(Label.QUALIFIED, world));
  }

  private int in(Label label, int world) {
    return (int) (where(label) >>> world & 1);
  }
}
