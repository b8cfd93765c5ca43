package org.claimtrace.problem;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.claimtrace.result.Result;

/**
 * All that is wrong with a document, found without an exception. Immutable, and safe to share between threads.
 *
 * <p>Stable.
 */
public final class FoundProblems implements Result {

  private static final FoundProblems NONE = new FoundProblems(ImmutableList.of(), 0);

  private final ImmutableList<Problem> problems;
  private final long count;

  private FoundProblems(ImmutableList<Problem> problems, long count) {
    this.problems = problems;
    this.count = count;
  }

  /** Returns that nothing is wrong. */
  public static FoundProblems none() {
    return NONE;
  }

  /** Returns the problems that an exception carries. */
  public static FoundProblems of(ClaimGraphException exception) {
    requireNonNull(exception, "exception");
    return new FoundProblems(exception.problems(), exception.count());
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Returns the problems in document order, the first {@value Problems#KEPT} of them. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Returns how many problems there are in all, those that {@link #problems} leaves out included. */
  public long count() {
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundProblems found
        && problems.equals(found.problems)
        && count == found.count;
  }

  @Override
  public int hashCode() {
    return 31 * problems.hashCode() + Long.hashCode(count);
  }

  /** Returns the problems, a line each, as {@link ClaimGraphException#getMessage} does; {@code no problems} where there is none. */
  @Override
  public String toString() {
    return isEmpty() ? "no problems" : ClaimGraphException.message(problems, count);
  }
}
