package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Dependence;
import org.claimtrace.model.Element;

/** What the coins of elements are as it is. */
final class Coins {

  private Coins() {}

  /** Whether a coin is certainly no. */
  static boolean isNo(Dependence dependence, Element element) {
    double grade = dependence.grade(element);
    return dependence.evaluation().isByLogic() ? grade <= .5 : grade == 0;
  }

  /** Whether a coin is certainly yes. */
  static boolean isYes(Dependence dependence, Element element) {
    double grade = dependence.grade(element);
    return dependence.evaluation().isByLogic() ? grade > .5 : grade == 1;
  }
}
