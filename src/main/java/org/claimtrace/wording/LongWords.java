package org.claimtrace.wording;

import java.util.HashSet;
import java.util.Set;

/**
 * Abbreviates long words of a graph from their second use on, so that the length of an output grows with its content and not
 * with how often a thing is named. Not safe for use by several threads.
 */
public final class LongWords {

  /** The most characters of words that are given whole every time. Longer words are a paragraph rather than a name. */
  private static final int LONG = 240;

  /** The number of characters that are kept of long words from their second use on. */
  private static final int SHORT = 80;

  private final Set<String> used = new HashSet<>();

  /** Returns words unchanged at their first use, and their beginning from then on if they are long. */
  String once(String words) {
    return words.length() <= LONG || used.add(words) ? words : cut(words);
  }

  /** Returns the beginning of long words, and others unchanged. */
  static String cut(String words) {
    if (words.length() <= LONG) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    // The rest may have held the ends of isolates that begin in what is kept.
    return Isolation.closed(words.substring(0, end) + "…");
  }
}
