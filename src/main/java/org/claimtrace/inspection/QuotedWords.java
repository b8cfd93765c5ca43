package org.claimtrace.inspection;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a quote, folded so that two that differ only in typography are equal: in NFKC, in lower case by the rules of no
 * particular language, without anything but letters and digits; an ideograph is a word of its own.
 *
 * @param folded the words with a space between them
 * @param words the number of words that are not ideographs
 * @param ideographs the number of ideographs
 * @param agency the news agency whose slug the quote carries, if it carries one
 */
record QuotedWords(String folded, int words, int ideographs, Optional<String> agency) {

  private static final int ENOUGH_WORDS = 8;
  private static final int ENOUGH_IDEOGRAPHS = 16;

  /** Slugs of news agencies: the name in brackets, and in Chinese the name before the place and date of a dispatch. */
  private static final Pattern SLUG = Pattern.compile(
      "\\((AFP|ANSA|AP|dpa|EFE|Kyodo|PTI|Reuters|TASS|UPI|Xinhua)\\)|(新华社|中新社)[^，。]{0,20}电");

  static QuotedWords of(String quote) {
    StringBuilder folded = new StringBuilder();
    int words = 0;
    int ideographs = 0;
    boolean inWord = false;
    String normal = fold(quote);
    for (int at = 0; at < normal.length(); at += Character.charCount(normal.codePointAt(at))) {
      int each = normal.codePointAt(at);
      boolean isIdeograph = Character.isIdeographic(each);
      boolean isPart =
          Character.isLetterOrDigit(each) || Character.getType(each) == Character.NON_SPACING_MARK;
      if (isPart && (isIdeograph || !inWord)) {
        folded.append(folded.isEmpty() ? "" : " ");
        words += isIdeograph ? 0 : 1;
        ideographs += isIdeograph ? 1 : 0;
      }
      if (isPart) {
        folded.appendCodePoint(each);
      }
      inWord = isPart && !isIdeograph;
    }
    Matcher slug = SLUG.matcher(quote);
    Optional<String> agency = slug.find()
        ? Optional.of(slug.group(1) != null ? slug.group(1) : slug.group(2))
        : Optional.empty();
    return new QuotedWords(folded.toString(), words, ideographs, agency);
  }

  /** Returns words in NFKC and folded to one case. */
  static String fold(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** Returns whether it is so long that two sources hardly come by it each for itself. */
  boolean areEnough() {
    return words + ideographs / 2 >= ENOUGH_WORDS || ideographs >= ENOUGH_IDEOGRAPHS;
  }
}
