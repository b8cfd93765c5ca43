package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads grades as people write them, to say how the format writes them. */
final class GradeGuesses {

  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{1,20})?|[.,][0-9]{1,20}");
  private static final Pattern ADMIRALTY = Pattern.compile("[A-Fa-f][1-6]");
  private static final String USUAL = "Write a number from 0 to 1, such as 0.8.";

  /** The second axis of the Admiralty code: how credible a statement is, from 1 on. */
  private static final ImmutableList<String> CREDIBILITY = ImmutableList.of(
      "confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged");

  private GradeGuesses() {}

  /** Returns what to write in place of a number that is not from 0 to 1. */
  static String within(double value) {
    return value >= 2 && value <= 100 && value == Math.rint(value)
        ? "A grade is a number from 0 to 1; write " + Rules.number(value / 100) + " if "
            + Rules.number(value) + " percent is meant."
        : USUAL;
  }

  /** Returns the problem of a reliability that is probably meant otherwise; null where nothing is known. */
  static @Nullable Problem reliability(String pointer, String words) {
    String trimmed = words.strip();
    if (ADMIRALTY.matcher(trimmed).matches()) {
      String letter = trimmed.substring(0, 1).toUpperCase(Locale.ROOT);
      String digit = trimmed.substring(1);
      return problem(
          pointer,
          Rules.quoted(words) + " grades both a source and a statement",
          "Write \"" + letter + "\" here; the " + digit + " is the \"strength\" of the evidence: \""
              + CREDIBILITY.get(Integer.parseInt(digit) - 1) + "\".");
    }
    String capital = trimmed.toUpperCase(Locale.ROOT);
    if (Grade.findReliability(capital).isPresent()) {
      return problem(
              pointer,
              Rules.quoted(words) + " is not a reliability",
              "Write a capital letter: \"" + capital + "\".")
          .with(Fix.text(pointer, capital));
    }
    return number(pointer, words);
  }

  /** Returns the problem of a strength that is probably meant otherwise; null where nothing is known. */
  static @Nullable Problem strength(String pointer, String words) {
    String term = words.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s-]+", " ");
    if (Grade.findStrength(term).isPresent()) {
      return problem(
              pointer, Rules.quoted(words) + " is not a strength", "Did you mean '" + term + "'?")
          .with(Fix.text(pointer, term));
    }
    if (Grade.findReliability(words.strip().toUpperCase(Locale.ROOT)).isPresent()
        || ADMIRALTY.matcher(words.strip()).matches()) {
      return problem(
          pointer,
          Rules.quoted(words) + " is not a strength",
          "A letter grades a source: write it as the \"reliability\" of the source.");
    }
    return number(pointer, words);
  }

  private static @Nullable Problem number(String pointer, String words) {
    Optional<String> number = read(words);
    if (number.isPresent()) {
      return problem(
              pointer,
              Rules.quoted(words) + " stands in quotation marks, and a number must not",
              "Write " + number.get() + ".")
          .with(Fix.of(new Fix.Replace(pointer, number.get())));
    }
    String trimmed = words.strip();
    if (!NUMBER.matcher(trimmed).matches()) {
      return null;
    }
    return problem(
        pointer,
        Rules.quoted(words) + " stands in quotation marks, and a number must not",
        within(Double.parseDouble(trimmed.replace(',', '.'))));
  }

  /** Returns the JSON text of a number from 0 to 1 that was written in quotation marks, with a comma or as a percentage. */
  private static Optional<String> read(String words) {
    String trimmed = words.strip();
    boolean percent = trimmed.endsWith("%") || trimmed.endsWith("％");
    String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits.replace(',', '.'));
    BigDecimal grade = percent ? value.movePointLeft(2) : value;
    return grade.compareTo(BigDecimal.ONE) <= 0
        ? Optional.of(grade.signum() == 0 ? "0" : grade.stripTrailingZeros().toPlainString())
        : Optional.empty();
  }

  private static Problem problem(String pointer, String message, String remedy) {
    return Problem.at(pointer, ProblemCode.UNKNOWN_GRADE, message, remedy);
  }
}
