package org.claimtrace.explanation.why;

import java.util.List;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances;
import org.claimtrace.evaluation.JointChances.Condition;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.model.Element;

/** The chances of what lines read, from an evaluation, and whether they are enough for its standard. */
public final class Chances {

  static final Chance YES = new Chance(1, 0);
  static final Chance UNDECIDED = new Chance(0, 1);
  static final Chance NO = new Chance(0, 0);

  private final Evaluation evaluation;
  private final JointChances joint;

  public Chances(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.joint = evaluation.jointChances();
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

  public Chance fires(Element line) {
    return of(evaluation.fires(line), evaluation.undecided(line));
  }

  /** The chance that there is a case for a claim and none against it. */
  Chance accepted(String claimId) {
    return together(List.of(Condition.accepted(claimId)));
  }

  /** The chance that there is a case against a claim and none for it. */
  Chance rejected(String claimId) {
    return together(List.of(Condition.rejected(claimId)));
  }

  private Chance together(List<Condition> conditions) {
    Chance chance = joint.of(conditions);
    return of(chance.yes(), chance.undecided());
  }

  /**
   * Whether the chance that all of some conditions are met together meets the standard. It is asked for only where the chance of
   * each leaves that open: together they are no more probable than the least probable, and at least as probable as what is left
   * when the doubts in each are added up.
   */
  boolean suffice(List<Condition> conditions, List<Reading> readings) {
    double most = 1;
    double least = 1;
    for (Reading reading : readings) {
      most = Math.min(most, reading.met().yes());
      least -= 1 - reading.met().yes();
    }
    if (!VerdictRule.exceeds(most, burden())) {
      return false;
    }
    return VerdictRule.exceeds(least, burden()) || suffices(together(conditions));
  }

  /** What a chance must exceed to meet the standard. */
  public double burden() {
    return evaluation.standard().burden();
  }

  /** Whether a chance meets the standard. */
  public boolean suffices(Chance chance) {
    return VerdictRule.exceeds(chance.yes(), burden());
  }

  /** Whether a chance does not meet the standard and would if everything undecided were so. */
  boolean isOpen(Chance chance) {
    return !suffices(chance) && VerdictRule.exceeds(chance.yes() + chance.undecided(), burden());
  }

  /** The chance that the coin of a source or line is yes. */
  Chance coin(Element element) {
    return of(evaluation.coin(element), 0);
  }
}
