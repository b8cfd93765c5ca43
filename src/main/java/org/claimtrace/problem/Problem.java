package org.claimtrace.problem;

import java.util.Locale;

/**
 * One problem of a claim graph.
 *
 * @param code what kind of problem it is; stable
 * @param place where it is
 * @param message what is wrong, in the words of the claim file, a sentence without its full stop
 * @param remedy what to write instead, one or more whole sentences
 */
public record Problem(ProblemCode code, Place place, String message, String remedy) {

  private static final int QUOTED_CHARACTERS = 60;

  /** A text of the claim file as a message shows it: between quotation marks, invisible characters escaped, cut where it is long. */
  public static String quoted(String text) {
    if (text.codePointCount(0, text.length()) <= QUOTED_CHARACTERS) {
      return "'" + visible(text) + "'";
    }
    return "'" + visible(text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS))) + "…'";
  }

  private static String visible(String text) {
    if (text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        visible.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        visible.appendCodePoint(c);
      }
    });
    return visible.toString();
  }

  /** A problem at a JSON Pointer. */
  public static Problem at(String pointer, ProblemCode code, String message, String remedy) {
    return new Problem(code, Place.at(pointer), message, remedy);
  }

  /** This problem with its pointer taken to be relative to another. */
  public Problem under(String prefix) {
    return prefix.isEmpty() ? this : new Problem(code, place.under(prefix), message, remedy);
  }

  /** This problem at a better known place. */
  public Problem at(Place betterKnown) {
    return new Problem(code, betterKnown, message, remedy);
  }

  /** Place, code, what is wrong and the remedy on one line. */
  @Override
  public String toString() {
    return place + " " + code + ": " + message + ". " + remedy;
  }
}
