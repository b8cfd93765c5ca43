package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.claimtrace.change.Dependencies.Lines;

/**
 * Finds the differences that can bear on each of some claims, because they lie in the cone of the claim on either side.
 * Searches down from each claim or up from each difference, whichever are fewer. Not safe for use by several threads.
 */
final class BearingDifferences {

  /** The number of links that are followed in a step of work. */
  private static final int LINKS = 256;

  private final Dependencies reads;
  private final ImmutableList<CarriedDifference> differences;
  private final int[] claims;
  private final WorkBudget work;
  private long taken;

  BearingDifferences(
      Dependencies reads,
      ImmutableList<CarriedDifference> differences,
      int[] claims,
      WorkBudget work) {
    this.reads = reads;
    this.differences = differences;
    this.claims = claims;
    this.work = work;
  }

  /** Returns the numbers of the differences that can bear on each of the claims; empty for a claim that would take too much work. */
  List<Optional<BitSet>> all() {
    if (differences.size() < claims.length) {
      try {
        return upwards(work.part(work.left() / 2));
      } catch (WorkBudget.Spent e) {
        // For some claims the search downwards may still be affordable.
      }
    }
    return downwards();
  }

  /** Charges the work of a search from one claim or difference, and the work of earlier ones that was not known in advance. */
  private void take(WorkBudget from, int compared) {
    long now = reads.followed();
    from.spend((now - taken) / LINKS);
    taken = now;
    from.take(1 + compared / LINKS);
  }

  private List<Optional<BitSet>> downwards() {
    List<Optional<BitSet>> all = new ArrayList<>();
    boolean isSpent = false;
    for (int claim : claims) {
      try {
        isSpent = isSpent || work.left() < 0;
        if (!isSpent) {
          take(work, differences.size());
        }
      } catch (WorkBudget.Spent e) {
        isSpent = true;
      }
      all.add(isSpent ? Optional.empty() : Optional.of(below(claim)));
    }
    return all;
  }

  private BitSet below(int claim) {
    BitSet read = reads.below(Lines.BEFORE, claim);
    read.or(reads.below(Lines.AFTER, claim));
    BitSet bearing = new BitSet();
    for (int i = 0; i < differences.size(); i++) {
      CarriedDifference each = differences.get(i);
      bearing.set(i, hasAny(read, each.carriers()) && hasAny(read, each.besides()));
    }
    return bearing;
  }

  private static boolean hasAny(BitSet nodes, int[] some) {
    for (int node : some) {
      if (nodes.get(node)) {
        return true;
      }
    }
    return some.length == 0;
  }

  private List<Optional<BitSet>> upwards(WorkBudget part) {
    List<BitSet> all = new ArrayList<>();
    for (int i = 0; i < claims.length; i++) {
      all.add(new BitSet());
    }
    for (int i = 0; i < differences.size(); i++) {
      take(part, claims.length);
      CarriedDifference each = differences.get(i);
      BitSet above = above(each.carriers());
      if (each.besides().length > 0) {
        above.and(above(each.besides()));
      }
      for (int claim = 0; claim < claims.length; claim++) {
        if (each.carriers().length == 0 || above.get(claims[claim])) {
          all.get(claim).set(i);
        }
      }
    }
    return all.stream().map(Optional::of).toList();
  }

  private BitSet above(int[] nodes) {
    BitSet above = reads.above(Lines.BEFORE, nodes);
    above.or(reads.above(Lines.AFTER, nodes));
    return above;
  }
}
