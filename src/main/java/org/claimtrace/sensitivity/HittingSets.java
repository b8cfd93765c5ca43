package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The minimal sets that have a member in common with each of some sets, found breadth first (Reiter, "A theory of diagnosis from
 * first principles", Artificial Intelligence 32(1), 1987, section 4). Their members are not to be written.
 *
 * @param sets the hitting sets, smaller ones first, those of one size in the order of their members
 * @param complete whether none is missing
 */
record HittingSets(ImmutableList<BitSet> sets, boolean complete) {

  /** Looks for them, through at most so many sets. */
  static HittingSets of(List<BitSet> toHit, int most) {
    List<BitSet> found = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    Deque<BitSet> queue = new ArrayDeque<>();
    queue.add(new BitSet());
    int looks = most;
    while (!queue.isEmpty() && looks-- > 0) {
      BitSet set = queue.remove();
      if (Combinations.containsAny(set, found)) {
        continue;
      }
      BitSet missed = missed(set, toHit);
      if (missed.isEmpty()) {
        found.add(set);
        continue;
      }
      for (int i = missed.nextSetBit(0); i >= 0; i = missed.nextSetBit(i + 1)) {
        BitSet further = (BitSet) set.clone();
        further.set(i);
        if (seen.add(further)) {
          queue.add(further);
        }
      }
    }
    found.sort(Comparator.comparingInt(BitSet::cardinality).thenComparing(HittingSets::compare));
    return new HittingSets(ImmutableList.copyOf(found), queue.isEmpty());
  }

  /** The first of some sets with which a set has no member in common; empty if it has one with each. */
  private static BitSet missed(BitSet set, List<BitSet> toHit) {
    for (BitSet each : toHit) {
      if (!set.intersects(each)) {
        return each;
      }
    }
    return new BitSet();
  }

  private static int compare(BitSet one, BitSet other) {
    BitSet differing = (BitSet) one.clone();
    differing.xor(other);
    int first = differing.nextSetBit(0);
    return first < 0 ? 0 : one.get(first) ? -1 : 1;
  }
}
