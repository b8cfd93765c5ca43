package org.claimtrace.change;

import org.jspecify.annotations.Nullable;

/**
 * The work that a search, or a part of it, may still take. One step is the preparation of one line of a graph for evaluation,
 * about a microsecond; all other work is counted in multiples or fractions of it. Not safe for use by several threads.
 */
final class WorkBudget {

  private final @Nullable WorkBudget whole;
  private long left;

  /** Thrown if a budget of work does not suffice. */
  static final class Spent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Spent() {
      super("out of work", null, false, false);
    }
  }

  WorkBudget(long most) {
    this(null, most);
  }

  private WorkBudget(@Nullable WorkBudget whole, long most) {
    this.whole = whole;
    left = most;
  }

  /** Returns a budget of at most {@code most} steps that are taken from this budget too. */
  WorkBudget part(long most) {
    return new WorkBudget(this, Math.min(most, left));
  }

  long left() {
    return left;
  }

  /**
   * Takes the work that is about to be done.
   *
   * @throws Spent if this budget, or one of which it is a part, has less left
   */
  void take(long steps) {
    takeFor(1, steps);
  }

  /**
   * Takes work that is about to be done for several parts, one of which is this: a share from this budget, and all of it from
   * the whole.
   *
   * @throws Spent if this budget, or one of which it is a part, has less left
   */
  void takeFor(int several, long steps) {
    for (WorkBudget each = this; each != null; each = each.whole) {
      if (each.share(several, steps) > each.left) {
        throw new Spent();
      }
    }
    for (WorkBudget each = this; each != null; each = each.whole) {
      each.left -= each.share(several, steps);
    }
  }

  private long share(int several, long steps) {
    return whole == null ? steps : steps / several;
  }

  /** Takes work that was done already, because its amount was not known in advance; never throws. */
  void spend(long steps) {
    for (WorkBudget each = this; each != null; each = each.whole) {
      each.left -= steps;
    }
  }
}
