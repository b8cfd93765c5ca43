package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.model.Verdict;

/**
 * Searches for the sufficient sets of differences by size. If that would take too many trials, it reduces the set of all
 * differences to a smaller sufficient one, by leaving out ever smaller parts of it (Zeller and Hildebrandt, "Simplifying and
 * isolating failure-inducing input", IEEE Transactions on Software Engineering 28(2), 2002). Not safe for use by several
 * threads.
 */
final class CauseSearch {

  /** The number of sets that may be visited, tried or not, for each that may be tried. */
  private static final int LOOKS_A_TRIAL = 64;

  /** The number of sets that are visited in a step of work. */
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

  /** The verdict on one claim as a function of the differences that are made. */
  interface Tested {
    /**
     * Returns the verdict if only some of the differences are made.
     *
     * @throws WorkBudget.Spent if the budget does not suffice
     */
    Verdict verdict(BitSet made, WorkBudget work);
  }

  /**
   * Creates a search.
   *
   * @param size the number of differences
   * @param before the verdict if no difference is made
   * @param after the verdict if all differences are made
   */
  CauseSearch(Tested tested, int size, Verdict before, Verdict after, int mostTrials) {
    this.tested = tested;
    this.size = size;
    this.before = before;
    this.after = after;
    this.mostTrials = mostTrials;
  }

  /** Runs the search. Each part of it is limited so that the budget suffices for the parts after it. */
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

  /** Finds the necessary differences by leaving out one after the other, continuing where an earlier call stopped. */
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

  /** Returns the verdict for a set of differences, without a trial for all and for none of them. */
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
   * Finds the minimal sufficient subsets of a set, smallest first.
   *
   * @return the size up to which all of them were found
   */
  @CanIgnoreReturnValue
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
    // The smallest sufficient subset is minimal even if larger ones were not tried.
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
   * Returns the sufficient sets, smallest first; the set of all differences if no smaller one was found, and no set if the work
   * did not suffice to search for one.
   */
  ImmutableList<BitSet> sufficient() {
    return isMinimal || hasTried ? ImmutableList.copyOf(sufficient) : ImmutableList.of();
  }

  /** Returns whether the sufficient sets are minimal, as far as is known. */
  boolean isMinimal() {
    return isMinimal;
  }

  /** Returns the necessary differences that were found. */
  BitSet necessary() {
    return needed;
  }

  /** Returns the size up to which every set was tried or contains a sufficient one. */
  int triedUpTo() {
    return triedUpTo;
  }

  /** Returns the limit that ended the search; empty if every set was tried or contains a sufficient one. */
  Optional<SearchLimit> cap() {
    return cap;
  }
}
