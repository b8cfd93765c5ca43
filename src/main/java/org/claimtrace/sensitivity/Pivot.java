package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Effect;
import org.claimtrace.model.Element;

/**
 * How much hangs on one coin: the probability of the verdict's label where the coin is yes, less that where it is no.
 *
 * @param element the source, evidence or inference whose coin it is
 * @param grade its grade as it is, from 0 to 1
 * @param effect the two probabilities, and the interval of their difference
 */
public record Pivot(Element element, double grade, Effect effect) {

  /** How much it is: from -1 to 1, positive where a yes makes the verdict more probable. */
  public double swing() {
    return effect.difference();
  }
}
