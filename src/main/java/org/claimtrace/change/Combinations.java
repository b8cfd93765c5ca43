package org.claimtrace.change;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration of the subsets of a set with a given size, in the lexicographic order of their members. Not safe for use by
 * several threads.
 */
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

  /** Returns the next subset as a new set; null after the last. */
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

  /** Returns whether a set contains one of some others. */
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
