package org.claimtrace.change;

import org.jspecify.annotations.Nullable;

/**
 * How much work a question may still take, or a part of it. One step is what it takes to make ready one line of a graph to be
 * evaluated, about a microsecond; whatever else is done is counted as so many of these. Not for use by several threads.
 */
final class WorkBudget {

  private final @Nullable WorkBudget whole;
  private long left;

  /** Thrown where a budget of work is not enough. */
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

  /** A part of this work, for something that may take no more than that; what it takes is taken from this too. */
  WorkBudget part(long most) {
    return new WorkBudget(this, Math.min(most, left));
  }

  long left() {
    return left;
  }

  /**
   * Takes what is about to be done.
   *
   * @throws Spent if there is not so much left, of this or of what it is a part of
   */
  void take(long steps) {
    takeFor(1, steps);
  }

  /**
   * Takes what is about to be done for several, of whom this is the part of one: all of it from the whole, and from this its share.
   *
   * @throws Spent if there is not so much left
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

  /** Takes what was done, of which it was not known before how much it would be. */
  void spend(long steps) {
    for (WorkBudget each = this; each != null; each = each.whole) {
      each.left -= steps;
    }
  }
}
