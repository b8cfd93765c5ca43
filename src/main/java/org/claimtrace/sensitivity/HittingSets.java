package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimtrace.work.Cancellation;

/**
 * The minimal hitting sets of some sets, which have a member in common with each of them, found breadth first (Reiter, "A
 * theory of diagnosis from first principles", Artificial Intelligence 32(1), 1987, section 4). The bit sets must not be
 * modified.
 *
 * @param sets the hitting sets, by size and then in the lexicographic order of their members
 * @param complete whether these are all
 */
record HittingSets(ImmutableList<BitSet> sets, boolean complete) {

  /**
   * A set that is being extended to a hitting set.
   *
   * @param hit the number of leading sets that it is known to hit
   */
  private record Attempt(BitSet set, int hit) {}

  /** Searches for the hitting sets, visiting at most {@code most} sets and comparing sets at most {@code mostComparisons} times. */
  static HittingSets of(List<ImmutableIntArray> toHit, int most, long mostComparisons) {
    List<BitSet> found = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    Deque<Attempt> queue = new ArrayDeque<>();
    queue.add(new Attempt(new BitSet(), 0));
    int looks = most;
    long comparisons = mostComparisons;
    boolean isCut = false;
    while (!queue.isEmpty() && looks > 0 && comparisons > 0) {
      Cancellation.check();
      looks--;
      Attempt attempt = queue.remove();
      BitSet set = attempt.set();
      comparisons -= found.size();
      if (containsAny(set, found)) {
        continue;
      }
      int missed = attempt.hit();
      while (missed < toHit.size() && hits(set, toHit.get(missed))) {
        missed++;
      }
      comparisons -= missed - attempt.hit() + 1;
      if (missed == toHit.size()) {
        found.add(set);
        continue;
      }
      ImmutableIntArray members = toHit.get(missed);
      for (int i = 0; i < members.length(); i++) {
        BitSet further = (BitSet) set.clone();
        further.set(members.get(i));
        if (!seen.contains(further)) {
          // Sets further back in the queue than the visits that are left would never be visited.
          isCut |= queue.size() >= looks;
          if (isCut) {
            break;
          }
          seen.add(further);
          queue.add(new Attempt(further, missed + 1));
        }
      }
    }
    found.sort(Comparator.comparingInt(BitSet::cardinality).thenComparing(HittingSets::compare));
    return new HittingSets(ImmutableList.copyOf(found), queue.isEmpty() && !isCut);
  }

  private static boolean hits(BitSet set, ImmutableIntArray other) {
    for (int i = 0; i < other.length(); i++) {
      if (set.get(other.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a set contains one of some others. */
  private static boolean containsAny(BitSet set, List<BitSet> parts) {
    for (BitSet part : parts) {
      int member = part.nextSetBit(0);
      while (member >= 0 && set.get(member)) {
        member = part.nextSetBit(member + 1);
      }
      if (member < 0) {
        return true;
      }
    }
    return false;
  }

  private static int compare(BitSet one, BitSet other) {
    BitSet differing = (BitSet) one.clone();
    differing.xor(other);
    int first = differing.nextSetBit(0);
    return first < 0 ? 0 : one.get(first) ? -1 : 1;
  }
}
