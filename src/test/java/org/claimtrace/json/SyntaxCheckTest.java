package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxCheckTest {

  private static final Limits LIMITS = new Limits(5, 100, 50, 1000, Optional.empty());

  private static Optional<Fault> fault(String json) {
    return SyntaxCheck.firstFault(JsonBytes.of(Optional.empty(), json), LIMITS, 0)
        .map(SyntaxCheck.Found::fault);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("[1,]", 2, "a comma stands before the end of the list", "Remove the comma."),
        Arguments.of(
            "{\"a\": 1,\n}", 7, "a comma stands before the end of the object", "Remove the comma."),
        Arguments.of("[1 2]", 3, "a comma is missing before '2'", "Write ',' between two entries."),
        Arguments.of(
            "{\"a\": \"x\" \"b\": 1}",
            10,
            "a comma is missing before \"b\"",
            "Write ',' between two entries."),
        Arguments.of(
            "{\"a\" 1}", 1, "no ':' follows the name 'a'", "Write ':' and a value after it."),
        Arguments.of(
            "{a: 1}",
            1,
            "'a' stands where a member's name must stand",
            "Write the name in double quotes: \"a\"."),
        Arguments.of(
            "[1}",
            2,
            "the list that begins in line 1 is not closed before this '}'",
            "Write ']' before it, or in its place."),
        Arguments.of(
            "{\"a\": 0,5}", 7, "a comma stands inside a number", "Write a point, as in 0.5."),
        Arguments.of("['a']", 1, "a single quotation mark stands here", "Write a double one: \"."),
        Arguments.of(
            "[“a”]",
            1,
            "the typographic quotation mark '“' stands here",
            "Write a straight one: \"."),
        Arguments.of("{\"a\"：1}", 4, "the full-width '：' stands here", "Write ':'."),
        Arguments.of("[1，2]", 2, "the full-width '，' stands here", "Write ','."),
        Arguments.of(
            "[1, // one\n2]",
            4,
            "a comment stands here, and JSON has none",
            "Remove it, or make it a \"note\" or a member whose name begins with '_'."),
        Arguments.of(
            "[1,\u00a02]",
            3,
            "the invisible character U+00A0 stands between the values",
            "Remove it, or write a plain space."),
        Arguments.of("[True]", 1, "'True' is not a value", "Write true, in lower case."),
        Arguments.of("[NaN]", 1, "'NaN' is not a value", "Write a number."),
        Arguments.of(
            "[nil]", 1, "'nil' is not a value", "Write a string in double quotes: \"nil\"."),
        Arguments.of(
            "[01]",
            1,
            "'01' is not a number",
            "Write a number such as 0, 0.8 or 1, or a string in double quotes."),
        Arguments.of(
            "[.5]",
            1,
            "'.5' is not a number",
            "Write a number such as 0, 0.8 or 1, or a string in double quotes."),
        Arguments.of(
            "[2026-02-13]",
            1,
            "'2026-02-13' is not a number",
            "Write a number such as 0, 0.8 or 1, or a string in double quotes."),
        Arguments.of(
            "[\"a\nb\"]",
            3,
            "a line ends inside a string",
            "Close the string with '\"', or write \\n for a line break in it."),
        Arguments.of("[\"C:\\data\"]", 4, "'\\d' is not an escape", "Write \\\\ for a backslash."),
        Arguments.of(
            "[\"\\u00g0\"]",
            2,
            "'\\u' is not followed by four hexadecimal digits",
            "Write four, such as \\u00e9, or the character itself."),
        Arguments.of(
            "[1;]",
            2,
            "';' stands where a comma or the end of the list must stand",
            "Write ',' or ']'."));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("faults")
  void reportsAMistakeWithItsRemedy(String json, int offset, String message, String remedy) {
    assertThat(fault(json)).contains(new Fault(offset, ProblemCode.SYNTAX, message, remedy));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\": 1",
        "{\"a\": 1,",
        "[\"a\\",
        "[\"a\\u0",
        "[-",
        "[1.",
        "[1e",
        "[tr",
        "[1",
        " "
      })
  void reportsATruncatedDocument(String json) {
    assertThat(fault(json)).get().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo(ProblemCode.TRUNCATED);
      assertThat(fault.offset()).isEqualTo(json.length());
    });
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "1",
        "[[[[[]]]]]",
        "{\"a\": [true, false, null, -0.5e+7, \"\\u00e9\\n\"], \"b\": {}}",
        "\"\\ud800\""
      })
  void findsNoFaultInValidJson(String json) {
    assertThat(fault(json)).isEmpty();
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {"{\"\\ud800\": 1}", "{\"\\ud800x\\udc00\": 1}", "{\"\\udc00\\ud800\": 1}"})
  void findsHalvesOfSurrogatePairsInNames(String json) {
    assertThat(fault(json)).get().extracting(Fault::code).isEqualTo(ProblemCode.LONE_SURROGATE);
  }
}
