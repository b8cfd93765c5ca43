package org.claimtrace.wording;

import com.google.common.collect.ImmutableSet;
import java.lang.Character.UnicodeScript;

/**
 * Finds where a line of Thai, Lao, Khmer or Burmese may be broken. These scripts write no spaces between words, and to find words
 * takes a dictionary, which not every Java runtime has; so lines are broken between clusters, wherever a syllable may begin.
 */
final class Syllables {

  private static final ImmutableSet<UnicodeScript> SCRIPTS = ImmutableSet.of(
      UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  /** Vowels and signs that stand after the consonant to which they belong, and punctuation at the end of a phrase. */
  private static final String NEVER_FIRST =
      "\u0E2F\u0E30\u0E32\u0E33\u0E45\u0E46\u0E5A\u0E5B\u0EAF\u0EB0\u0EB2\u0EB3\u0EBD\u0EC6"
          + "\u104A\u104B\u17D4\u17D5\u17D6\u17D7\u17DA";

  /** Vowels that stand before the consonant to which they belong. */
  private static final String NEVER_LAST =
      "\u0E40\u0E41\u0E42\u0E43\u0E44\u0EC0\u0EC1\u0EC2\u0EC3\u0EC4";

  /** Signs that put the next consonant below the one before. */
  private static final String STACKING = "\u1039\u17D2";

  /** The sign that makes a Burmese consonant the end of the syllable before it. */
  private static final char ASAT = '\u103A';

  private Syllables() {}

  /** Returns whether two code points are of scripts without spaces between words. */
  static boolean areWrittenWithoutSpaces(int before, int after) {
    return before >= '\u0E00'
        && after >= '\u0E00'
        && SCRIPTS.contains(UnicodeScript.of(before))
        && SCRIPTS.contains(UnicodeScript.of(after));
  }

  /** Returns whether a line may end after a cluster and the next begin with another. */
  static boolean mayBreak(Cluster before, Cluster after) {
    return NEVER_LAST.indexOf(before.base()) < 0
        && NEVER_FIRST.indexOf(after.base()) < 0
        && Character.getType(after.base()) != Character.COMBINING_SPACING_MARK
        && STACKING.indexOf(before.text().charAt(before.end() - 1)) < 0
        && after.text().substring(after.start(), after.end()).indexOf(ASAT) < 0
        && !(Character.isDigit(before.base()) && Character.isDigit(after.base()));
  }
}
