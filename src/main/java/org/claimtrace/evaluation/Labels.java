package org.claimtrace.evaluation;

import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.RowInterpretation;

/**
 * The labels of a claim, each as the worlds in which the claim has it: this is where they are defined. Only the residual circuit has
 * them as gates of its own, beside those of the rules that it shares with other claims.
 *
 * @param supported where there is a case for the claim and certainly none against it
 * @param refuted where there is a case against the claim and certainly none for it
 * @param conflicting where there is a case, and the claim is neither of these
 * @param unverified where there certainly is no case, or it is undecided whether there is any
 * @param qualified where it is supported and a qualification holds
 */
record Labels(long supported, long refuted, long conflicting, long unverified, long qualified) {

  /** Sets of worlds, a number each. */
  interface Sets {

    long and(long one, long other);

    long not(long set);
  }

  /** Sets of up to 64 worlds, a bit each. */
  private enum Words implements Sets {
    BITS;

    @Override
    public long and(long one, long other) {
      return one & other;
    }

    @Override
    public long not(long set) {
      return ~set;
    }
  }

  /** Sets of worlds as diagrams. */
  private record OfDiagrams(Diagrams diagrams) implements Sets {

    @Override
    public long and(long one, long other) {
      return diagrams.and((int) one, (int) other);
    }

    @Override
    public long not(long set) {
      return Diagrams.not((int) set);
    }
  }

  /**
   * Defines the labels of a claim.
   *
   * @param pro where there certainly is a case for it
   * @param proPossible where there may be one
   * @param con where there certainly is a case against it
   * @param conPossible where there may be one
   * @param qualifying where a qualification certainly holds
   */
  private static Labels of(
      Sets sets, long pro, long proPossible, long con, long conPossible, long qualifying) {
    long supported = sets.and(pro, sets.not(conPossible));
    long refuted = sets.and(con, sets.not(proPossible));
    long unverified = sets.and(sets.not(pro), sets.not(con));
    long oneSided = sets.not(sets.and(sets.not(supported), sets.not(refuted)));
    return new Labels(
        supported,
        refuted,
        sets.and(sets.not(unverified), sets.not(oneSided)),
        unverified,
        sets.and(supported, qualifying));
  }

  /** Returns the labels of a claim in 64 worlds. */
  static Labels ofWords(long pro, long proPossible, long con, long conPossible, long qualifying) {
    return of(Words.BITS, pro, proPossible, con, conPossible, qualifying);
  }

  /** Returns the labels of a claim in a sweep over rows of one word; what qualifies it is no gate where that is negative. */
  static Labels ofWords(RowInterpretation rows, int pro, int con, int qualified) {
    return ofWords(
        rows.certain(pro).word(0),
        rows.possible(pro).word(0),
        rows.certain(con).word(0),
        rows.possible(con).word(0),
        qualified < 0 ? 0 : rows.certain(qualified).word(0));
  }

  /**
   * Returns the labels of a claim as diagrams.
   *
   * @throws Diagrams.OutOfBudget if that takes too many nodes or steps
   */
  static Labels ofDiagrams(
      Diagrams diagrams, int pro, int proPossible, int con, int conPossible, int qualifying) {
    return of(new OfDiagrams(diagrams), pro, proPossible, con, conPossible, qualifying);
  }

  /** Where the claim has a label. */
  long where(Label label) {
    return switch (label) {
      case SUPPORTED -> supported;
      case REFUTED -> refuted;
      case CONFLICTING -> conflicting;
      case UNVERIFIED -> unverified;
      case QUALIFIED -> qualified;
    };
  }

  /** Returns the belief in the claim if one world of the word were the only one. */
  Belief belief(int world) {
    return new Belief(
        supported >>> world & 1,
        refuted >>> world & 1,
        conflicting >>> world & 1,
        unverified >>> world & 1,
        qualified >>> world & 1);
  }
}
