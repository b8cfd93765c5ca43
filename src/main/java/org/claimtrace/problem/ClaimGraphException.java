package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.claimtrace.result.Result;

/**
 * Thrown when a claim graph does not follow the format; {@link #problems} lists all that is wrong, in document order.
 * Serializable, its problems included.
 *
 * <p>Stable.
 */
public final class ClaimGraphException extends RuntimeException implements Result {

  /** How many problems the message of an exception prints at most. */
  public static final int PRINTED = 100;

  private static final long serialVersionUID = 1L;

  private final ImmutableList<Problem> problems;
  private final long count;

  /**
   * Creates an exception.
   *
   * @param problems the problems, at least one, in document order
   * @param count how many problems there are in all, at least as many as are listed
   * @throws IllegalArgumentException if {@code problems} is empty or {@code count} is smaller than its size
   */
  public ClaimGraphException(ImmutableList<Problem> problems, long count) {
    super(message(requireNonNull(problems, "problems"), count));
    checkArgument(
        !problems.isEmpty() && count >= problems.size(),
        "%s problems, %s in all",
        problems.size(),
        count);
    this.problems = problems;
    this.count = count;
  }

  static String message(ImmutableList<Problem> problems, long count) {
    String printed =
        problems.stream().limit(PRINTED).map(Problem::toString).collect(Collectors.joining("\n"));
    long more = count - Math.min(PRINTED, problems.size());
    return more == 0
        ? printed
        : printed + "\n… and " + more + (more == 1 ? " more problem" : " more problems");
  }

  /** Returns the problems in document order, the first {@value Problems#KEPT} of them. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Returns how many problems there are in all, those that {@link #problems} leaves out included. */
  public long count() {
    return count;
  }
}
