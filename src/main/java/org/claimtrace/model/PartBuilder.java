package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The common base of the builders of parts. A builder accepts any value; {@link #build} checks all of them at once.
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
   * Adds a member of the author's own, which is kept and never interpreted.
   *
   * @param name the name, which begins with {@code _} and has not been added before
   * @param json the value as JSON text; it is kept minified
   */
  public B ownMember(String name, String json) {
    requireNonNull(name, "name");
    requireNonNull(json, "json");
    Problems flaws = ownFlaws == null ? new Problems() : ownFlaws;
    ownMembers = OwnMembers.with(ownMembers, flaws, name, json);
    ownFlaws = flaws.isEmpty() ? null : flaws;
    return self();
  }

  /**
   * Builds the part.
   *
   * @throws ClaimGraphException with all problems of the part, with pointers relative to it
   */
  @CheckReturnValue
  public P build() {
    flaws().throwIfAny();
    return draft();
  }

  /** Returns the problems of the part, with pointers relative to it. */
  final Problems flaws() {
    Problems problems = new Problems();
    check(problems);
    return problems;
  }

  /** Adds the problems of the part, with pointers relative to it. */
  void check(Problems problems) {
    if (ownFlaws != null) {
      problems.addAll("", ownFlaws);
    }
  }

  /**
   * Builds the part whatever is wrong with it, so that the graph or part that contains it can report all problems at once. A
   * wrong or missing value is absent, even where a part must have one. A draft never becomes part of a graph, since its
   * problems prevent the graph from being built.
   */
  abstract P draft();

  /** Returns a short description for logs, in no stable format. */
  @Override
  public final String toString() {
    return "builder of " + subject();
  }

  /** What is built, in a few words. */
  String subject() {
    Class<?> built = getClass().getEnclosingClass();
    return built == null ? "a part" : Ascii.toLowerCase(built.getSimpleName());
  }

  @SuppressWarnings("unchecked")
  final B self() {
    return (B) this;
  }

  /** Copies the members of another part. */
  B like(Part part) {
    ownMembers = part.ownMembers();
    return self();
  }

  static void missing(Problems problems, @Nullable Object member, String message, String remedy) {
    if (member == null) {
      problems.add(Problem.at("", ProblemCode.MISSING_MEMBER, message, remedy));
    }
  }

  /** Returns a required member; null only in a draft. */
  @SuppressWarnings("NullAway")
  static <T> T required(@Nullable T member) {
    return member;
  }
}
