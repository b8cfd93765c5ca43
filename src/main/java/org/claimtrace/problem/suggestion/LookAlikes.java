package org.claimtrace.problem.suggestion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Knows letters of other scripts that look like Latin ones, such as the Cyrillic letter er, which looks like a p: those of Cyrillic
 * and Greek that people type and that Unicode lists as confusable with one Latin letter (UTS 39), and the full-width forms.
 */
public final class LookAlikes {

  /** Letters, each followed by the Latin one that it looks like. */
  private static final String PAIRS =
      "\u0430a\u0441c\u0435e\u0456i\u0458j\u043eo\u0440p\u0455s\u0443y\u0445x\u04bbh\u0501d\u051bq"
          + "\u051dw\u0475v\u043ak\u043cm\u0442t\u043dh\u0432b\u0410A\u0412B\u0421C\u0415E\u041dH\u0406I\u0408J\u041aK\u041cM\u041eO\u0420P\u0405S"
          + "\u0422T\u0425X\u0423Y\u0474V\u03bfo\u03b1a\u03b9i\u03bdv\u03bak\u03c1p\u03c5u\u03c7x\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK"
          + "\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X";

  private static final ImmutableMap<Integer, Integer> LATIN = latin();
  private static final int FULL_WIDTH_FROM = 0xff01;
  private static final int FULL_WIDTH_TO = 0xff5e;
  private static final int FULL_WIDTH_DISTANCE = 0xfee0;

  private LookAlikes() {}

  private static ImmutableMap<Integer, Integer> latin() {
    ImmutableMap.Builder<Integer, Integer> latin = ImmutableMap.builder();
    for (int i = 0; i < PAIRS.length(); i += 2) {
      latin.put((int) PAIRS.charAt(i), (int) PAIRS.charAt(i + 1));
    }
    return latin.buildOrThrow();
  }

  /** Returns the Latin letter that a letter looks like, otherwise the letter itself. */
  static int latin(int letter) {
    if (letter < 0x80) {
      return letter;
    }
    return letter >= FULL_WIDTH_FROM && letter <= FULL_WIDTH_TO
        ? letter - FULL_WIDTH_DISTANCE
        : LATIN.getOrDefault(letter, letter);
  }

  /** Returns whether two different words look the same. */
  public static boolean lookAlike(String word, String other) {
    requireNonNull(word, "word");
    requireNonNull(other, "other");
    return !word.equals(other) && skeleton(word).equals(skeleton(other));
  }

  private static String skeleton(String word) {
    StringBuilder skeleton = new StringBuilder(word.length());
    word.codePoints().map(LookAlikes::latin).forEach(skeleton::appendCodePoint);
    return skeleton.toString();
  }

  /**
   * Returns a sentence, after a space, that names the letters in which two words differ although these letters look alike, and
   * likewise a character that cannot be seen; empty where there are none.
   */
  public static String note(String word, String other) {
    requireNonNull(word, "word");
    requireNonNull(other, "other");
    if (isPlain(word) && isPlain(other)) {
      return "";
    }
    int[] ours = word.codePoints().toArray();
    int[] theirs = other.codePoints().toArray();
    Set<Integer> inWord = new LinkedHashSet<>();
    Set<Integer> inOther = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      if (ours[i] != theirs[i] && latin(ours[i]) == latin(theirs[i])) {
        (latin(ours[i]) == ours[i] ? inOther : inWord)
            .add(latin(ours[i]) == ours[i] ? theirs[i] : ours[i]);
      }
    }
    return sentence(word, inWord) + sentence(other, inOther) + invisible(word) + invisible(other);
  }

  private static boolean isPlain(String word) {
    return word.codePoints().allMatch(c -> c < 0x80);
  }

  /** A sentence that names the first character of a word that cannot be seen. */
  private static String invisible(String word) {
    return word.codePoints()
        .filter(c -> Character.getType(c) == Character.FORMAT)
        .mapToObj(c -> String.format(
            Locale.ROOT,
            " '%s' holds the invisible character U+%04X (%s).",
            word,
            c,
            Character.getName(c)))
        .findFirst()
        .orElse("");
  }

  private static String sentence(String word, Set<Integer> letters) {
    if (letters.isEmpty()) {
      return "";
    }
    StringBuilder sentence = new StringBuilder(" '" + word + "' is written with ");
    String before = "";
    for (int letter : letters) {
      sentence
          .append(before)
          .append("the ")
          .append(script(letter))
          .append(String.format(Locale.ROOT, " U+%04X", letter));
      before = " and ";
    }
    return sentence.append('.').toString();
  }

  private static String script(int letter) {
    if (letter >= FULL_WIDTH_FROM && letter <= FULL_WIDTH_TO) {
      return "full-width character";
    }
    String name = Character.UnicodeScript.of(letter).toString();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " letter";
  }
}
