package org.claimtrace.json;

import java.util.regex.Pattern;
import org.claimtrace.problem.Fix;

/** What a short value of another type than the format takes was meant to be. */
final class TypeGuesses {

  private static final Pattern YEAR_AND_MONTH = Pattern.compile("[0-9]{4}\\.(0[1-9]|1[0-2])");
  private static final Pattern DATE = Pattern.compile("\"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\"");

  private TypeGuesses() {}

  /**
   * Returns what cures a value of another type.
   *
   * @param value the JSON text of the value
   * @param isNumber whether it is a number; otherwise it is a string
   */
  static Cure cure(Expected expected, String value, boolean isNumber, String pointer) {
    if (isNumber) {
      return number(expected, value, pointer);
    }
    if (expected.isListOfStrings()) {
      String list = "[" + value + "]";
      return Cure.certain("Write a list: " + list + ".", replacing(pointer, list));
    }
    String bare = value.substring(1, value.length() - 1);
    if (expected.equals(Expected.BOOLEAN)
        && (bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false"))) {
      String json = bare.equalsIgnoreCase("true") ? "true" : "false";
      return Cure.certain("Write " + json + ", without quotation marks.", replacing(pointer, json));
    }
    if (expected.equals(Expected.RETRACTION) && DATE.matcher(value).matches()) {
      String json = "{\"date\": " + value + "}";
      return Cure.certain("Write " + json + ".", replacing(pointer, json));
    }
    return Cure.told(expected.remedy());
  }

  private static Cure number(Expected expected, String value, String pointer) {
    if (!expected.takesStrings()) {
      return Cure.told(expected.remedy());
    }
    if (expected.equals(Expected.DATE) && YEAR_AND_MONTH.matcher(value).matches()) {
      String json = "\"" + value.replace('.', '-') + "\"";
      return Cure.certain("Write " + json + ".", replacing(pointer, json));
    }
    String quoted = "\"" + value + "\"";
    return Cure.certain("Write it in double quotes: " + quoted + ".", replacing(pointer, quoted));
  }

  private static Fix replacing(String pointer, String json) {
    return Fix.of(new Fix.Replace(pointer, json));
  }
}
