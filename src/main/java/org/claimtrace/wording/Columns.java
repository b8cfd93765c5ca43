package org.claimtrace.wording;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * Measures, pads and wraps text for a place where every character takes whole columns, as in a terminal: ideographs and
 * emoji take two, combining marks none. A text is taken as one paragraph: a line feed, a tab or another separator of lines in it
 * counts as a space, and the direction of its parts ends with each line and goes on with the next (see {@link Isolation}).
 *
 * <p>Widths follow Unicode Standard Annex 11, with ambiguous characters narrow, as terminals have them. Lines break as
 * Unicode Standard Annex 14 has it in the cases that matter here: at spaces; before and after ideographs, but so that no line
 * begins with closing punctuation or ends with opening punctuation; after a hyphen between letters; and, where nothing else
 * is left, inside a word, never inside a character. Time is linear in the text.
 */
public final class Columns {

  private static final String NEVER_FIRST =
      "!%),.:;?]}’”·‧•…‥、。〃々〉》」』】〕〗〞〟゛゜ゝゞヽヾー︶︺︾﹀﹂﹄﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！％），．：；？］｝～｡｣､℃‰′″";
  private static final String NEVER_LAST = "$([{£¥‘“〈《「『【〔〖〝︵︹︽︿﹁﹃﹙﹛﹝＄（．［｛｢￡￥";

  private Columns() {}

  /** How many columns a text takes on one line. */
  public static int width(String text) {
    int columns = 0;
    for (int at = 0; at < text.length(); ) {
      Cluster cluster = Cluster.at(text, at);
      columns += isSpace(text.charAt(at)) ? 1 : cluster.columns();
      at = cluster.end();
    }
    return columns;
  }

  /** A text with spaces after it up to a width; as it is where it is that wide already. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /**
   * The lines of a text, none of them wider than a width, without spaces at their ends; none for a blank text.
   *
   * @param width at least 2, so that every character fits
   */
  public static ImmutableList<String> wrap(String text, int width) {
    checkArgument(width >= 2, "a width of %s columns: at least 2 are needed", width);
    return Isolation.closedEach(new Wrapping(Isolation.closed(text), width).lines());
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  /** Fills lines with pieces that must not be broken, as many as fit. */
  private static final class Wrapping {

    private final String text;
    private final int width;
    private final ImmutableList.Builder<String> lines = ImmutableList.builder();
    private final StringBuilder line = new StringBuilder();
    private int lineColumns;

    Wrapping(String text, int width) {
      this.text = text;
      this.width = width;
    }

    ImmutableList<String> lines() {
      boolean afterSpace = false;
      for (int at = 0; at < text.length(); ) {
        if (isSpace(text.charAt(at))) {
          afterSpace = true;
          at++;
        } else {
          int end = endOfPiece(at);
          add(at, end, afterSpace);
          afterSpace = false;
          at = end;
        }
      }
      endLine();
      return lines.build();
    }

    private int endOfPiece(int start) {
      Cluster last = Cluster.at(text, start);
      while (last.end() < text.length() && !isSpace(text.charAt(last.end()))) {
        Cluster next = Cluster.at(text, last.end());
        if (mayBreak(last, next)) {
          return last.end();
        }
        last = next;
      }
      return last.end();
    }

    private boolean mayBreak(Cluster before, Cluster after) {
      if (before.columns() == 0) {
        // What begins a direction goes with what it is the direction of.
        return false;
      }
      if (NEVER_FIRST.indexOf(after.base()) >= 0 || NEVER_LAST.indexOf(before.base()) >= 0) {
        return false;
      }
      if (before.isWide() || after.isWide()) {
        return true;
      }
      return before.base() == '-'
          && Character.isLetter(after.base())
          && before.start() > 0
          && Character.isLetterOrDigit(text.codePointBefore(before.start()));
    }

    private void add(int start, int end, boolean afterSpace) {
      String piece = text.substring(start, end);
      int columns = Columns.width(piece);
      int space = afterSpace && lineColumns > 0 ? 1 : 0;
      if (lineColumns + space + columns > width && lineColumns > 0) {
        endLine();
        space = 0;
      }
      if (columns <= width) {
        line.append(" ".repeat(space)).append(piece);
        lineColumns += space + columns;
      } else {
        cut(piece);
      }
    }

    private void cut(String piece) {
      for (int at = 0; at < piece.length(); ) {
        Cluster cluster = Cluster.at(piece, at);
        if (lineColumns + cluster.columns() > width) {
          endLine();
        }
        line.append(piece, at, cluster.end());
        lineColumns += cluster.columns();
        at = cluster.end();
      }
    }

    private void endLine() {
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        lineColumns = 0;
      }
    }
  }
}
