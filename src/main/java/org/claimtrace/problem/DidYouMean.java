package org.claimtrace.problem;

import java.util.Optional;

/**
 * Finds the known word that a misspelt one was probably meant to be: the nearest by the optimal string alignment distance
 * (insertions, deletions, replacements and exchanges of neighbours cost 1 each), not further than a third of its length.
 *
 * <p>It has a budget of comparisons, so that a file with very many misspelt ids among very many declared ones is still
 * read in no time: when that is used up, nothing is suggested any more. Mutable, for use by one thread.
 */
public final class DidYouMean {

  private static final long COMPARISONS = 2_000_000;

  private final Iterable<String> known;
  private long budget = COMPARISONS;

  /** Makes one for a set of known words; of two that are equally near, the first in their order is suggested. */
  public DidYouMean(Iterable<String> known) {
    this.known = known;
  }

  /** The known word nearest to {@code misspelt}, if one is near enough. */
  public Optional<String> suggestion(String misspelt) {
    int furthest = Math.min(3, (misspelt.codePointCount(0, misspelt.length()) + 1) / 3);
    Optional<String> nearest = Optional.empty();
    int[] wrong = misspelt.codePoints().map(Character::toLowerCase).toArray();
    for (String word : known) {
      if (--budget < 0) {
        return Optional.empty();
      }
      if (Math.abs(word.length() - misspelt.length()) > 2 * furthest) {
        continue;
      }
      int distance =
          distance(wrong, word.codePoints().map(Character::toLowerCase).toArray(), furthest);
      if (distance <= furthest) {
        nearest = Optional.of(word);
        furthest = distance - 1;
      }
    }
    return nearest;
  }

  /** The question to put to the author, such as {@code Did you mean 'supports'?}, or another sentence where none fits. */
  public String orElse(String misspelt, String otherwise) {
    return suggestion(misspelt).map(word -> "Did you mean '" + word + "'?").orElse(otherwise);
  }

  private static int distance(int[] left, int[] right, int furthest) {
    if (Math.abs(left.length - right.length) > furthest) {
      return furthest + 1;
    }
    int[] beforeLast = new int[right.length + 1];
    int[] last = new int[right.length + 1];
    int[] row = new int[right.length + 1];
    for (int j = 0; j <= right.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length; i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= right.length; j++) {
        int best = Math.min(
            Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > furthest) {
        return furthest + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[right.length];
  }
}
