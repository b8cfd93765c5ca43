package org.claimtrace.explanation.why;

import java.util.List;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances;
import org.claimtrace.evaluation.JointChances.Condition;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.model.Element;

/** The chances of the elements that lines read, and whether these meet the standard of the evaluation. */
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

  /** Returns a chance; a shared object for each certainty, since a million accounts hold millions of them. */
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

  /** Returns the chance that there is a case for a claim and none against it. */
  Chance accepted(String claimId) {
    return together(List.of(Condition.accepted(claimId)));
  }

  /** Returns the chance that there is a case against a claim and none for it. */
  Chance rejected(String claimId) {
    return together(List.of(Condition.rejected(claimId)));
  }

  /** Returns the chance that some conditions are met together. */
  Chance together(List<Condition> conditions) {
    Chance chance = joint.of(conditions);
    return of(chance.yes(), chance.undecided());
  }

  /**
   * Returns whether the chance that all of some conditions are met together meets the standard. That chance is computed only if
   * bounds do not decide: it is at most the least of the single chances, and at least 1 minus the sum of their complements.
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

  /** Returns the probability that a chance must exceed to meet the standard. */
  public double burden() {
    return evaluation.standard().burden();
  }

  /** Returns whether a chance meets the standard. */
  public boolean suffices(Chance chance) {
    return VerdictRule.exceeds(chance.yes(), burden());
  }

  /** Returns whether a chance does not meet the standard, but would if everything undecided were true. */
  boolean isOpen(Chance chance) {
    return !suffices(chance) && VerdictRule.exceeds(chance.yes() + chance.undecided(), burden());
  }

  /** Returns the chance that the coin of a source or line comes out yes. */
  Chance coin(Element element) {
    return of(evaluation.coin(element), 0);
  }
}
