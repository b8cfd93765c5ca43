package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one explanation: all that were computed or, if they were computed for several claims, those below its own.
 * Immutable.
 */
public final class Accounts {

  private final Drawn drawn;
  private final int root;
  /** By number, whether an account is one of these; null if all are. */
  private final @Nullable BitSet members;

  private Accounts(Drawn drawn, int root, @Nullable BitSet members) {
    this.drawn = drawn;
    this.root = root;
    this.members = members;
  }

  /** Returns all accounts of the explanation of one claim, the account of the claim first. */
  public static Accounts of(ImmutableMap<String, Account> accounts) {
    return new Accounts(new Drawn(accounts), 0, null);
  }

  public Account first() {
    return drawn.accounts.get(root);
  }

  public Optional<Account> find(String claim) {
    Integer number = drawn.numbers.get(claim);
    return number == null || (members != null && !members.get(number))
        ? Optional.empty()
        : Optional.of(drawn.accounts.get(number));
  }

  /** Returns the accounts in depth-first order, the account of the explained claim first. */
  public ImmutableList<Account> inOrder() {
    return members == null ? drawn.accounts : drawn.below(root, new BitSet());
  }

  /** Returns whether any of the accounts meets a condition, which is tested only once for each account that explanations share. */
  public boolean isAnyOpen(Predicate<Account> isOpen) {
    if (isOpen.test(first())) {
      return true;
    }
    return members == null
        ? drawn.accounts.stream().anyMatch(isOpen)
        : drawn.open(isOpen).intersects(members);
  }

  /** The accounts computed for several claims, with the edges from each account to those below it. */
  public static final class Drawn {

    private final ImmutableList<Account> accounts;
    private final Map<String, Integer> numbers;
    private final int[][] next;
    private @Nullable BitSet open;

    public Drawn(ImmutableMap<String, Account> byClaim) {
      accounts = byClaim.values().asList();
      numbers = new HashMap<>();
      for (Account account : accounts) {
        numbers.put(account.claimId(), numbers.size());
      }
      next = new int[accounts.size()][];
    }

    /** Returns the accounts of the explanation of one claim. */
    public Accounts of(String claim) {
      int root = number(claim);
      BitSet members = new BitSet();
      below(root, members);
      return new Accounts(this, root, members);
    }

    private int number(String claim) {
      return numbers.getOrDefault(claim, 0);
    }

    /** Returns the account of a claim, and in depth-first order those below it that {@code told} lacks; they are added to it. */
    public ImmutableList<Account> below(String claim, BitSet told) {
      told.clear(number(claim));
      return below(number(claim), told);
    }

    private ImmutableList<Account> below(int root, BitSet told) {
      ImmutableList.Builder<Account> below = ImmutableList.builder();
      Deque<int[]> path = new ArrayDeque<>();
      tell(root, told, below);
      path.push(new int[] {root, 0});
      int[] ofRoot = next(accounts.get(root), true);
      while (!path.isEmpty()) {
        int[] at = path.element();
        int[] following = at[0] == root ? ofRoot : next(at[0]);
        if (at[1] == following.length) {
          path.remove();
          Cancellation.check();
        } else {
          int number = following[at[1]++];
          if (!told.get(number)) {
            tell(number, told, below);
            path.push(new int[] {number, 0});
          }
        }
      }
      return below.build();
    }

    private void tell(int number, BitSet told, ImmutableList.Builder<Account> below) {
      told.set(number);
      below.add(accounts.get(number));
    }

    private synchronized int[] next(int number) {
      int[] known = next[number];
      if (known == null) {
        known = next(accounts.get(number), false);
        next[number] = known;
      }
      return known;
    }

    private int[] next(Account account, boolean ofExplained) {
      List<Integer> following = new ArrayList<>();
      for (List<LineReport> side :
          List.of(account.supporting(), account.refuting(), account.qualifying())) {
        for (LineReport line : side) {
          for (String claim : AccountCollector.followed(line, ofExplained)) {
            Integer number = numbers.get(claim);
            if (number != null) {
              following.add(number);
            }
          }
        }
      }
      return following.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    private synchronized BitSet open(Predicate<Account> isOpen) {
      if (open == null) {
        BitSet found = new BitSet();
        for (int number = 0; number < accounts.size(); number++) {
          found.set(number, isOpen.test(accounts.get(number)));
        }
        open = found;
      }
      return open;
    }
  }
}
