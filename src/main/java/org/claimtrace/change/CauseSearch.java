package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.model.Verdict;

/**
 * Looks for the sets of differences that suffice, by size; and where that would take too many trials, for one of them, by leaving
 * out of all differences what can be left out, ever smaller parts of them at a time (Zeller and Hildebrandt, "Simplifying and
 * isolating failure-inducing input", IEEE Transactions on Software Engineering 28(2), 2002). Not for use by several threads.
 */
final class CauseSearch {

  /** How many sets are looked at, tried or not, for each that may be tried. */
  private static final int LOOKS_A_TRIAL = 64;

  /** How many sets are looked at in a step of work. */
  private static final int LOOKS_A_STEP = 16;

  private final Tested tested;
  private final int size;
  private final Verdict before;
  private final Verdict after;
  private final int mostTrials;
  private final List<BitSet> sufficient = new ArrayList<>();
  private final BitSet needed = new BitSet();
  private boolean isMinimal = true;
  private int triedUpTo;
  private int leftOutUpTo;
  private boolean isSpent;
  private boolean hasTried;
  private Optional<SearchLimit> cap = Optional.empty();

  /** What becomes of a claim where some of its differences are made. */
  interface Tested {
    /**
     * The verdict.
     *
     * @throws WorkBudget.Spent if there is not enough work to find it out
     */
    Verdict verdict(BitSet made, WorkBudget work);
  }

  /**
   * Makes ready a search.
   *
   * @param size how many differences there are
   * @param before the verdict where none is made
   * @param after the verdict where all are
   */
  CauseSearch(Tested tested, int size, Verdict before, Verdict after, int mostTrials) {
    this.tested = tested;
    this.size = size;
    this.before = before;
    this.after = after;
    this.mostTrials = mostTrials;
  }

  /** Searches. Each part of the search may take as much as leaves something for those that follow. */
  void run(WorkBudget work) {
    necessary(work.part(work.left() / 4));
    triedUpTo = bySize(all(), mostTrials, sufficient, work.part(work.left() / 2));
    if (sufficient.isEmpty()) {
      byLeavingOut(work);
    }
    necessary(work);
    if (triedUpTo < size || leftOutUpTo < size) {
      cap = Optional.of(isSpent ? SearchLimit.WORK : SearchLimit.TRIALS);
    }
  }

  /** Leaves out one difference after the other, from where that came to before. */
  private void necessary(WorkBudget work) {
    try {
      for (; leftOutUpTo < Math.min(size, mostTrials); leftOutUpTo++) {
        BitSet others = all();
        others.clear(leftOutUpTo);
        needed.set(leftOutUpTo, verdict(others, work) == before);
      }
    } catch (WorkBudget.Spent e) {
      isSpent = true;
    }
  }

  private BitSet all() {
    BitSet all = new BitSet(size);
    all.set(0, size);
    return all;
  }

  /** Where all differences are made it is the side after, and where none is, the side before. */
  private Verdict verdict(BitSet set, WorkBudget work) {
    int made = set.cardinality();
    if (made == 0 || made == size) {
      return made == 0 ? before : after;
    }
    Verdict verdict = tested.verdict(set, work);
    hasTried = true;
    return verdict;
  }

  private boolean suffices(BitSet set, WorkBudget work) {
    return verdict(set, work) == after;
  }

  /**
   * Finds the sufficient sets within a set that contain no other, smallest first.
   *
   * @return up to which size all of them were found
   */
  private int bySize(BitSet within, int most, List<BitSet> found, WorkBudget work) {
    int budget = most;
    long looks = (long) most * LOOKS_A_TRIAL;
    BitSet left = (BitSet) within.clone();
    for (int wanted = 1; wanted <= left.cardinality(); wanted++) {
      Combinations combinations = new Combinations(left, wanted);
      for (BitSet set = combinations.next(); set != null; set = combinations.next()) {
        if (looks-- == 0) {
          return wanted - 1;
        }
        try {
          if (looks % LOOKS_A_STEP == 0) {
            work.take(1);
          }
          if (Combinations.containsAny(set, found)) {
            continue;
          }
          if (budget-- == 0) {
            return wanted - 1;
          }
          if (suffices(set, work)) {
            found.add((BitSet) set.clone());
          }
        } catch (WorkBudget.Spent e) {
          isSpent = true;
          return wanted - 1;
        }
      }
      if (wanted == 1) {
        found.forEach(left::andNot);
      }
    }
    return within.cardinality();
  }

  private void byLeavingOut(WorkBudget work) {
    BitSet kept = all();
    try {
      leaveOut(kept, work.part(work.left() / 2));
    } catch (WorkBudget.Spent e) {
      isSpent = true;
    }
    List<BitSet> smaller = new ArrayList<>();
    bySize(kept, mostTrials, smaller, work);
    // The smallest part that suffices is minimal, whatever larger ones were not tried.
    isMinimal = !smaller.isEmpty();
    sufficient.add(isMinimal ? smaller.get(0) : kept);
  }

  private void leaveOut(BitSet kept, WorkBudget work) {
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
        if (!fewer.isEmpty() && suffices(fewer, work)) {
          kept.and(fewer);
        }
        at = next;
      }
    }
  }

  /**
   * The sufficient sets, smallest first; all differences if nothing less was found, and none if there was not enough work to look
   * for less.
   */
  ImmutableList<BitSet> sufficient() {
    return isMinimal || hasTried ? ImmutableList.copyOf(sufficient) : ImmutableList.of();
  }

  /** Whether no smaller parts of the sufficient sets suffice, as far as is known. */
  boolean isMinimal() {
    return isMinimal;
  }

  /** The necessary differences that were found. */
  BitSet necessary() {
    return needed;
  }

  /** Every set of up to so many differences was tried, or contains one that suffices. */
  int triedUpTo() {
    return triedUpTo;
  }

  /** Why not all sets were tried, if they were not. */
  Optional<SearchLimit> cap() {
    return cap;
  }
}
