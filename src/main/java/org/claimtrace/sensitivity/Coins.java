package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Dependence;
import org.claimtrace.model.Element;

/** Answers whether the coins of elements are certain in the evaluation. */
final class Coins {

  private Coins() {}

  /** Returns whether a coin certainly comes out no. */
  static boolean isNo(Dependence dependence, Element element) {
    double grade = dependence.grade(element);
    return dependence.evaluation().isByLogic() ? grade <= .5 : grade == 0;
  }

  /** Returns whether a coin certainly comes out yes. */
  static boolean isYes(Dependence dependence, Element element) {
    double grade = dependence.grade(element);
    return dependence.evaluation().isByLogic() ? grade > .5 : grade == 1;
  }
}
