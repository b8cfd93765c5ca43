package org.claimtrace.change;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subsets of a set that have one size, in the order of their members. Not for use by several threads. */
final class Combinations {

  private final int[] members;
  private final int[] chosen;
  private boolean isFirst = true;

  Combinations(BitSet set, int size) {
    members = set.stream().toArray();
    chosen = new int[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = i;
    }
  }

  /** The next subset, a new set each time; null after the last. */
  @Nullable
  BitSet next() {
    if (chosen.length > members.length || (!isFirst && !advance())) {
      return null;
    }
    isFirst = false;
    BitSet subset = new BitSet();
    for (int each : chosen) {
      subset.set(members[each]);
    }
    return subset;
  }

  private boolean advance() {
    int last = chosen.length - 1;
    int at = last;
    while (at >= 0 && chosen[at] == members.length - chosen.length + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    chosen[at]++;
    for (int i = at + 1; i <= last; i++) {
      chosen[i] = chosen[i - 1] + 1;
    }
    return true;
  }

  /** Whether a set contains all members of one of some others. */
  static boolean containsAny(BitSet set, List<BitSet> parts) {
    for (BitSet part : parts) {
      BitSet missing = (BitSet) part.clone();
      missing.andNot(set);
      if (missing.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
