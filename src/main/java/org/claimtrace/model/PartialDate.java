package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Strings;
import java.time.LocalDate;
import java.time.YearMonth;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A day, a month or a year. Ordered by the first day, then the coarser before the finer. Two are equal when they have the same
 * precision and the same first day.
 *
 * <p>Stable.
 */
public final class PartialDate extends Given<PartialDate> implements Comparable<PartialDate> {

  private static final String REMEDY =
      "Write a year, a month or a day, such as \"2026\", \"2026-02\" or \"2026-02-13\".";

  private final int year;
  // 0 where the date is coarser.
  private final int month;
  private final int day;

  private PartialDate(int year, int month, int day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * Returns a year.
   *
   * @throws InvalidValueException if it is not from 1 to 9999
   */
  public static PartialDate of(int year) {
    return parse(padded(year, 4));
  }

  /**
   * Returns a month.
   *
   * @param month from 1 to 12
   * @throws InvalidValueException if the year is not from 1 to 9999, or has no such month
   */
  public static PartialDate of(int year, int month) {
    return parse(padded(year, 4) + "-" + padded(month, 2));
  }

  /**
   * Returns a day.
   *
   * @param month from 1 to 12
   * @param day from 1 to 31
   * @throws InvalidValueException if the year is not from 1 to 9999, or has no such day
   */
  public static PartialDate of(int year, int month, int day) {
    return parse(padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2));
  }

  private static String padded(int number, int length) {
    return Strings.padStart(String.valueOf(number), length, '0');
  }

  /**
   * Returns a day.
   *
   * @throws InvalidValueException if its year is not from 1 to 9999
   */
  public static PartialDate of(LocalDate day) {
    requireNonNull(day, "day");
    return parse(day.toString());
  }

  /**
   * Parses {@code 2026}, {@code 2026-02} or {@code 2026-02-13}.
   *
   * @throws InvalidValueException if the text has none of these forms, or the calendar does not have the date
   */
  public static PartialDate parse(String text) {
    requireNonNull(text, "text");
    PartialDate date = read(text);
    if (date == null) {
      throw new InvalidValueException(problem("", text));
    }
    return date;
  }

  /** The date that a text denotes; null where it denotes none. */
  static @Nullable PartialDate read(String text) {
    if (!isWellFormed(text)) {
      return null;
    }
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = text.length() >= 7 ? Integer.parseInt(text, 5, 7, 10) : 0;
    int day = text.length() == 10 ? Integer.parseInt(text, 8, 10, 10) : 0;
    boolean possible = year >= 1
        && (text.length() < 7 || (month >= 1 && month <= 12))
        && (text.length() < 10 || (day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()));
    return possible ? new PartialDate(year, month, day) : null;
  }

  /** Returns the problem of a text that is not a date. */
  static Problem problem(String pointer, String text) {
    return isWellFormed(text)
        ? Problem.at(
            pointer, ProblemCode.IMPOSSIBLE_DATE, "no calendar has the date '" + text + "'", REMEDY)
        : DateGuesses.problem(pointer, text, REMEDY);
  }

  private static boolean isWellFormed(String text) {
    if (text.length() != 4 && text.length() != 7 && text.length() != 10) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first day of the year, month or day. */
  public LocalDate firstDay() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /** Returns the last day of the year, month or day. */
  public LocalDate lastDay() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  /** Returns whether this date begins no later than another ends. */
  public boolean beginsBy(PartialDate other) {
    requireNonNull(other, "other");
    return !firstDay().isAfter(other.lastDay());
  }

  @Override
  PartialDate read() {
    return this;
  }

  @Override
  public int compareTo(PartialDate other) {
    requireNonNull(other, "other");
    int byFirstDay = firstDay().compareTo(other.firstDay());
    return byFirstDay != 0
        ? byFirstDay
        : Integer.compare(toString().length(), other.toString().length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartialDate that
        && year == that.year
        && month == that.month
        && day == that.day;
  }

  @Override
  public int hashCode() {
    return (year * 16 + month) * 32 + day;
  }

  /** Returns the date as a claim file writes it. */
  @JsonValue
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(10);
    pad(text, year, 1000);
    if (month > 0) {
      pad(text.append('-'), month, 10);
    }
    if (day > 0) {
      pad(text.append('-'), day, 10);
    }
    return text.toString();
  }

  private static void pad(StringBuilder text, int number, int highest) {
    for (int power = highest; power > number && power > 1; power /= 10) {
      text.append('0');
    }
    text.append(number);
  }
}
