package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of parts have in common. A builder takes whatever it is given; {@link #build} checks it, all at once.
 *
 * <p>Neither type variable has a bound: its erasure would be a class that callers outside of this package cannot see, and a
 * method reference of theirs would fail when it is linked.
 *
 * @param <P> what is built, a {@link Part}
 * @param <B> the builder itself
 */
abstract class PartBuilder<P, B> {

  Map<String, String> ownMembers = ImmutableMap.of();
  private @Nullable Problems ownFlaws;

  /**
   * Adds a member of the author's own, which is kept and never read.
   *
   * @param name its name, which begins with {@code _}
   * @param json its value as JSON text; kept minified
   */
  public B ownMember(String name, String json) {
    Problems flaws = ownFlaws == null ? new Problems() : ownFlaws;
    ownMembers = OwnMembers.with(ownMembers, flaws, name, json);
    ownFlaws = flaws.isEmpty() ? null : flaws;
    return self();
  }

  /**
   * Builds it.
   *
   * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
   */
  public P build() {
    flaws().throwIfAny();
    return draft();
  }

  /** What is wrong, pointers relative to the part. */
  final Problems flaws() {
    Problems problems = new Problems();
    check(problems);
    return problems;
  }

  /** Adds what is wrong, pointers relative to the part. */
  void check(Problems problems) {
    if (ownFlaws != null) {
      problems.addAll("", ownFlaws);
    }
  }

  /**
   * What is built whatever is wrong, so that what it is a part of can tell all problems at once. A wrong or missing value is
   * absent from it, even where a part must have one; it never becomes part of a graph, since that is not built, either.
   */
  abstract P draft();

  @SuppressWarnings("unchecked")
  final B self() {
    return (B) this;
  }

  /** Begins like another part. */
  B like(Part part) {
    ownMembers = part.ownMembers();
    return self();
  }

  static void missing(Problems problems, @Nullable Object member, String message, String remedy) {
    if (member == null) {
      problems.add(Problem.at("", ProblemCode.MISSING_MEMBER, message, remedy));
    }
  }

  /** A member that a part must have; null only in a draft. */
  @SuppressWarnings("NullAway")
  static <T> T required(@Nullable T member) {
    return member;
  }
}
