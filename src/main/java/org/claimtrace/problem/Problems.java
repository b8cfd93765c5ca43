package org.claimtrace.problem;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.claimtrace.result.Result.WithoutJson;

/**
 * Collects the problems of a graph, so that all are reported at once. It keeps the first {@value #KEPT}, or as many as take
 * {@value #CHARACTERS} characters, and only counts the rest, so that a hostile file cannot flood its reader. Mutable, for use
 * by one thread.
 *
 * <p>Stable.
 */
public final class Problems implements WithoutJson {

  /** How many problems are kept at most. */
  public static final int KEPT = 10_000;

  /** How many characters the kept problems have at most, the last one aside. */
  public static final int CHARACTERS = 8_000_000;

  // Shared while empty: every builder of a part has such a collection, and nearly all stay empty.
  private List<Problem> kept = List.of();
  private long count;
  private long characters;

  /** Creates an empty collection. */
  public Problems() {}

  /** Adds a problem. */
  public void add(Problem problem) {
    requireNonNull(problem, "problem");
    if (count++ == 0) {
      kept = new ArrayList<>();
    }
    if (!isFull()) {
      kept.add(problem);
      characters += characters(problem);
    }
  }

  /** Adds a problem, which is computed only if it is kept. */
  public void add(Supplier<Problem> problem) {
    requireNonNull(problem, "problem");
    if (isFull()) {
      count++;
    } else {
      add(problem.get());
    }
  }

  /** Whether a problem added now would only be counted. */
  public boolean isFull() {
    return kept.size() >= KEPT || characters >= CHARACTERS;
  }

  /** Returns how many characters a problem has: those of its pointer, message and remedy. */
  public static long characters(Problem problem) {
    requireNonNull(problem, "problem");
    return (long) problem.place().pointer().length()
        + problem.message().length()
        + problem.remedy().length();
  }

  /** Adds all problems of another collection, with {@code prefix} put before their pointers. */
  public void addAll(String prefix, Problems others) {
    requireNonNull(prefix, "prefix");
    requireNonNull(others, "others");
    for (Problem problem : others.kept) {
      add(() -> problem.under(prefix));
    }
    count += others.count - others.kept.size();
  }

  /** Returns a new collection with the problems of this one and one more. */
  public Problems and(Problem problem) {
    requireNonNull(problem, "problem");
    Problems all = new Problems();
    all.addAll("", this);
    all.add(problem);
    return all;
  }

  /** Removes the problems at a pointer and below it, in time linear in the number of problems kept. */
  public void forget(String pointer) {
    requireNonNull(pointer, "pointer");
    if (count == 0) {
      return;
    }
    List<Problem> others = new ArrayList<>(kept);
    others.removeIf(problem -> isAtOrBelow(problem.place().pointer(), pointer));
    count -= kept.size() - others.size();
    kept = others;
    characters = others.stream().mapToLong(Problems::characters).sum();
  }

  private static boolean isAtOrBelow(String pointer, String ancestor) {
    return pointer.startsWith(ancestor)
        && (pointer.length() == ancestor.length() || pointer.charAt(ancestor.length()) == '/');
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Returns how many problems were added, kept or not. */
  public long count() {
    return count;
  }

  /** Returns the problems kept, in the order in which they were added. */
  public ImmutableList<Problem> kept() {
    return ImmutableList.copyOf(kept);
  }

  /**
   * Throws an exception with all problems, if there are any.
   *
   * @throws ClaimGraphException if a problem was added
   */
  public void throwIfAny() {
    if (count > 0) {
      throw new ClaimGraphException(kept(), count);
    }
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return count + (count == 1 ? " problem" : " problems");
  }
}
