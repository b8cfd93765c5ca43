package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.claimtrace.model.Verdict;

/**
 * Looks for the sets of differences that suffice, by size; and where that would take too many trials, for one of them, by leaving
 * out of all differences what can be left out, ever smaller parts of them at a time (Zeller and Hildebrandt, "Simplifying and
 * isolating failure-inducing input", IEEE Transactions on Software Engineering 28(2), 2002). Not for use by several threads.
 */
final class CauseSearch {

  /** How many sets are looked at, tried or not, for each that may be tried. */
  private static final int LOOKS_A_TRIAL = 64;

  private final Trials trials;
  private final int size;
  private final Verdict before;
  private final Verdict after;
  private final int mostTrials;
  private final List<BitSet> sufficient = new ArrayList<>();
  private final BitSet needed = new BitSet();
  private boolean isMinimal = true;
  private int triedUpTo;

  CauseSearch(Trials trials, Verdict before, Verdict after, int mostTrials) {
    this.trials = trials;
    this.size = trials.differences().size();
    this.before = before;
    this.after = after;
    this.mostTrials = mostTrials;
  }

  void run() {
    for (int i = 0; i < Math.min(size, mostTrials); i++) {
      BitSet others = all();
      others.clear(i);
      needed.set(i, trials.verdict(others) == before);
    }
    triedUpTo = bySize(all(), mostTrials, sufficient);
    if (sufficient.isEmpty()) {
      byLeavingOut();
    }
  }

  private BitSet all() {
    BitSet all = new BitSet(size);
    all.set(0, size);
    return all;
  }

  private boolean suffices(BitSet set) {
    return trials.verdict(set) == after;
  }

  /**
   * Finds the sufficient sets within a set that contain no other, smallest first.
   *
   * @return up to which size all of them were found
   */
  private int bySize(BitSet within, int most, List<BitSet> found) {
    int budget = most;
    long looks = (long) most * LOOKS_A_TRIAL;
    BitSet left = (BitSet) within.clone();
    for (int wanted = 1; wanted <= left.cardinality(); wanted++) {
      Combinations combinations = new Combinations(left, wanted);
      for (BitSet set = combinations.next(); set != null; set = combinations.next()) {
        if (looks-- == 0) {
          return wanted - 1;
        }
        if (Combinations.containsAny(set, found)) {
          continue;
        }
        if (budget-- == 0) {
          return wanted - 1;
        }
        if (suffices(set)) {
          found.add((BitSet) set.clone());
        }
      }
      if (wanted == 1) {
        found.forEach(left::andNot);
      }
    }
    return within.cardinality();
  }

  private void byLeavingOut() {
    BitSet kept = all();
    if (suffices(kept)) {
      leaveOut(kept);
    }
    List<BitSet> smaller = new ArrayList<>();
    bySize(kept, mostTrials, smaller);
    // The smallest part that suffices is minimal, whatever larger ones were not tried.
    isMinimal = !smaller.isEmpty();
    sufficient.add(isMinimal ? smaller.get(0) : kept);
  }

  private void leaveOut(BitSet kept) {
    int budget = mostTrials;
    for (int part = Math.max(1, kept.cardinality() / 2); part >= 1; part /= 2) {
      int at = kept.nextSetBit(0);
      while (at >= 0) {
        BitSet fewer = (BitSet) kept.clone();
        int next = at;
        for (int i = 0; i < part && next >= 0; i++) {
          fewer.clear(next);
          next = kept.nextSetBit(next + 1);
        }
        if (budget-- == 0) {
          return;
        }
        if (!fewer.isEmpty() && suffices(fewer)) {
          kept.and(fewer);
        }
        at = next;
      }
    }
  }

  ImmutableList<Cause> causes() {
    ImmutableList.Builder<Cause> causes = ImmutableList.builder();
    for (BitSet set : sufficient) {
      causes.add(new Cause(picked(set::get), isMinimal));
    }
    return causes.build();
  }

  ImmutableList<Difference> necessary() {
    return picked(needed::get);
  }

  int triedUpTo() {
    return triedUpTo;
  }

  private ImmutableList<Difference> picked(Predicate<Integer> wanted) {
    ImmutableList.Builder<Difference> picked = ImmutableList.builder();
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        picked.add(trials.differences().get(i));
      }
    }
    return picked.build();
  }
}
