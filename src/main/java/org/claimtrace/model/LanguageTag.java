package org.claimtrace.model;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;

/**
 * Checks whether a text is a well-formed language tag of BCP 47 (RFC 5646, section 2.1), whether or not its parts are
 * registered. Reads it once from left to right.
 */
final class LanguageTag {

  /** Grandfathered tags that do not match the grammar; the regular ones match it. */
  private static final ImmutableSet<String> IRREGULAR = ImmutableSet.of(
      "en-gb-oed",
      "i-ami",
      "i-bnn",
      "i-default",
      "i-enochian",
      "i-hak",
      "i-klingon",
      "i-lux",
      "i-mingo",
      "i-navajo",
      "i-pwn",
      "i-tao",
      "i-tay",
      "i-tsu",
      "sgn-be-fr",
      "sgn-be-nl",
      "sgn-ch-de");

  private static final int LONGEST_PART = 8;

  private final String tag;
  // The current part.
  private int from;
  private int to;

  private LanguageTag(String tag) {
    this.tag = tag;
    this.to = partEnd(0);
  }

  static boolean isWellFormed(String tag) {
    return new LanguageTag(tag).isRegular() || IRREGULAR.contains(Ascii.toLowerCase(tag));
  }

  private boolean isRegular() {
    if (!isPrivate()) {
      if (!isLetters(2, LONGEST_PART)) {
        return false;
      }
      int extensions = length() <= 3 ? 3 : 0;
      next();
      while (extensions-- > 0 && isLetters(3, 3)) {
        next();
      }
      if (isLetters(4, 4)) {
        next();
      }
      if (isLetters(2, 2) || isDigits(3)) {
        next();
      }
      while (isVariant()) {
        next();
      }
      while (length() == 1 && isLettersOrDigits(1, 1) && !isPrivate()) {
        next();
        if (!isLettersOrDigits(2, LONGEST_PART)) {
          return false;
        }
        while (isLettersOrDigits(2, LONGEST_PART)) {
          next();
        }
      }
    }
    if (isPrivate()) {
      next();
      if (!isLettersOrDigits(1, LONGEST_PART)) {
        return false;
      }
      while (isLettersOrDigits(1, LONGEST_PART)) {
        next();
      }
    }
    return from > tag.length();
  }

  private int partEnd(int begin) {
    int end = tag.indexOf('-', begin);
    return end < 0 ? tag.length() : end;
  }

  /** Moves to the next part; after the last one, to an empty part beyond the end of the tag. */
  private void next() {
    from = to + 1;
    to = from > tag.length() ? to : partEnd(from);
  }

  private int length() {
    return to - from;
  }

  private boolean isPrivate() {
    return length() == 1 && (tag.charAt(from) | ' ') == 'x';
  }

  private boolean isVariant() {
    return isLettersOrDigits(5, LONGEST_PART)
        || (isLettersOrDigits(4, 4) && tag.charAt(from) <= '9');
  }

  private boolean isLetters(int least, int most) {
    return has(least, most, true, false);
  }

  private boolean isDigits(int count) {
    return has(count, count, false, true);
  }

  private boolean isLettersOrDigits(int least, int most) {
    return has(least, most, true, true);
  }

  private boolean has(int least, int most, boolean letters, boolean digits) {
    if (length() < least || length() > most) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = tag.charAt(i);
      boolean isLetter = Ascii.isUpperCase(c) || Ascii.isLowerCase(c);
      boolean isDigit = c >= '0' && c <= '9';
      if (!(letters && isLetter) && !(digits && isDigit)) {
        return false;
      }
    }
    return true;
  }
}
