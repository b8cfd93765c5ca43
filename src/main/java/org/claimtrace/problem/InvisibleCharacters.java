package org.claimtrace.problem;

import java.util.Locale;

/** Recognizes characters that are not visible, or that can make a text look like another. */
final class InvisibleCharacters {

  private InvisibleCharacters() {}

  /** Returns the text with each such character written as JSON escapes it. */
  static String escaped(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7f) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length()).append(text, 0, plain);
    int c;
    for (int i = plain; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isInvisible(c)) {
        for (char unit : Character.toChars(c)) {
          escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      } else {
        escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      default -> isFiller(c);
    };
  }

  /**
   * Whether Unicode allows a character to be ignored in display (Default_Ignorable_Code_Point), formatting characters aside, or
   * it is the blank of Braille.
   */
  private static boolean isFiller(int c) {
    return c == 0x034F // combining grapheme joiner
        || (c >= 0x115F && c <= 0x1160) // Hangul fillers
        || (c >= 0x17B4 && c <= 0x17B5) // Khmer inherent vowels
        || (c >= 0x180B && c <= 0x180F) // Mongolian variation selectors
        || c == 0x2065
        || c == 0x2800 // blank of Braille
        || c == 0x3164 // Hangul filler
        || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
        || c == 0xFFA0 // half-width Hangul filler
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0xE0000
            && c <= 0xE0FFF); // tags, variation selectors, and code points reserved for them
  }
}
