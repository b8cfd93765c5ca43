package org.claimtrace.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;

/** Reads a grade on the command line, where it is written as in a claim file: as a number, a letter or a term. */
final class GradeValue {

  private GradeValue() {}

  /**
   * Returns a grade as a number, which may still be out of range.
   *
   * @param option the option that it is the value of
   * @param element what has the grade
   * @throws UsageException if it is neither a number nor a word for a grade of such an element
   */
  static double of(String option, Element element, String text) throws UsageException {
    boolean isSource = element.kind() == Element.Kind.SOURCE;
    Optional<Grade> named = isSource
        ? Grade.findReliability(text.toUpperCase(Locale.ROOT))
        : Grade.findStrength(text.toLowerCase(Locale.ROOT).replace('-', ' '));
    if (named.isPresent()) {
      return named.get().value();
    }
    // Only numbers that a claim file may have: not hexadecimal, without trailing letters, and
    // finite.
    if (!text.matches("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")) {
      throw new UsageException(
          option + ": '" + text + "' is not a "
              + (isSource
                  ? "reliability. Write a number from 0 to 1, such as 0.8, or a letter from A to F."
                  : "strength. Write a number from 0 to 1, such as 0.8, or a term, such as 'very likely'."));
    }
    double value = Double.parseDouble(text);
    BigDecimal exact = new BigDecimal(text);
    if ((value == 0 && exact.signum() != 0)
        || (value == 1 && exact.compareTo(BigDecimal.ONE) != 0)) {
      String rounded = value == 0 ? "0" : "1";
      throw new UsageException(option + ": " + "grade is "
          + text + ", so near to " + rounded + " that it would be rounded to it. Write " + rounded
          + ", or a number further from it.");
    }
    return value;
  }
}
