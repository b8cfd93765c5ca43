package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Dependence;
import org.claimtrace.model.Element;

/** Answers whether the coins of elements are certain in the evaluation. */
final class Coins {

  private Coins() {}

  /** Returns the grade of an element as it counts: of a retracted source 0, otherwise what was entered. */
  static double grade(Dependence dependence, Element element) {
    return isRetracted(dependence, element) ? 0 : dependence.grade(element);
  }

  /** Returns whether an element is a retracted source, the coin of which is no until its retraction is lifted. */
  static boolean isRetracted(Dependence dependence, Element element) {
    return element.kind() == Element.Kind.SOURCE
        && dependence.evaluation().isRetracted(element.id());
  }

  /** Returns whether a coin certainly comes out no. */
  static boolean isNo(Dependence dependence, Element element) {
    double grade = grade(dependence, element);
    return dependence.evaluation().isByLogic() ? grade <= .5 : grade == 0;
  }

  /** Returns whether a coin certainly comes out yes. */
  static boolean isYes(Dependence dependence, Element element) {
    double grade = grade(dependence, element);
    return dependence.evaluation().isByLogic() ? grade > .5 : grade == 1;
  }
}
