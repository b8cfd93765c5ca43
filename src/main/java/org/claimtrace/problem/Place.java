package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * A place in a claim graph: always a JSON Pointer, and where the graph was read from text, a line and a column; where it was
 * read from a file, the file's name too.
 *
 * @param document the name of the file, empty where the graph came from elsewhere
 * @param position line and column, empty where the graph was built in Java
 * @param pointer the JSON Pointer (RFC 6901) of the value, such as {@code /claims/a/evidence/0}; empty for the whole graph
 */
public record Place(Optional<String> document, Optional<Position> position, String pointer) {

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

    /** Line and column with a colon between, such as {@code 14:9}. */
    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  /** A place known only by its pointer, as in a graph that was built in Java. */
  public static Place at(String pointer) {
    return new Place(Optional.empty(), Optional.empty(), pointer);
  }

  /** A place in a named document. */
  public static Place in(String document, int line, int column, String pointer) {
    return new Place(Optional.of(document), Optional.of(new Position(line, column)), pointer);
  }

  /** This place with its pointer taken to be relative to another. */
  public Place under(String prefix) {
    return prefix.isEmpty() ? this : new Place(document, position, prefix + pointer);
  }

  /** Escapes one reference token of a JSON Pointer (RFC 6901, section 3). */
  public static String escape(String token) {
    return token.indexOf('~') < 0 && token.indexOf('/') < 0
        ? token
        : token.replace("~", "~0").replace("/", "~1");
  }

  /**
   * What is known, as in {@code moon.json:14:9 (/claims/a/text)}; {@code (whole graph)} stands for the empty pointer. Characters
   * that cannot be seen are {@linkplain Problem#visible escaped}: of what this says, no pointer can be read back.
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
