package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * Thrown when Java code gives a value that no graph can hold: a grade out of range, a date that no calendar has, a text without
 * words. What a graph or a file says is refused by a {@link ClaimGraphException} instead, all at once.
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  /**
   * Makes an exception.
   *
   * @param problems what is wrong, at least one; pointers relative to the value
   */
  public InvalidValueException(ImmutableList<Problem> problems) {
    super(message(problems));
    checkArgument(!problems.isEmpty(), "no problems");
    this.problems = problems;
  }

  /** Makes an exception for one problem. */
  public InvalidValueException(Problem problem) {
    this(ImmutableList.of(problem));
  }

  private static String message(ImmutableList<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.message() + ". " + problem.remedy())
        .collect(Collectors.joining("\n"));
  }

  /** What is wrong, pointers relative to the value. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
