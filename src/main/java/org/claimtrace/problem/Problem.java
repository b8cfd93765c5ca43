package org.claimtrace.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One problem of a claim graph: what is wrong, where, and what to do about it.
 *
 * <p>The content of a claim file cannot forge the output: message and remedy show control characters, invisible ones and those
 * that turn the direction of writing as escapes ({@link #visible}), and {@link #toString} shows the place likewise. The pointer
 * of the {@linkplain #place place} stays exact.
 *
 * <p>Serializable, so that the exceptions that carry problems are; the serialized form may change with a version.
 *
 * <p>Stable.
 *
 * @param code the kind of problem; stable
 * @param place where the problem is
 * @param message what is wrong, in the words of the claim file, a sentence without its full stop
 * @param remedy what to write instead, one or more whole sentences
 * @param fix the change that cures the problem, where it is certain which one does
 */
public record Problem(
    ProblemCode code, Place place, String message, String remedy, Optional<Fix> fix)
    implements Serializable {

  private static final int QUOTED_CHARACTERS = 60;

  public Problem {
    requireNonNull(code, "code");
    requireNonNull(place, "place");
    requireNonNull(message, "message");
    requireNonNull(remedy, "remedy");
    requireNonNull(fix, "fix");
    message = visible(message);
    remedy = visible(remedy);
  }

  /** Creates a problem of which it is not certain what cures it. */
  public Problem(ProblemCode code, Place place, String message, String remedy) {
    this(code, place, message, remedy, Optional.empty());
  }

  /**
   * Quotes a text of the claim file for a message: between quotation marks, with invisible characters escaped, and cut after 60
   * characters.
   */
  public static String quoted(String text) {
    requireNonNull(text, "text");
    if (text.codePointCount(0, Math.min(text.length(), 2 * QUOTED_CHARACTERS + 2))
        <= QUOTED_CHARACTERS) {
      return "'" + visible(text) + "'";
    }
    return "'" + visible(text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS))) + "…'";
  }

  /**
   * Returns a text on one line with nothing invisible in it: control characters, line and paragraph separators, formatting and
   * filling characters, those that turn the direction of writing, and halves of surrogate pairs are written as JSON escapes
   * them, such as {@code \\u202e}. Takes time linear in the text.
   */
  public static String visible(String text) {
    requireNonNull(text, "text");
    return InvisibleCharacters.escaped(text);
  }

  /** Returns a problem at a JSON Pointer. */
  public static Problem at(String pointer, ProblemCode code, String message, String remedy) {
    requireNonNull(pointer, "pointer");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(remedy, "remedy");
    return new Problem(code, Place.at(pointer), message, remedy);
  }

  /** Returns the name of the file; empty where the graph came from elsewhere. */
  public Optional<String> file() {
    return place.document();
  }

  /** Returns the line, counted from 1; empty where the graph was built in Java. */
  public OptionalInt line() {
    return place
        .position()
        .map(Place.Position::line)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Returns the column in Unicode code points, counted from 1; empty where the graph was built in Java. */
  public OptionalInt column() {
    return place
        .position()
        .map(Place.Position::column)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Returns the JSON Pointer (RFC 6901) of the value; empty for the whole graph. */
  public String pointer() {
    return place.pointer();
  }

  /** Returns this problem with {@code prefix} put before its pointer. */
  public Problem under(String prefix) {
    requireNonNull(prefix, "prefix");
    return prefix.isEmpty()
        ? this
        : new Problem(
            code, place.under(prefix), message, remedy, fix.map(each -> each.under(prefix)));
  }

  /** Returns this problem at a place of which more is known, such as its line. */
  public Problem at(Place betterKnown) {
    requireNonNull(betterKnown, "betterKnown");
    return new Problem(code, betterKnown, message, remedy, fix);
  }

  /** Returns this problem with the change that certainly cures it. */
  public Problem with(Fix certain) {
    requireNonNull(certain, "certain");
    return new Problem(code, place, message, remedy, Optional.of(certain));
  }

  /** Returns this problem with the change that certainly cures it, if there is one. */
  public Problem with(Optional<Fix> certain) {
    requireNonNull(certain, "certain");
    return new Problem(code, place, message, remedy, certain);
  }

  /** A place has optional parts, which Java does not serialize. */
  private Object writeReplace() {
    return SerializedProblem.of(this);
  }

  /** Returns place, code, message and remedy on one line, whatever the claim file says. */
  @Override
  public String toString() {
    return place + " " + code + ": " + message + ". " + remedy;
  }
}
