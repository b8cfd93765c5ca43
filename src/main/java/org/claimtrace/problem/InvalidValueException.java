package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * Thrown when Java code passes a value that no graph can hold: a grade out of range, a date that no calendar has, a text
 * without words. Problems of a whole graph or of a file are reported by a {@link ClaimGraphException} instead, all at once.
 * Serializable, its problems included.
 *
 * <p>Stable.
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final ImmutableList<Problem> problems;

  /**
   * Creates an exception.
   *
   * @param problems what is wrong, at least one problem, with pointers relative to the value
   * @throws IllegalArgumentException if there is no problem
   */
  public InvalidValueException(ImmutableList<Problem> problems) {
    super(message(requireNonNull(problems, "problems")));
    checkArgument(!problems.isEmpty(), "no problems");
    this.problems = problems;
  }

  /** Creates an exception for one problem. */
  public InvalidValueException(Problem problem) {
    this(ImmutableList.of(requireNonNull(problem, "problem")));
  }

  private static String message(ImmutableList<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.message() + ". " + problem.remedy())
        .collect(Collectors.joining("\n"));
  }

  /** Returns what is wrong, with pointers relative to the value. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
