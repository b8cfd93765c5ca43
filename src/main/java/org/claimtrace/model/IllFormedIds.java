package org.claimtrace.model;

import java.util.Locale;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;

/** Says what is wrong with ids that break the rule for them. */
final class IllFormedIds {

  private IllFormedIds() {}

  /**
   * Returns the problem of an id with a character that no id may have there.
   *
   * @param isFirst whether the id begins with the character
   * @param rule what an id is made of, a sentence
   */
  static Problem problem(String pointer, String id, int character, boolean isFirst, String rule) {
    String what = named(character);
    return Problem.at(
        pointer,
        ProblemCode.ILL_FORMED_ID,
        "the id " + Rules.quoted(id) + (isFirst ? " begins with " : " holds ") + what,
        remedy(id, character) + rule);
  }

  /** A character as a reader can recognize it: one that cannot be seen by its code and its name. */
  private static String named(int character) {
    if (character == ' ') {
      return "a space";
    }
    String shown = Character.toString(character);
    String name = Character.getName(character);
    return Problem.visible(shown).equals(shown) && !Character.isSpaceChar(character)
        ? Rules.quoted(shown)
        : String.format(Locale.ROOT, "the invisible character U+%04X", character)
            + (name == null ? "" : " (" + name + ")");
  }

  private static String remedy(String id, int character) {
    if (Character.isSpaceChar(character)) {
      String joined = id.strip().replaceAll("[\\p{Z}]+", "-");
      return Character.isLetterOrDigit(joined.isEmpty() ? '?' : joined.codePointAt(0))
          ? "Write " + Rules.quoted(joined) + ". "
          : "";
    }
    String shown = Character.toString(character);
    return Problem.visible(shown).equals(shown) ? "" : "Remove it. ";
  }
}
