package org.claimtrace.query;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as a reader looks for it: without regard to case, width, accents, points over and under letters, and the shapes of
 * apostrophes, quotation marks, dashes and spaces.
 *
 * <p>Letters are compatibility-decomposed (Unicode Standard Annex 15), stripped of marks, and brought to one case by way of
 * capitals, whatever their neighbours and the machine's locale: the dotted and the dotless i of Turkish are one, and so are the
 * two small sigmas of Greek, and ß and ss. What makes another letter is kept: the vowel signs of Indic scripts and of Thai, and
 * the voicing marks of kana. Simplified and traditional ideographs are different letters.
 */
final class FoldedText {

  private static final CharMatcher APOSTROPHES = CharMatcher.anyOf("\u2018\u2019\u201B\u02BC");
  private static final CharMatcher QUOTATION_MARKS = CharMatcher.anyOf("\u201C\u201D\u201E\u201F");
  private static final CharMatcher DASHES =
      CharMatcher.inRange('\u2010', '\u2015').or(CharMatcher.is('\u2212'));
  private static final int VOICED = 0x3099;
  private static final int SEMI_VOICED = 0x309A;

  private FoldedText() {}

  /** A text without what is no difference; equal texts are found alike. Time is linear in the text. */
  static String of(String text) {
    String folded = text;
    if (CharMatcher.ascii().matchesAllOf(text)) {
      folded = Ascii.toLowerCase(text);
    } else {
      // What becomes a capital may decompose anew.
      folded = decomposed(lowerCase(decomposed(text)));
      folded = Normalizer.normalize(folded, Normalizer.Form.NFC);
      folded = APOSTROPHES.replaceFrom(folded, '\'');
      folded = QUOTATION_MARKS.replaceFrom(folded, '"');
      folded = DASHES.replaceFrom(folded, '-');
    }
    return CharMatcher.whitespace().trimAndCollapseFrom(folded, ' ');
  }

  private static String lowerCase(String text) {
    // By way of capitals, which make two letters of ß; ẞ itself is one already.
    return eachLowerCase(eachLowerCase(text).toUpperCase(Locale.ROOT));
  }

  /** Letter by letter: as a whole, the last sigma of a word would become another letter. */
  private static String eachLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static String decomposed(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(letter -> !isNoDifference(letter))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isNoDifference(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT -> true;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
        switch (Character.UnicodeScript.of(codePoint)) {
          case INHERITED -> codePoint != VOICED && codePoint != SEMI_VOICED;
          case ARABIC, HEBREW, LATIN, GREEK, CYRILLIC -> true;
          default -> false;
        };
      default -> false;
    };
  }

  /**
   * Whether a folded name contains another, as a whole or as some of its words in a row: before it and after it no letter or
   * digit of the same writing goes on.
   */
  static boolean names(String name, String words) {
    for (int at = name.indexOf(words); at >= 0; at = name.indexOf(words, at + 1)) {
      int end = at + words.length();
      if ((at == 0 || isBoundary(name.codePointBefore(at), words.codePointAt(0)))
          && (end == name.length()
              || isBoundary(words.codePointBefore(words.length()), name.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBoundary(int before, int after) {
    return !Character.isLetterOrDigit(before)
        || !Character.isLetterOrDigit(after)
        || Character.isIdeographic(before) != Character.isIdeographic(after);
  }
}
