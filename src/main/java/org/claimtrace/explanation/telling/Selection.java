package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.why.Cone;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;

/** Selects what of an explanation is worth telling, and finds what is left out where not everything is. Not for use by several threads. */
public final class Selection {

  /** How many items of a list are told, unless all are. */
  private static final int MOST = 5;

  /** From how many steps on a chain is cut short. */
  private static final int LEAST_CHAIN = 3;

  /**
   * How many claims are looked at, in all, to count those that lie below the ones that are folded: each may have most of a graph
   * below it. It takes a fraction of a second.
   */
  static final int MOST_LOOKS = 1 << 22;

  private final Explanation explanation;
  private final boolean all;
  private final Looks looks;

  /**
   * Begins to select.
   *
   * @param looks what has been looked at to tell explanations from the same accounts, in the same style
   */
  Selection(Explanation explanation, boolean all, Looks looks) {
    this.explanation = explanation;
    this.all = all;
    this.looks = looks;
  }

  /** What has been looked at below claims, and how often. */
  public static final class Looks {
    private final Map<String, ImmutableSet<String>> below = new HashMap<>();
    private int count;

    private boolean areTooMany() {
      return count >= MOST_LOOKS;
    }
  }

  /** Whether everything is told. */
  boolean isAll() {
    return all;
  }

  // Lists.

  /** The first items of a list, or all. */
  <T> List<T> cut(ImmutableList<T> items) {
    return items.subList(0, items.size() - beyond(items.size()));
  }

  /** How many items of a list are left out. */
  int beyond(int size) {
    return all ? 0 : Math.max(0, size - MOST);
  }

  // Lines.

  /**
   * The lines worth telling, which speak or fail to: not those published verdicts that are only compared. A line speaks if it
   * holds; or if none of its side does, it may, and it is several of them that carry the verdict.
   */
  ImmutableList<LineReport> lines(Account account, Stance stance, boolean speaking) {
    boolean several = account.restsOnSeveral(stance);
    return account.side(stance).stream()
        .filter(line -> (line.holds() || (several && line.chance().yes() > 0)) == speaking)
        .filter(line -> line.counts() || line.element().kind() != Element.Kind.REVIEW)
        .filter(line ->
            all || line.holds() || !line.isContradiction() || line.chance().no() < 1)
        .collect(toImmutableList());
  }

  /** The lines from which a verdict follows, or for want of which it does. */
  ImmutableList<LineReport> decisive(Account account) {
    ImmutableList.Builder<LineReport> lines = ImmutableList.builder();
    Verdict verdict = account.verdict();
    boolean accepted = verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING;
    lines.addAll(lines(account, Stance.SUPPORTS, true));
    if (all || !accepted) {
      lines.addAll(lines(account, Stance.SUPPORTS, false));
    }
    lines.addAll(lines(account, Stance.REFUTES, true));
    if (all || verdict == Verdict.CONFLICTING || verdict == Verdict.UNVERIFIED) {
      lines.addAll(lines(account, Stance.REFUTES, false));
    }
    if (all || accepted) {
      lines.addAll(lines(account, Stance.QUALIFIES, true));
    }
    if (all) {
      lines.addAll(lines(account, Stance.QUALIFIES, false));
    }
    return lines.build();
  }

  /** Whether a line that does not hold is one of several that carry a verdict together: then nothing is in its way but the odds. */
  boolean carriesWithOthers(LineReport line) {
    return !line.holds()
        && line.chance().yes() > 0
        && explanation
            .findAccount(
                explanation.evaluation().graph().claimOf(line.element().id()).id())
            .filter(account -> account.restsOnSeveral(line.stance()))
            .isPresent();
  }

  /** Whether there is a claim to go on with below a line. */
  static boolean leadsOn(LineReport line) {
    return line.readings().stream().anyMatch(Reading::isClaim);
  }

  // What lies below a claim.

  /**
   * The accounts of the chain that goes down from one: of claims each of which is followed into one other only, which is not told
   * yet and of the same verdict. Without the one that it goes down from; empty where it is too short to be cut, or where too much
   * has been looked at already.
   */
  ImmutableList<Account> chain(Account account, Set<String> told) {
    Set<String> seen = new HashSet<>();
    seen.add(account.claim());
    ImmutableList.Builder<Account> chain = ImmutableList.builder();
    Optional<Account> at = next(account, told, seen);
    while (at.isPresent() && !looks.areTooMany()) {
      Cancellation.check();
      chain.add(at.get());
      seen.add(at.get().claim());
      at = next(at.get(), told, seen);
    }
    return seen.size() > LEAST_CHAIN + 1 && !looks.areTooMany()
        ? chain.build()
        : ImmutableList.of();
  }

  private Optional<Account> next(Account account, Set<String> told, Set<String> seen) {
    ImmutableSet<String> below = below(account);
    return below.size() != 1
        ? Optional.empty()
        : explanation
            .findAccount(below.asList().get(0))
            .filter(next -> next.verdict() == account.verdict()
                && !told.contains(next.claim())
                && !seen.contains(next.claim()));
  }

  private ImmutableSet<String> below(Account account) {
    ImmutableSet<String> known = looks.below.get(account.claim());
    if (known == null) {
      known = findBelow(account);
      looks.below.put(account.claim(), known);
    }
    looks.count += 1 + known.size();
    return known;
  }

  private ImmutableSet<String> findBelow(Account account) {
    ImmutableSet.Builder<String> claims = ImmutableSet.builder();
    for (LineReport line : decisive(account)) {
      claims.addAll(Cone.followed(line, false));
    }
    return claims.build();
  }

  /** How many claims not told yet lie below one; less than none where too much has been counted already. */
  int countBelow(Account account, Set<String> told) {
    Set<String> seen = new HashSet<>();
    Deque<Account> toFollow = new ArrayDeque<>();
    toFollow.push(account);
    seen.add(account.claim());
    int count = 0;
    while (!toFollow.isEmpty()) {
      Cancellation.check();
      if (looks.areTooMany()) {
        return -1;
      }
      for (String id : below(toFollow.pop())) {
        if (seen.add(id) && !told.contains(id)) {
          count++;
          explanation.findAccount(id).ifPresent(toFollow::push);
        }
      }
    }
    return count;
  }
}
