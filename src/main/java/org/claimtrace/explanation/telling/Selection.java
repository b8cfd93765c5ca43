package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Comparator;
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
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Cancellation;

/** Selects the parts of an explanation that are rendered, and counts those that are left out. Not safe for use by several threads. */
public final class Selection {

  /** The most items of a list that are rendered, unless the style has everything. */
  private static final int MOST = 5;

  /** The least number of steps of a chain that is abridged. */
  private static final int LEAST_CHAIN = 3;

  /**
   * The most claims that are visited, in all, to count those below folded claims, since each of these may have most of a graph
   * below it. This many take a fraction of a second.
   */
  static final int MOST_LOOKS = 1 << 22;

  private final Explanation explanation;
  private final boolean all;
  private final Looks looks;

  /**
   * Creates a selection.
   *
   * @param looks the claims visited so far for explanations from the same accounts, in the same style
   */
  Selection(Explanation explanation, boolean all, Looks looks) {
    this.explanation = explanation;
    this.all = all;
    this.looks = looks;
  }

  /** The claims found below claims, and the number of visits so far. */
  public static final class Looks {
    private final Map<String, ImmutableSet<String>> below = new HashMap<>();
    private int count;

    private boolean areTooMany() {
      return count >= MOST_LOOKS;
    }
  }

  /** Returns whether nothing is abridged. */
  boolean isAll() {
    return all;
  }

  // Lists.

  /** Returns the first items of a list, or all. */
  <T> List<T> cut(ImmutableList<T> items) {
    return items.subList(0, items.size() - beyond(items.size()));
  }

  /** Returns the number of items of a list that are left out. */
  int beyond(int size) {
    return all ? 0 : Math.max(0, size - MOST);
  }

  // Lines.

  /**
   * Returns the lines that are rendered, either those that speak or those that fail to, without published verdicts that are
   * only compared; of those for the claim that fail, the ones that its diagnosis is of come first. A line speaks if it holds;
   * also if it may hold, no line of its side holds by itself, and the verdict rests on several of them.
   */
  ImmutableList<LineReport> lines(Account account, Stance stance, boolean speaking) {
    boolean several = account.restsOnSeveral(stance);
    Comparator<LineReport> order = Comparator.comparing(
        line -> speaking || stance != Stance.SUPPORTS || line.diagnosis() != account.diagnosis());
    return account.side(stance).stream()
        .filter(line -> (line.holds() || (several && line.chance().yes() > 0)) == speaking)
        .filter(line -> line.counts() || line.element().kind() != Element.Kind.REVIEW)
        .filter(line ->
            all || line.holds() || !goesWithoutSaying(line) || line.chance().no() < 1)
        .sorted(order)
        .collect(toImmutableList());
  }

  /** Returns whether a line need not be rendered if it cannot hold: nobody wrote it down, but what it would take. */
  private boolean goesWithoutSaying(LineReport line) {
    return line.isContradiction()
        || (line.stance() == Stance.REFUTES
            && explanation
                .evaluation()
                .graph()
                .findInference(line.element().id())
                .filter(Inference::isFromParts)
                .isPresent());
  }

  /** Returns the lines from which a verdict follows, or whose failure it follows from. */
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

  /**
   * Returns whether a line that does not hold is one of several on which a verdict rests together, so that its obstacles are
   * not rendered.
   */
  boolean carriesWithOthers(LineReport line) {
    return !line.holds()
        && line.chance().yes() > 0
        && explanation
            .findAccount(
                explanation.evaluation().graph().claimOf(line.element().id()).id())
            .filter(account -> account.restsOnSeveral(line.stance()))
            .isPresent();
  }

  /** Returns whether a line reads any claim. */
  static boolean leadsOn(LineReport line) {
    return line.readings().stream().anyMatch(Reading::isClaim);
  }

  // Claims below a claim.

  /**
   * Returns the accounts of a chain below one, without that one: each claim leads to only one other, which has the same verdict
   * and is not rendered yet. Empty if the chain is too short to be abridged, or after too many visits.
   */
  ImmutableList<Account> chain(Account account, Set<String> told) {
    Set<String> seen = new HashSet<>();
    seen.add(account.claimId());
    ImmutableList.Builder<Account> chain = ImmutableList.builder();
    Optional<Account> at = next(account, told, seen);
    while (at.isPresent() && !looks.areTooMany()) {
      Cancellation.check();
      chain.add(at.get());
      seen.add(at.get().claimId());
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
                && !told.contains(next.claimId())
                && !seen.contains(next.claimId()));
  }

  private ImmutableSet<String> below(Account account) {
    ImmutableSet<String> known = looks.below.get(account.claimId());
    if (known == null) {
      known = findBelow(account);
      looks.below.put(account.claimId(), known);
    }
    looks.count += 1 + known.size();
    return known;
  }

  private ImmutableSet<String> findBelow(Account account) {
    ImmutableSet.Builder<String> claims = ImmutableSet.builder();
    for (LineReport line : decisive(account)) {
      claims.addAll(AccountCollector.followed(line, false));
    }
    return claims.build();
  }

  /** Returns the number of claims below one that are not rendered yet; negative after too many visits. */
  int countBelow(Account account, Set<String> told) {
    Set<String> seen = new HashSet<>();
    Deque<Account> toFollow = new ArrayDeque<>();
    toFollow.push(account);
    seen.add(account.claimId());
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
