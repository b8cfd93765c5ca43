package org.claimtrace.sensitivity;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sets of one size, each part of which, with one member less, is among some sets of that size: in the order of their members
 * (Agrawal and Srikant, "Fast algorithms for mining association rules", VLDB 1994, section 2.1.1). Not for use by several threads.
 */
final class SmallSets {

  private final List<ImmutableIntArray> parts;
  private final Set<ImmutableIntArray> known;
  private int one;
  private int other;
  private long looks;

  /**
   * Begins with the first.
   *
   * @param parts sets of one size, from 1 on, their members ascending, in the order of their members
   */
  SmallSets(List<ImmutableIntArray> parts) {
    this.parts = parts;
    known = new HashSet<>(parts);
  }

  /** The sets of one member each: the numbers below one. */
  static List<ImmutableIntArray> singles(int end) {
    List<ImmutableIntArray> singles = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      singles.add(ImmutableIntArray.of(i));
    }
    return singles;
  }

  /** How many sets were looked at, those passed over included. */
  long looks() {
    return looks;
  }

  /** The next set; null after the last, and where more than some sets would have to be looked at. */
  @Nullable
  ImmutableIntArray next(long mostLooks) {
    while (one < parts.size() && looks < mostLooks) {
      other = Math.max(other + 1, one + 1);
      if (other >= parts.size() || !areAlikeButForTheLast(parts.get(one), parts.get(other))) {
        one++;
        other = one;
        continue;
      }
      looks++;
      ImmutableIntArray joined = joined(parts.get(one), parts.get(other));
      if (hasAllParts(joined)) {
        return joined;
      }
    }
    return null;
  }

  /** Whether there is no further set to look at. */
  boolean isDone() {
    return one >= parts.size();
  }

  private static boolean areAlikeButForTheLast(ImmutableIntArray left, ImmutableIntArray right) {
    for (int i = 0; i < left.length() - 1; i++) {
      if (left.get(i) != right.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static ImmutableIntArray joined(ImmutableIntArray left, ImmutableIntArray right) {
    return ImmutableIntArray.builder(left.length() + 1)
        .addAll(left)
        .add(right.get(right.length() - 1))
        .build();
  }

  /** Those without the last member or the one before it are known: it was joined from them. */
  private boolean hasAllParts(ImmutableIntArray set) {
    for (int left = 0; left < set.length() - 2; left++) {
      ImmutableIntArray.Builder part = ImmutableIntArray.builder(set.length() - 1);
      for (int i = 0; i < set.length(); i++) {
        if (i != left) {
          part.add(set.get(i));
        }
      }
      if (!known.contains(part.build())) {
        return false;
      }
    }
    return true;
  }
}
