package org.claimtrace.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The rules for single values: ids, strings, tags, URLs. Each method adds a problem at a pointer if its rule is broken; absent
 * values break none.
 */
final class Rules {

  private static final String ID_REMEDY =
      "An id begins with a letter or digit of any script; letters, digits, '.', '_' and '-' follow.";
  // Nearly all lists are this short, and a set costs more than a few comparisons.
  private static final int COMPARED_IN_PAIRS = 8;
  private static final Pattern DOI = Pattern.compile(
      "10\\.\\d{4,9}(?:\\.\\d++)*+/[^\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\x{d800}-\\x{dfff}]++");
  private static final Pattern DOI_IN_ADDRESS = Pattern.compile(
      "(?i:https?://(?:dx\\.)?doi\\.org/|doi:\\s*+)(10\\.\\d{4,9}(?:\\.\\d++)*+/[^\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\x{d800}-\\x{dfff}]++)");
  private static final Pattern FINDING_CODE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*+");

  private Rules() {}

  /** Quotes a text for a message, cut where it is long. */
  static String quoted(String text) {
    return Problem.quoted(text);
  }

  /** Formats a number without the {@code .0} that Java writes after whole ones. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static void id(Problems problems, String pointer, @Nullable String id) {
    if (id == null || isPlainId(id)) {
      return;
    }
    if (!Normalizer.isNormalized(id, Normalizer.Form.NFC)) {
      problems.add(Problem.at(
          pointer,
          ProblemCode.ID_NOT_NFC,
          "the id " + quoted(id) + " is not in Unicode normalization form C",
          "Write it composed, as " + quoted(Normalizer.normalize(id, Normalizer.Form.NFC))
              + ", everywhere."));
      return;
    }
    if (id.isEmpty()) {
      problems.add(Problem.at(pointer, ProblemCode.ILL_FORMED_ID, "an id is empty", ID_REMEDY));
      return;
    }
    boolean first = true;
    for (int i = 0; i < id.length(); ) {
      int c = id.codePointAt(i);
      boolean fits = Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.LETTER_NUMBER // such as the Chinese zero, U+3007
          || (!first && (c == '.' || c == '_' || c == '-' || isCombiningMark(c)));
      if (!fits) {
        problems.add(IllFormedIds.problem(pointer, id, c, first, ID_REMEDY));
        return;
      }
      first = false;
      i += Character.charCount(c);
    }
  }

  private static boolean isPlainId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      if (!letterOrDigit && (i == 0 || (c != '-' && c != '_' && c != '.'))) {
        return false;
      }
    }
    return !id.isEmpty();
  }

  private static boolean isCombiningMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  static void ids(Problems problems, String pointer, @Nullable List<String> ids) {
    if (ids != null) {
      distinct(problems, pointer, ids);
    }
  }

  static void premises(Problems problems, String pointer, List<Premise> premises) {
    distinct(problems, pointer, premises);
  }

  private static void distinct(Problems problems, String pointer, List<?> list) {
    if (list.size() > COMPARED_IN_PAIRS) {
      Set<Object> seen = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        if (!seen.add(list.get(i))) {
          problems.add(repeated(pointer + "/" + i, list.get(i).toString()));
        }
      }
      return;
    }
    for (int i = 1; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (list.get(i).equals(list.get(j))) {
          problems.add(repeated(pointer + "/" + i, list.get(i).toString()));
          break;
        }
      }
    }
  }

  static Problem repeated(String pointer, String what) {
    return Problem.at(
            pointer,
            ProblemCode.REPEATED_ID,
            "the list names " + quoted(what) + " twice",
            "Remove one of the two.")
        .with(Fix.of(new Fix.Remove(pointer)));
  }

  /** Checks a string that must have a visible character and no control characters. */
  static void words(Problems problems, String pointer, @Nullable String words) {
    if (words == null) {
      return;
    }
    string(problems, pointer, words);
    if (isBlank(words)) {
      problems.add(Problem.at(
          pointer,
          ProblemCode.BLANK,
          "the text is blank",
          "Write the words, or leave the member out."));
    }
  }

  /** Checks strings each of which must have a visible character. */
  static void allWords(Problems problems, String pointer, List<String> all) {
    for (int i = 0; i < all.size(); i++) {
      words(problems, pointer + "/" + i, all.get(i));
    }
  }

  /** Checks one string or several, as {@link #allWords}; where it is one, it need not stand in a list. */
  static void oneOrMore(Problems problems, String pointer, List<String> all) {
    if (all.size() == 1) {
      words(problems, pointer, all.get(0));
    } else {
      allWords(problems, pointer, all);
    }
  }

  /** Whether no character is visible: all are spaces of some kind, controls, or formatting marks such as a joiner. */
  private static boolean isBlank(String words) {
    int c;
    for (int i = 0; i < words.length(); i += Character.charCount(c)) {
      c = words.codePointAt(i);
      if (c > ' ' && c < 0x7f) {
        return false;
      }
      if (c > 0x7f && !isInvisible(Character.getType(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int type) {
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.CONTROL
        || type == Character.FORMAT;
  }

  /** Checks a string that may be blank. */
  static void string(Problems problems, String pointer, String text) {
    boolean hasSurrogates = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        continue;
      }
      hasSurrogates |= Character.isSurrogate(c);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        problems.add(Problem.at(
            pointer,
            ProblemCode.CONTROL_CHARACTER,
            String.format(Locale.ROOT, "the text holds the control character U+%04X", (int) c),
            "Remove it; only line feed and tab may stand in a text."));
        break;
      }
    }
    if (hasSurrogates) {
      surrogates(problems, pointer, text);
    }
  }

  /** Checks that a string has no half of a surrogate pair alone, since that could not be written as UTF-8. */
  static void surrogates(Problems problems, String pointer, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired = Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          problems.add(Problem.at(
              pointer,
              ProblemCode.LONE_SURROGATE,
              String.format(Locale.ROOT, "the text holds half a surrogate pair, U+%04X", (int) c),
              "Write the whole character, or remove it."));
          return;
        }
        i++;
      }
    }
  }

  /** Returns the problem of a text without words. */
  static Problem noWords(String pointer) {
    return Problem.at(
        pointer,
        ProblemCode.EMPTY,
        "the text has no words in any language",
        "Write a string, or an object such as {\"en\": \"…\"}.");
  }

  static void languages(Problems problems, String pointer, Text text) {
    Set<String> seen = new HashSet<>();
    text.forEach((tag, words) -> {
      language(problems, pointer, tag, words);
      if (!seen.add(tag.toLowerCase(Locale.ROOT))) {
        problems.add(Problem.at(
            pointer + "/" + Place.escape(tag),
            ProblemCode.DUPLICATE_TAG,
            "the language " + quoted(tag) + " stands twice in one text",
            "Keep one of the two; tags are the same whatever their case."));
      }
    });
  }

  /** Checks words in one language; the pointer is that of the text that they belong to. */
  static void language(Problems problems, String pointer, String tag, String words) {
    if (!isTag(tag)) {
      tag(problems, pointer + "/" + Place.escape(tag), tag);
    }
    Problems flaws = new Problems();
    words(flaws, "", words);
    if (!flaws.isEmpty()) {
      problems.addAll(pointer + "/" + Place.escape(tag), flaws);
    }
  }

  /** Checks the form of a finding's code; the inspection knows which codes there are. */
  static void findingCode(Problems problems, String pointer, @Nullable String code) {
    if (code != null && !FINDING_CODE.matcher(code).matches()) {
      problems.add(
          Problem.at(
              pointer,
              ProblemCode.UNKNOWN_WORD,
              quoted(code) + " is not the code of a finding",
              "Write it as the inspection prints it: words in lower case with hyphens, such as 'circular-sourcing'."));
    }
  }

  static void tag(Problems problems, String pointer, @Nullable String tag) {
    if (tag != null && !isTag(tag)) {
      problems.add(Problem.at(
          pointer,
          ProblemCode.ILL_FORMED_TAG,
          quoted(tag) + " is not a language tag",
          "Write a BCP 47 tag, such as 'en', 'zh' or 'zh-Hans'."));
    }
  }

  private static boolean isTag(String tag) {
    if (tag.length() == 2 && isLowerCaseLetter(tag.charAt(0)) && isLowerCaseLetter(tag.charAt(1))) {
      return true;
    }
    return LanguageTag.isWellFormed(tag);
  }

  private static boolean isLowerCaseLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Checks one URL or several; where it is one, it need not stand in a list. */
  static void urls(Problems problems, String pointer, List<String> urls) {
    for (int i = 0; i < urls.size(); i++) {
      url(problems, urls.size() == 1 ? pointer : pointer + "/" + i, urls.get(i));
    }
  }

  /** Checks the form of a Digital Object Identifier: a prefix such as {@code 10.1000}, a slash, and a suffix without spaces. */
  static void doi(Problems problems, String pointer, @Nullable String doi) {
    if (doi == null || DOI.matcher(doi).matches()) {
      return;
    }
    Matcher inAddress = DOI_IN_ADDRESS.matcher(doi);
    Problem problem = Problem.at(
        pointer,
        ProblemCode.ILL_FORMED_DOI,
        quoted(doi) + " is not a DOI",
        inAddress.matches()
            ? "Write it without the address before it: " + quoted(inAddress.group(1)) + "."
            : "Write prefix and suffix, such as \"10.1000/182\".");
    problems.add(
        inAddress.matches() ? problem.with(Fix.text(pointer, inAddress.group(1))) : problem);
  }

  static void url(Problems problems, String pointer, @Nullable String url) {
    if (url == null || isPlainUrl(url)) {
      return;
    }
    if (IllFormedUrls.isWebAddress(url)) {
      surrogates(problems, pointer, url);
    } else {
      problems.add(IllFormedUrls.problem(pointer, url));
    }
  }

  /**
   * Returns whether a URL is a plain web address, whose characters all stand for themselves. Nearly all are, and parsing takes
   * long.
   */
  static boolean isPlainUrl(String url) {
    int begin = url.startsWith("https://") ? 8 : 7;
    if (begin == 7 && !url.startsWith("http://")) {
      return false;
    }
    boolean inHost = true;
    for (int i = begin; i < url.length(); i++) {
      char c = url.charAt(i);
      inHost &= c != '/';
      boolean plain = isLowerCaseLetter(c)
          || (c >= '0' && c <= '9')
          || (c >= 'A' && c <= 'Z')
          || c == '.'
          || c == '-'
          || (!inHost && (c == '/' || c == '_' || c == '?' || c == '=' || c == '&'));
      if (!plain) {
        return false;
      }
    }
    return url.length() > begin && url.charAt(begin) != '/';
  }
}
