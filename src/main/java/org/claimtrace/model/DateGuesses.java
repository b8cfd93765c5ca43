package org.claimtrace.model;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads dates as people write them, to say how the format writes them. */
final class DateGuesses {

  private static final int LONGEST = 40;

  private static final ImmutableList<String> MONTHS = ImmutableList.of(
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          + "|nov(?:ember)?|dec(?:ember)?)\\.?";

  /** A year first, then perhaps month and day, whatever separates them. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})(?:月?|\\s?[-/.月]\\s?(\\d{1,2})日?)");

  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[Tt ].*");
  private static final Pattern CHINESE_YEAR = Pattern.compile("(\\d{4})年");

  /** A day first, as dots always mean. */
  private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");

  /** Day and month in either order. */
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");

  private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
  private static final Pattern DAY_IN_WORDS =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s(?:of\\s)?" + MONTH + ",?\\s(\\d{4})");
  private static final Pattern MONTH_IN_WORDS =
      Pattern.compile(MONTH + "\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})");
  private static final Pattern MONTH_ALONE = Pattern.compile(MONTH + ",?\\s(\\d{4})");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s");

  private DateGuesses() {}

  /**
   * Returns the problem of a text that is not written as a date.
   *
   * @param usual the remedy where nothing better is known
   */
  static Problem problem(String pointer, String text, String usual) {
    ImmutableList<String> read = text.length() > LONGEST ? ImmutableList.of() : read(text);
    if (read.size() == 2) {
      return Problem.at(
          pointer,
          ProblemCode.ILL_FORMED_DATE,
          Rules.quoted(text) + " may be either " + read.get(0) + " or " + read.get(1),
          "Write \"" + read.get(0) + "\" or \"" + read.get(1) + "\".");
    }
    Problem problem = Problem.at(
        pointer,
        ProblemCode.ILL_FORMED_DATE,
        Rules.quoted(text) + (read.isEmpty() ? " is not a date" : " is not written as a date"),
        read.isEmpty() ? usual : "Write \"" + read.get(0) + "\".");
    return read.isEmpty() ? problem : problem.with(Fix.text(pointer, read.get(0)));
  }

  /** Returns the dates that a text can mean, as the format writes them: none, one or two. */
  private static ImmutableList<String> read(String text) {
    String words = Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
    if (PartialDate.read(words) != null) {
      return ImmutableList.of(words);
    }
    Matcher weekday = WEEKDAY.matcher(words);
    if (weekday.lookingAt()) {
      words = words.substring(weekday.end());
    }
    Matcher slashes = SLASHES.matcher(words);
    if (slashes.matches()) {
      return inEitherOrder(slashes.group(1), slashes.group(2), slashes.group(3));
    }
    String date = readOne(words);
    return date == null ? ImmutableList.of() : ImmutableList.of(date);
  }

  private static @Nullable String readOne(String words) {
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, DIGITS, TIMESTAMP}) {
      Matcher matcher = pattern.matcher(words);
      if (matcher.matches()) {
        return date(matcher.group(1), matcher.group(2), matcher.group(3));
      }
    }
    Matcher matcher = CHINESE_YEAR.matcher(words);
    if (matcher.matches()) {
      return date(matcher.group(1), null, null);
    }
    matcher = DOTS.matcher(words);
    if (matcher.matches()) {
      return date(matcher.group(3), matcher.group(2), matcher.group(1));
    }
    matcher = MONTH_AND_YEAR.matcher(words);
    if (matcher.matches()) {
      return date(matcher.group(2), matcher.group(1), null);
    }
    matcher = DAY_IN_WORDS.matcher(words);
    if (matcher.matches()) {
      return date(matcher.group(3), month(matcher.group(2)), matcher.group(1));
    }
    matcher = MONTH_IN_WORDS.matcher(words);
    if (matcher.matches()) {
      return date(matcher.group(3), month(matcher.group(1)), matcher.group(2));
    }
    matcher = MONTH_ALONE.matcher(words);
    return matcher.matches() ? date(matcher.group(2), month(matcher.group(1)), null) : null;
  }

  private static ImmutableList<String> inEitherOrder(String one, String other, String year) {
    return Stream.of(date(year, other, one), date(year, one, other))
        .flatMap(Stream::ofNullable)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static String month(@Nullable String word) {
    return word == null ? "" : String.valueOf(MONTHS.indexOf(word.substring(0, 3)) + 1);
  }

  /** Returns a date as the format writes it; null where the calendar has none. */
  private static @Nullable String date(
      @Nullable String year, @Nullable String month, @Nullable String day) {
    String date = year
        + (month == null ? "" : "-" + Strings.padStart(month, 2, '0'))
        + (day == null ? "" : "-" + Strings.padStart(day, 2, '0'));
    return PartialDate.read(date) == null ? null : date;
  }
}
