package org.claimtrace.wording;

import com.google.common.base.Splitter;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A sequence of code points that a reader takes for one character: a base with its marks, an emoji sequence or a flag. A line
 * is never broken inside one.
 *
 * @param text the text that it is a part of
 * @param start the index in the text at which it begins
 * @param end the index in the text after its end
 * @param columns the number of columns that it takes: 0, 1 or 2
 */
record Cluster(String text, int start, int end, int columns) {

  private static final int SOFT_HYPHEN = 0xAD;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  /**
   * The code points of East_Asian_Width W and F (Unicode Standard Annex 11, Unicode 18.0), in hexadecimal. Those of ambiguous
   * width are not among them: terminals draw them narrow unless configured otherwise, and a program cannot find out.
   */
  private static final String WIDE = """
      1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2630-2637 2648-2653 267F 268A-268F 2693 26A1 \
      26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 \
      2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E80-2E99 2E9B-2EF3 2F00-2FD5 2FF0-3029 3030-303E 3041-3096 309B-30FF \
      3105-312F 3131-3163 3165-318E 3190-31E5 31EF-321E 3220-3247 3250-A48C A490-A4C6 A960-A97C AC00-D7A3 F900-FAFF \
      FE10-FE19 FE30-FE52 FE54-FE66 FE68-FE6B FF01-FF60 FFE0-FFE6 16FE0-16FE3 16FF2-16FF6 17000-18CDA 18CFF-18D20 \
      18D80-18DF2 18E00-19191 191A0-191D2 1AFF0-1AFF3 1AFF5-1AFFB 1AFFD-1AFFE 1B000-1B128 1B132 1B150-1B152 1B155 \
      1B164-1B168 1B170-1B2FB 1D300-1D356 1D360-1D376 1F004 1F0CF 1F18E 1F191-1F19A 1F1AE 1F200-1F202 1F210-1F23B \
      1F240-1F248 1F250-1F251 1F260-1F265 1F300-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 \
      1F3E0-1F3F0 1F3F4 1F3F8-1F43E 1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596 1F5A4 \
      1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2 1F6D5-1F6D9 1F6DC-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC 1F7DA 1F7E0-1F7EB 1F7F0 \
      1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FA7C 1FA80-1FAC6 1FAC8 1FACC-1FADD 1FADF-1FAEB 1FAEF-1FAFA 20000-2FFFD \
      30000-3FFFD""";

  private static final NavigableMap<Integer, Integer> LAST_WIDE_BY_FIRST = ranges(WIDE);

  private static NavigableMap<Integer, Integer> ranges(String listed) {
    NavigableMap<Integer, Integer> lastByFirst = new TreeMap<>();
    for (String range : Splitter.on(' ').split(listed)) {
      int hyphen = range.indexOf('-');
      int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen), 16);
      lastByFirst.put(
          first, hyphen < 0 ? first : Integer.parseInt(range.substring(hyphen + 1), 16));
    }
    return lastByFirst;
  }

  /** Returns the cluster that begins at an index of a text, which must lie before its end. */
  static Cluster at(String text, int start) {
    int base = text.codePointAt(start);
    int end = start + Character.charCount(base);
    int columns = columns(base);
    int last = base;
    while (end < text.length()) {
      int next = text.codePointAt(end);
      boolean ofAFlag = isRegionalIndicator(next)
          && isRegionalIndicator(last)
          && last == base
          && end == start + 2;
      if (Character.isISOControl(next)
          || (!ofAFlag && columns(next) != 0 && !joins(base, last, next))) {
        break;
      }
      if (ofAFlag || (next == EMOJI_PRESENTATION && columns == 1)) {
        columns = 2;
      }
      last = next;
      end += Character.charCount(next);
    }
    return new Cluster(text, start, end, columns);
  }

  /** Returns whether an emoji sequence continues with a code point: a skin tone, or another emoji after a joiner. */
  private static boolean joins(int base, int last, int next) {
    return isSymbol(base)
        && ((next >= 0x1F3FB && next <= 0x1F3FF) || (last == ZERO_WIDTH_JOINER && isSymbol(next)));
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isSymbol(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.OTHER_SYMBOL
        || type == Character.MATH_SYMBOL
        || (codePoint >= 0x1F000 && isWide(codePoint));
  }

  /** Returns the columns that a code point takes on its own. */
  private static int columns(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return 1;
    }
    if (isWide(codePoint)) {
      return Character.getType(codePoint) == Character.NON_SPACING_MARK ? 0 : 2;
    }
    return isZeroWidth(codePoint) ? 0 : 1;
  }

  private static boolean isWide(int codePoint) {
    var range = LAST_WIDE_BY_FIRST.floorEntry(codePoint);
    return range != null && codePoint <= range.getValue();
  }

  private static boolean isZeroWidth(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> codePoint != SOFT_HYPHEN && !isPrepended(codePoint);
      // The vowels and final consonants of conjoining Hangul are drawn inside the block that the
      // initial consonant begins.
      default ->
        (codePoint >= 0x1160 && codePoint <= 0x11FF)
            || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
    };
  }

  /** Returns whether a format character is visible, such as a sign that spans the number after it. */
  private static boolean isPrepended(int codePoint) {
    return (codePoint >= 0x600 && codePoint <= 0x605)
        || codePoint == 0x6DD
        || codePoint == 0x70F
        || codePoint == 0x890
        || codePoint == 0x891
        || codePoint == 0x8E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }

  /** Returns whether it takes two columns, as ideographs, kana, Hangul, fullwidth forms and emoji do. */
  boolean isWide() {
    return columns == 2;
  }

  /** Returns the code point with which it begins. */
  int base() {
    return text.codePointAt(start);
  }
}
