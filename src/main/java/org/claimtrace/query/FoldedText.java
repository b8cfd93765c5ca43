package org.claimtrace.query;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text for searches, so that differences of case, width, accents, points over and under letters, and the shapes of
 * apostrophes, quotation marks, dashes and spaces do not count.
 *
 * <p>Letters are compatibility-decomposed (Unicode Standard Annex 15), stripped of marks, and converted to lower case by way of
 * upper case, independently of their neighbours and the machine's locale: the dotted and the dotless i of Turkish are equal,
 * and so are the two small sigmas of Greek, and ß and ss. Marks that distinguish letters are kept: the vowel signs of Indic
 * scripts and of Thai, and the voicing marks of kana. Simplified and traditional ideographs are different.
 */
final class FoldedText {

  private static final CharMatcher APOSTROPHES = CharMatcher.anyOf("\u2018\u2019\u201B\u02BC");
  private static final CharMatcher QUOTATION_MARKS = CharMatcher.anyOf("\u201C\u201D\u201E\u201F");
  private static final CharMatcher DASHES =
      CharMatcher.inRange('\u2010', '\u2015').or(CharMatcher.is('\u2212'));
  private static final int VOICED = 0x3099;
  private static final int SEMI_VOICED = 0x309A;

  private FoldedText() {}

  /** Returns the folded form of a text, in time linear in the text; texts match if their folded forms are equal. */
  static String of(String text) {
    String folded = text;
    if (CharMatcher.ascii().matchesAllOf(text)) {
      folded = Ascii.toLowerCase(text);
    } else {
      // The result of a case conversion may be decomposable again.
      folded = decomposed(lowerCase(decomposed(text)));
      folded = Normalizer.normalize(folded, Normalizer.Form.NFC);
      folded = APOSTROPHES.replaceFrom(folded, '\'');
      folded = QUOTATION_MARKS.replaceFrom(folded, '"');
      folded = DASHES.replaceFrom(folded, '-');
    }
    return CharMatcher.whitespace().trimAndCollapseFrom(folded, ' ');
  }

  private static String lowerCase(String text) {
    // The detour by upper case turns ß into two letters; ẞ, which is upper case already, has become
    // ß before.
    return eachLowerCase(eachLowerCase(text).toUpperCase(Locale.ROOT));
  }

  /** Converts letter by letter: as a whole, the last sigma of a word would become another letter. */
  private static String eachLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static String decomposed(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(letter -> !isIgnored(letter))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isIgnored(int codePoint) {
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

  /** Returns whether a folded name contains another at word boundaries: no letter or digit of the same script adjoins it. */
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
