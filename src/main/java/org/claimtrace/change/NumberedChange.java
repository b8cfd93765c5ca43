package org.claimtrace.change;

import java.util.BitSet;
import java.util.List;

/**
 * A change of an attribute with its number.
 *
 * @param number the number of the change among all differences
 * @param <D> the type of the draft that has the attribute
 */
record NumberedChange<D>(int number, AttributeChange<D, ?> change) {

  /** Applies to a draft those changes whose numbers are in a set. */
  static <D> void apply(List<NumberedChange<D>> changes, BitSet made, D draft) {
    for (NumberedChange<D> each : changes) {
      if (made.get(each.number())) {
        each.change().apply(draft);
      }
    }
  }
}
