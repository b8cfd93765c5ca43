package org.claimtrace.problem;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the known words one of which a misspelt one was probably meant to be: the nearest by the optimal string alignment
 * distance (insertions, deletions, replacements and exchanges of neighbours cost 1 each), not further than a third of its length;
 * where none is so near, those that begin with it, if it has {@value #LEAST_BEGINNING} characters and they are at most
 * {@value #FEW}.
 *
 * <p>It has a budget of comparisons, so that a file with very many misspelt ids among very many declared ones is still
 * read in no time: when that is used up, nothing is suggested any more. Mutable, for use by one thread.
 */
public final class DidYouMean {

  private static final long COMPARISONS = 2_000_000;

  /** So many characters tell words apart by how they begin. */
  private static final int LEAST_BEGINNING = 3;

  /** Of more words that begin alike none is likelier than another. */
  private static final int FEW = 3;

  private final Iterable<String> known;
  private long budget = COMPARISONS;

  /** Makes one for a set of known words; of two that are equally near, the first in their order is suggested. */
  public DidYouMean(Iterable<String> known) {
    this.known = known;
  }

  /**
   * The known word nearest to {@code misspelt}; or where none is near enough, those that begin with it, in their order; none where
   * they are too many.
   */
  public ImmutableList<String> suggestions(String misspelt) {
    int[] wrong = lowerCase(misspelt);
    int furthest = Math.min(3, (wrong.length + 1) / 3);
    ImmutableList<String> nearest = ImmutableList.of();
    List<String> beginning = new ArrayList<>();
    for (String word : known) {
      if (--budget < 0) {
        return ImmutableList.of();
      }
      boolean mayBegin = wrong.length >= LEAST_BEGINNING && beginning.size() <= FEW;
      if (mayBegin && begins(wrong, word)) {
        beginning.add(word);
      }
      if (Math.abs(word.length() - misspelt.length()) > 2 * furthest) {
        continue;
      }
      int distance = distance(wrong, lowerCase(word), furthest);
      if (distance <= furthest) {
        nearest = ImmutableList.of(word);
        furthest = distance - 1;
      }
    }
    return nearest.isEmpty() && beginning.size() <= FEW ? ImmutableList.copyOf(beginning) : nearest;
  }

  /**
   * The question to put to the author, such as {@code Did you mean 'supports'?}, or {@code Did you mean 'x-post' or 'x-page'?}; or
   * another sentence where none fits.
   */
  public String orElse(String misspelt, String otherwise) {
    ImmutableList<String> words = suggestions(misspelt);
    if (words.isEmpty()) {
      return otherwise;
    }
    int last = words.size() - 1;
    String others = String.join("', '", words.subList(0, last));
    return "Did you mean '" + (others.isEmpty() ? "" : others + "' or '") + words.get(last) + "'?";
  }

  private static int[] lowerCase(String word) {
    return word.codePoints().map(Character::toLowerCase).toArray();
  }

  private static boolean begins(int[] beginning, String word) {
    int at = 0;
    for (int wanted : beginning) {
      if (at == word.length() || Character.toLowerCase(word.codePointAt(at)) != wanted) {
        return false;
      }
      at = word.offsetByCodePoints(at, 1);
    }
    return true;
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
