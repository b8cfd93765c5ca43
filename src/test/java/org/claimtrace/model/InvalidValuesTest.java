package org.claimtrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that Java code passes and no graph can hold are illegal arguments, not problems of a file. */
class InvalidValuesTest {

  private static final String DATE_REMEDY =
      "Write a year, a month or a day, such as \"2026\", \"2026-02\" or \"2026-02-13\".";
  private static final String GRADE_REMEDY = "Write a number from 0 to 1, such as 0.8.";
  private static final String TAG_REMEDY = "Write a BCP 47 tag, such as 'en', 'zh' or 'zh-Hans'.";
  private static final String BLANK =
      "the text is blank. Write the words, or leave the member out.";

  private static Arguments refused(String message, ProblemCode code, ThrowingCallable value) {
    return Arguments.of(message, code, value);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        refused(
            "grade is 2, and must lie between 0 and 1. " + GRADE_REMEDY,
            ProblemCode.GRADE_OUT_OF_RANGE,
            () -> Grade.of(2)),
        refused(
            "grade is -0.1, and must lie between 0 and 1. " + GRADE_REMEDY,
            ProblemCode.GRADE_OUT_OF_RANGE,
            () -> Grade.of(-.1)),
        refused(
            "grade is NaN, and must lie between 0 and 1. " + GRADE_REMEDY,
            ProblemCode.GRADE_OUT_OF_RANGE,
            () -> Grade.of(Double.NaN)),
        refused(
            "'26' is not a date. " + DATE_REMEDY,
            ProblemCode.ILL_FORMED_DATE,
            () -> PartialDate.parse("26")),
        refused(
            "no calendar has the date '2026-02-30'. " + DATE_REMEDY,
            ProblemCode.IMPOSSIBLE_DATE,
            () -> PartialDate.parse("2026-02-30")),
        refused(
            "no calendar has the date '2026-00'. " + DATE_REMEDY,
            ProblemCode.IMPOSSIBLE_DATE,
            () -> PartialDate.parse("2026-00")),
        refused(
            "no calendar has the date '2026-01-00'. " + DATE_REMEDY,
            ProblemCode.IMPOSSIBLE_DATE,
            () -> PartialDate.parse("2026-01-00")),
        refused(
            "'+10000-01-01' is not a date. " + DATE_REMEDY,
            ProblemCode.ILL_FORMED_DATE,
            () -> PartialDate.of(LocalDate.of(10_000, 1, 1))),
        refused(
            "no calendar has the date '0000-01-01'. " + DATE_REMEDY,
            ProblemCode.IMPOSSIBLE_DATE,
            () -> PartialDate.of(LocalDate.of(0, 1, 1))),
        refused(BLANK, ProblemCode.BLANK, () -> Text.of(" ")),
        refused(BLANK, ProblemCode.BLANK, () -> Text.of("en", "")),
        refused(
            "the text holds the control character U+0007. Remove it; only line feed and tab may stand in a text.",
            ProblemCode.CONTROL_CHARACTER,
            () -> Text.of("x\u0007")),
        refused(
            "'english!' is not a language tag. " + TAG_REMEDY,
            ProblemCode.ILL_FORMED_TAG,
            () -> Text.of("english!", "x")),
        refused(
            "'' is not a language tag. " + TAG_REMEDY,
            ProblemCode.ILL_FORMED_TAG,
            () -> Text.of(ImmutableMap.of("", "x"))),
        refused(
            "the text has no words in any language. Write a string, or an object such as {\"en\": \"…\"}.",
            ProblemCode.EMPTY,
            () -> Text.of(ImmutableMap.of())),
        refused(
            "the language 'en' stands twice in one text. Keep one of the two; tags are the same whatever their case.",
            ProblemCode.DUPLICATE_TAG,
            () -> Text.of(ImmutableMap.of("en", "x", "EN", "y"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void areIllegalArguments(String message, ProblemCode code, ThrowingCallable value) {
    assertThatThrownBy(value).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    assertThat(catchThrowableOfType(InvalidValueException.class, value).problems())
        .extracting(Problem::code)
        .containsExactly(code);
  }

  @Test
  void ofATextAreReportedAllAtOnce() {
    InvalidValueException refused =
        catchThrowableOfType(InvalidValueException.class, () -> Text.of("x!", "", "en", " "));
    assertThat(refused)
        .hasMessage("'x!' is not a language tag. " + TAG_REMEDY + "\n" + BLANK + "\n" + BLANK);
    assertThat(refused.problems())
        .extracting(problem -> problem.place().pointer())
        .containsExactly("/x!", "/x!", "/en");
  }

  /** A value inside a part is reported when the part is built, with its place. */
  @Test
  void insideAPartAreProblemsOfThePart() {
    Evidence.Builder evidence =
        Evidence.builder("s").note(" ").date("26").strength(2).translation("x!", "y");
    assertThat(catchThrowableOfType(ClaimGraphException.class, evidence::build).problems())
        .extracting(problem -> problem.place().pointer() + " " + problem.code())
        .containsExactly(
            "/strength grade-out-of-range",
            "/translation/x! ill-formed-tag",
            "/date ill-formed-date",
            "/note blank");
  }
}
