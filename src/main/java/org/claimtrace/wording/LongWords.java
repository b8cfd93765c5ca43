package org.claimtrace.wording;

import java.util.HashSet;
import java.util.Set;

/**
 * Says words of a graph that are long whole once, and cuts them short after, so that what is told grows with how much there is to
 * tell and not with how often it is named. Not for use by several threads.
 */
public final class LongWords {

  /** How many characters words have at most that are said whole every time. Longer ones are a paragraph and no name. */
  private static final int LONG = 240;

  /** How many characters of long words are said when they come again. */
  private static final int SHORT = 80;

  private final Set<String> said = new HashSet<>();

  /** Words as they are, or cut short where they are long and have been said. */
  String once(String words) {
    return words.length() <= LONG || said.add(words) ? words : cut(words);
  }

  /** The beginning of long words; others as they are. */
  static String cut(String words) {
    if (words.length() <= LONG) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    // What the rest would have ended ends here.
    return Isolation.closed(words.substring(0, end) + "…");
  }
}
