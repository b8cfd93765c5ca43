package org.claimtrace.problem;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects problems, all at once: keeps the first {@value #KEPT}, or as many as take {@value #CHARACTERS} characters, and counts
 * the rest, so that a hostile file cannot flood its reader. Mutable, for use by one thread.
 */
public final class Problems {

  /** How many problems are kept. */
  public static final int KEPT = 10_000;

  /** How many characters the problems that are kept have, the last one aside. */
  public static final int CHARACTERS = 8_000_000;

  // Shared while empty: every builder of a part has such a collection, and nearly all stay empty.
  private List<Problem> kept = List.of();
  private long count;
  private long characters;

  /** Makes an empty collection. */
  public Problems() {}

  /** Adds a problem. */
  public void add(Problem problem) {
    if (count++ == 0) {
      kept = new ArrayList<>();
    }
    if (!isFull()) {
      kept.add(problem);
      characters += characters(problem);
    }
  }

  /** Adds a problem that is put into words only if it is kept. */
  public void add(Supplier<Problem> problem) {
    if (isFull()) {
      count++;
    } else {
      add(problem.get());
    }
  }

  /** Whether what is added now is only counted. */
  public boolean isFull() {
    return kept.size() >= KEPT || characters >= CHARACTERS;
  }

  /** How many characters a problem has: its pointer, what is wrong and the remedy. */
  public static long characters(Problem problem) {
    return (long) problem.place().pointer().length()
        + problem.message().length()
        + problem.remedy().length();
  }

  /** Adds all that another collection holds, their pointers taken to be relative to {@code prefix}. */
  public void addAll(String prefix, Problems others) {
    for (Problem problem : others.kept) {
      add(() -> problem.under(prefix));
    }
    count += others.count - others.kept.size();
  }

  /** What this collection holds and one more. */
  public Problems and(Problem problem) {
    Problems all = new Problems();
    all.addAll("", this);
    all.add(problem);
    return all;
  }

  /** Removes the problems at a pointer and below it. */
  public void forget(String pointer) {
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

  /** How many were added, kept or not. */
  public long count() {
    return count;
  }

  /** The problems kept, in the order in which they were added. */
  public ImmutableList<Problem> kept() {
    return ImmutableList.copyOf(kept);
  }

  /**
   * Throws what was collected, if anything was.
   *
   * @throws ClaimGraphException if a problem was added
   */
  public void throwIfAny() {
    if (count > 0) {
      throw new ClaimGraphException(kept(), count);
    }
  }
}
