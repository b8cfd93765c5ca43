package org.claimtrace.problem;

/**
 * One problem of a claim graph: what is wrong, where, and what to do about it.
 *
 * <p>What a claim file says cannot forge what is printed: message and remedy show control characters, invisible ones and those
 * that turn the direction of writing as escapes, as {@link #visible} does, and so does {@link #toString} the place. The pointer
 * of the {@linkplain #place place} stays exact.
 *
 * @param code what kind of problem it is; stable
 * @param place where it is
 * @param message what is wrong, in the words of the claim file, a sentence without its full stop
 * @param remedy what to write instead, one or more whole sentences
 */
public record Problem(ProblemCode code, Place place, String message, String remedy) {

  private static final int QUOTED_CHARACTERS = 60;

  public Problem {
    message = visible(message);
    remedy = visible(remedy);
  }

  /** A text of the claim file as a message shows it: between quotation marks, invisible characters escaped, cut where it is long. */
  public static String quoted(String text) {
    if (text.codePointCount(0, Math.min(text.length(), 2 * QUOTED_CHARACTERS + 2))
        <= QUOTED_CHARACTERS) {
      return "'" + visible(text) + "'";
    }
    return "'" + visible(text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS))) + "…'";
  }

  /**
   * A text on one line, with nothing in it that cannot be seen: control characters, line and paragraph separators, formatting and
   * filling characters, those that turn the direction of writing, and halves of surrogate pairs are written as JSON escapes them,
   * such as {@code \\u202e}. Takes time linear in the text.
   */
  public static String visible(String text) {
    return InvisibleCharacters.escaped(text);
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

  /** Place, code, what is wrong and the remedy on one line, whatever the claim file says. */
  @Override
  public String toString() {
    return place + " " + code + ": " + message + ". " + remedy;
  }
}
