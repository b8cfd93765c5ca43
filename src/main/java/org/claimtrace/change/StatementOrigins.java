package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What a piece of evidence passes on.
 *
 * @param own the sources that it names itself; empty if those of its source count
 * @param effective the sources that it passes on either way
 */
record StatementOrigins(Optional<ImmutableList<String>> own, ImmutableList<String> effective) {

  /** Returns whether other sources or, of the same sources, other things count. */
  boolean differs(StatementOrigins other) {
    return own.isPresent() != other.own.isPresent()
        || (own.isPresent()
            && !ImmutableSet.copyOf(effective).equals(ImmutableSet.copyOf(other.effective)));
  }

  /** Returns whether nothing is passed on, so that it does not matter where that is said. */
  boolean isNothing() {
    return effective.isEmpty();
  }
}
