package org.claimtrace.explanation;

import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;

/** The chances of what lines read, from an evaluation, and whether they are enough for its standard. */
final class Chances {

  static final Chance YES = new Chance(1, 0);
  static final Chance UNDECIDED = new Chance(0, 1);
  static final Chance NO = new Chance(0, 0);

  private static final double INDIFFERENCE = 1e-9;

  private final Evaluation evaluation;

  Chances(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** One object for each certainty, since an account of a million claims holds millions of them. */
  static Chance of(double yes, double undecided) {
    if (yes == 1) {
      return YES;
    }
    if (undecided == 1) {
      return UNDECIDED;
    }
    return yes == 0 && undecided == 0 ? NO : new Chance(yes, undecided);
  }

  static Chance not(Chance chance) {
    return of(chance.no(), chance.undecided());
  }

  Chance fires(Element line) {
    return of(evaluation.fires(line), evaluation.undecided(line));
  }

  /**
   * The chance that there is a case for a claim and none against it. That it is undecided follows from the chances of the two
   * cases where these are certain; where they are not, it is the most that it can be.
   */
  Chance accepted(String claimId) {
    Belief belief = evaluation.belief(claimId);
    return both(belief.supported(), evaluation.caseFor(claimId), evaluation.caseAgainst(claimId));
  }

  /** The chance that there is a case against a claim and none for it; undecided as above. */
  Chance rejected(String claimId) {
    Belief belief = evaluation.belief(claimId);
    return both(belief.refuted(), evaluation.caseAgainst(claimId), evaluation.caseFor(claimId));
  }

  private static Chance both(double yes, Chance wanted, Chance unwanted) {
    double no = Math.max(wanted.no(), unwanted.yes());
    return of(yes, Math.max(0, 1 - yes - no));
  }

  /** What a chance must exceed to meet the standard. */
  double burden() {
    return evaluation.standard().burden();
  }

  /** Whether a chance meets the standard. */
  boolean suffices(Chance chance) {
    return exceeds(chance.yes(), burden());
  }

  /** Whether a chance does not meet the standard and would if everything undecided were so. */
  boolean isOpen(Chance chance) {
    return !suffices(chance) && exceeds(chance.yes() + chance.undecided(), burden());
  }

  /** The chance of the coin of a grade: by logic alone, yes above one half. */
  Chance coin(Grade grade) {
    return evaluation.isByLogic() ? (grade.isYes() ? YES : NO) : of(grade.value(), 0);
  }

  static boolean exceeds(double chance, double threshold) {
    return chance > threshold + INDIFFERENCE;
  }
}
