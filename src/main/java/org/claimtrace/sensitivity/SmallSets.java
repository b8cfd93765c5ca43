package org.claimtrace.sensitivity;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sets with one member more than some given sets all of whose subsets of the given size are among these, in the
 * lexicographic order of their members (Agrawal and Srikant, "Fast algorithms for mining association rules", VLDB 1994, section
 * 2.1.1). Not safe for use by several threads.
 */
final class SmallSets {

  private final List<ImmutableIntArray> parts;
  private final Set<ImmutableIntArray> known;
  private int one;
  private int other;
  private long looks;

  /**
   * Creates an enumeration that begins with the first set.
   *
   * @param parts the given sets, all of the same size of at least 1, with ascending members, in lexicographic order
   */
  SmallSets(List<ImmutableIntArray> parts) {
    this.parts = parts;
    known = new HashSet<>(parts);
  }

  /** Returns the sets with one member each, from 0 up to {@code end}, exclusive. */
  static List<ImmutableIntArray> singles(int end) {
    List<ImmutableIntArray> singles = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      singles.add(ImmutableIntArray.of(i));
    }
    return singles;
  }

  /** Returns the number of sets visited, including those that were skipped. */
  long looks() {
    return looks;
  }

  /** Returns the next set; null after the last, and if more than {@code mostLooks} sets would have to be visited. */
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

  /** Returns whether there is no further set to visit. */
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

  /**
   * Returns whether all parts of a set with one member less are known. Those without its last or last but one member are, since
   * it was joined from them.
   */
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
