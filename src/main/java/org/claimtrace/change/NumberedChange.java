package org.claimtrace.change;

import java.util.BitSet;
import java.util.List;

/**
 * A difference in an attribute.
 *
 * @param number its number among all differences
 * @param <D> the draft of what has the attribute
 */
record NumberedChange<D>(int number, AttributeChange<D, ?> change) {

  /** Makes those changes to a draft that are among some differences. */
  static <D> void apply(List<NumberedChange<D>> changes, BitSet made, D draft) {
    for (NumberedChange<D> each : changes) {
      if (made.get(each.number())) {
        each.change().apply(draft);
      }
    }
  }
}
