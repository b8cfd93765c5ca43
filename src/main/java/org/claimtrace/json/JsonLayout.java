package org.claimtrace.json;

import java.io.IOException;

/**
 * Lays out compact JSON text over lines: an object or a list is written on one line if it fits, otherwise each of its entries
 * begins a line. Whether one fits is found by looking ahead at most the width of a line, so that the whole takes linear time.
 * Nothing recurses.
 */
final class JsonLayout {

  static final int WIDTH = 120;

  private final Appendable out;
  private final CharSequence json;
  private int at;
  private int column;

  private JsonLayout(Appendable out, CharSequence json, int column) {
    this.out = out;
    this.json = json;
    this.column = column;
  }

  /**
   * Writes one value.
   *
   * @param json compact JSON text
   * @param indentation how many spaces the line begins with
   * @param column how many characters of the line are written already, indentation included
   * @param more whether a comma will follow
   */
  static void value(Appendable out, CharSequence json, int indentation, int column, boolean more)
      throws IOException {
    new JsonLayout(out, json, column).value(indentation, more);
  }

  private void value(int outermost, boolean more) throws IOException {
    StringBuilder open = new StringBuilder();
    int indentation = outermost;
    while (at < json.length()) {
      char c = json.charAt(at);
      switch (c) {
        case '{', '[' -> {
          int end = endIfFitting(open.isEmpty() && more);
          if (end >= 0) {
            oneLine(end);
          } else {
            open.append(c);
            append(c);
            at++;
            indentation += 2;
            line(indentation);
          }
        }
        case '}', ']' -> {
          open.setLength(open.length() - 1);
          indentation -= 2;
          line(indentation);
          append(c);
          at++;
        }
        case ',' -> {
          append(c);
          at++;
          line(indentation);
        }
        case ':' -> {
          append(c);
          append(' ');
          at++;
        }
        case '"' -> string(stringEnd(at));
        default -> {
          append(c);
          at++;
        }
      }
    }
  }

  private void line(int indentation) throws IOException {
    out.append('\n');
    for (int i = 0; i < indentation; i++) {
      out.append(' ');
    }
    column = indentation;
  }

  private void append(char c) throws IOException {
    out.append(c);
    if (!Character.isLowSurrogate(c)) {
      column++;
    }
  }

  private void string(int end) throws IOException {
    out.append(json, at, end);
    column += Character.codePointCount(json, at, end);
    at = end;
  }

  /** The end of the current object or list if it fits on the line, with a comma if one follows; otherwise -1. */
  private int endIfFitting(boolean more) {
    int depth = 0;
    int width = column;
    int i = at;
    while (i < json.length()) {
      char c = json.charAt(i);
      switch (c) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case ',', ':' -> width++;
        default -> {}
      }
      if (!Character.isLowSurrogate(c)) {
        width++;
      }
      i++;
      if (c == '"') {
        int end = stringEndWithin(i, WIDTH - width);
        if (end < 0) {
          return -1;
        }
        width += Character.codePointCount(json, i, end);
        i = end;
      }
      if (width > WIDTH) {
        return -1;
      }
      if (depth == 0) {
        boolean comma = more || (i < json.length() && json.charAt(i) == ',');
        return width + (comma ? 1 : 0) <= WIDTH ? i : -1;
      }
    }
    return -1;
  }

  private void oneLine(int end) throws IOException {
    while (at < end) {
      char c = json.charAt(at);
      if (c == '"') {
        string(stringEnd(at));
      } else {
        append(c);
        at++;
        if (c == ',' || c == ':') {
          append(' ');
        }
      }
    }
  }

  /** The position after the string that begins at {@code from}. */
  private int stringEnd(int from) {
    return stringEndWithin(from + 1, Integer.MAX_VALUE);
  }

  /**
   * The position after the string whose content begins at {@code inside}, or -1 if it is certainly wider than {@code most}
   * columns.
   */
  private int stringEndWithin(int inside, int most) {
    int i = inside;
    while (json.charAt(i) != '"') {
      i += json.charAt(i) == '\\' ? 2 : 1;
      if ((i - inside) / 2 > most) {
        return -1;
      }
    }
    return i + 1;
  }
}
