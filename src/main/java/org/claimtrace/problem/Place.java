package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place in a claim graph: always a JSON Pointer; also line and column where the graph was read from text, and the file's name
 * where it was read from a file.
 *
 * <p>Stable.
 *
 * @param document the name of the file, empty where the graph came from elsewhere
 * @param position line and column, empty where the graph was built in Java
 * @param end line and column after the last character of what is at the place; empty where the graph was built in Java, and where
 *     a file is cut short before that end
 * @param pointer the JSON Pointer (RFC 6901) of the value, such as {@code /claims/a/evidence/0}; empty for the whole graph
 */
public record Place(
    Optional<String> document,
    Optional<Position> position,
    Optional<Position> end,
    String pointer) {
  public Place {
    requireNonNull(document, "document");
    requireNonNull(position, "position");
    requireNonNull(end, "end");
    requireNonNull(pointer, "pointer");
  }

  /** Creates a place whose end is not known. */
  public Place(Optional<String> document, Optional<Position> position, String pointer) {
    this(document, position, Optional.empty(), pointer);
  }

  /**
   * A line and a column.
   *
   * @param line the line, counted from 1
   * @param column the column in Unicode code points, counted from 1
   */
  public record Position(int line, int column) {
    public Position {
      checkArgument(
          line >= 1 && column >= 1, "line %s, column %s: both count from 1", line, column);
    }

    /** Returns line and column with a colon between, such as {@code 14:9}. */
    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  /** Returns a place known only by its pointer, as in a graph that was built in Java. */
  public static Place at(String pointer) {
    requireNonNull(pointer, "pointer");
    return new Place(Optional.empty(), Optional.empty(), pointer);
  }

  /** Returns a place in a named document; line and column count from 1. */
  public static Place in(String document, int line, int column, String pointer) {
    requireNonNull(document, "document");
    requireNonNull(pointer, "pointer");
    return new Place(Optional.of(document), Optional.of(new Position(line, column)), pointer);
  }

  /** Returns this place in a document of another name. */
  public Place inDocument(String name) {
    requireNonNull(name, "name");
    return new Place(Optional.of(name), position, end, pointer);
  }

  /** Returns this place with {@code prefix} put before its pointer. */
  public Place under(String prefix) {
    requireNonNull(prefix, "prefix");
    return prefix.isEmpty() ? this : new Place(document, position, end, prefix + pointer);
  }

  /** Escapes one reference token of a JSON Pointer (RFC 6901, section 3). */
  public static String escape(String token) {
    requireNonNull(token, "token");
    return token.indexOf('~') < 0 && token.indexOf('/') < 0
        ? token
        : token.replace("~", "~0").replace("/", "~1");
  }

  /** Returns what {@link #escape} was given. */
  public static String unescape(String token) {
    requireNonNull(token, "token");
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }

  /**
   * Returns what is known, as in {@code moon.json:14:9 (/claims/a/text)}, with {@code (whole graph)} for the empty pointer.
   * Invisible characters are {@linkplain Problem#visible escaped}, so the pointer cannot be parsed back from this text.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    document.ifPresent(name -> text.append(Problem.visible(name)));
    position.ifPresent(at -> text.append(text.isEmpty() ? "" : ":").append(at));
    return text.append(text.isEmpty() ? "" : " ")
        .append('(')
        .append(pointer.isEmpty() ? "whole graph" : Problem.visible(pointer))
        .append(')')
        .toString();
  }
}
