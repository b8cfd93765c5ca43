package org.claimtrace.problem.suggestion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Suggests the known word that a misspelt one was probably meant to be.
 *
 * <p>That is the nearest by the optimal string alignment distance, in which insertions, deletions, replacements and exchanges
 * of neighbours cost 1 each and letters that look alike cost nothing, at a distance of at most a third of the misspelt word's length and at most {@value #FURTHEST}.
 * Where no word is so near, those that begin with the misspelt one are suggested, if it has at least {@value #LEAST_BEGINNING}
 * characters and they are at most {@value #FEW}. For a word of more than {@value #LONGEST} characters nothing is suggested.
 *
 * <p>A {@link Budget} limits the comparisons, so that a file with very many misspelt ids among very many declared ones, or with
 * very long ones, is still read in no time: once it is used up, nothing is suggested any more. Mutable, for use by one thread.
 */
public final class DidYouMean {

  private static final int FURTHEST = 3;

  /** With fewer characters, a beginning says too little about the word that was meant. */
  private static final int LEAST_BEGINNING = 3;

  /** Among more words that begin alike, none is likelier than another. */
  private static final int FEW = 3;

  /** The longest id that a reader takes, unless its limits are changed. */
  private static final int LONGEST = 1024;

  private final Iterable<String> known;
  private final Budget budget;
  private int[] beforeLast = new int[0];
  private int[] last = new int[0];
  private int[] row = new int[0];

  /** Creates a finder over known words; of two that are equally near, the first in their order is suggested. */
  public DidYouMean(Iterable<String> known) {
    this(known, new Budget());
  }

  /** Creates a finder that shares its budget with others. */
  public DidYouMean(Iterable<String> known, Budget budget) {
    requireNonNull(known, "known");
    requireNonNull(budget, "budget");
    this.known = known;
    this.budget = budget;
  }

  /**
   * How much may be compared: 2,000,000 words, and 20,000,000 pairs of characters of words that may be near. Mutable, for use
   * by one thread.
   */
  public static final class Budget {

    private long words = 2_000_000;
    private long characters = 20_000_000;

    /** Creates a budget of which nothing is used up. */
    public Budget() {}

    /** Returns how many words may still be compared, at least 0. */
    public long words() {
      return Math.max(words, 0);
    }

    /** Returns how many pairs of characters may still be compared, at least 0. */
    public long characters() {
      return Math.max(characters, 0);
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return words() + " words and " + characters() + " pairs of characters";
    }

    boolean isUsedUp() {
      return words <= 0 || characters <= 0;
    }
  }

  /**
   * Returns the known word nearest to {@code misspelt}; where none is near enough, the words that begin with it, in their
   * order; nothing where these are too many or the budget is used up.
   */
  public ImmutableList<String> suggestions(String misspelt) {
    requireNonNull(misspelt, "misspelt");
    if (misspelt.length() > LONGEST || budget.isUsedUp()) {
      return ImmutableList.of();
    }
    int[] wrong = lowerCase(misspelt);
    int furthest = Math.min(FURTHEST, (wrong.length + 1) / 3);
    ImmutableList<String> nearest = ImmutableList.of();
    List<String> beginning = new ArrayList<>();
    for (String word : known) {
      if (budget.isUsedUp()) {
        return ImmutableList.of();
      }
      budget.words--;
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
   * Returns the question to put to the author, such as {@code Did you mean 'supports'?} or {@code Did you mean 'x-post' or
   * 'x-page'?}; or {@code otherwise} where nothing is suggested.
   */
  public String orElse(String misspelt, String otherwise) {
    requireNonNull(misspelt, "misspelt");
    requireNonNull(otherwise, "otherwise");
    return question(misspelt, suggestions(misspelt), otherwise);
  }

  /**
   * Returns the question that offers some words, and what the eye cannot see: letters in which the first differs from the misspelt
   * word although they look alike; or {@code otherwise} where there is no word.
   */
  public static String question(String misspelt, ImmutableList<String> words, String otherwise) {
    requireNonNull(misspelt, "misspelt");
    return words.isEmpty()
        ? otherwise
        : question(words, otherwise) + LookAlikes.note(misspelt, words.get(0));
  }

  /** Returns the question that offers some words; or {@code otherwise} where there is none. */
  public static String question(ImmutableList<String> words, String otherwise) {
    if (words.isEmpty()) {
      return otherwise;
    }
    int last = words.size() - 1;
    String others = String.join("', '", words.subList(0, last));
    return "Did you mean '" + (others.isEmpty() ? "" : others + "' or '") + words.get(last) + "'?";
  }

  private int[] lowerCase(String word) {
    budget.characters -= word.length();
    return word.codePoints().map(DidYouMean::folded).toArray();
  }

  /** Returns a character as it is compared: in lower case, and a letter that looks like a Latin one as that one. */
  private static int folded(int c) {
    return Character.toLowerCase(LookAlikes.latin(c));
  }

  private boolean begins(int[] beginning, String word) {
    int at = 0;
    for (int wanted : beginning) {
      budget.characters--;
      if (at == word.length() || folded(word.codePointAt(at)) != wanted) {
        return false;
      }
      at = word.offsetByCodePoints(at, 1);
    }
    return true;
  }

  /**
   * Returns the distance, or some number above {@code furthest} where it is larger. Only characters whose positions differ by
   * at most {@code furthest} are compared: no others can be aligned in words that near.
   */
  private int distance(int[] left, int[] right, int furthest) {
    if (Math.abs(left.length - right.length) > furthest) {
      return furthest + 1;
    }
    if (row.length <= right.length) {
      beforeLast = new int[right.length + 1];
      last = new int[right.length + 1];
      row = new int[right.length + 1];
    }
    for (int j = 0; j <= Math.min(furthest, right.length); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length; i++) {
      int from = Math.max(1, i - furthest);
      int to = Math.min(right.length, i + furthest);
      budget.characters -= to - from + 1;
      row[from - 1] = from == 1 ? i : furthest + 1;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int above = j == i + furthest ? furthest + 1 : last[j];
        int best = Math.min(
            Math.min(row[j - 1], above) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
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

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "suggestions within " + budget;
  }
}
