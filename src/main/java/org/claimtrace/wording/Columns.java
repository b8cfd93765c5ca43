package org.claimtrace.wording;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * Measures, pads and wraps text for a terminal, in which every character takes whole columns: ideographs and emoji take two,
 * combining marks none. A text is one paragraph: a line feed, a tab or another line separator in it counts as a space. Isolates
 * and embeddings are closed at the end of each line and reopened on the next (see {@link Isolation}).
 *
 * <p>Widths follow Unicode Standard Annex 11, with ambiguous characters narrow, as in terminals. Line breaks follow a part of
 * Unicode Standard Annex 14: at spaces; before and after ideographs, but no line begins with closing punctuation or ends with
 * opening punctuation; in Thai, Lao, Khmer and Burmese, which write no spaces between words, where a syllable may begin; after a
 * hyphen between letters; and, if nothing else fits, inside a word, but never inside a character.
 * Time is linear in the text.
 */
public final class Columns {

  private static final String NEVER_FIRST =
      "!%),.:;?]}’”·‧•…‥、。〃々〉》」』】〕〗〞〟゛゜ゝゞヽヾー︶︺︾﹀﹂﹄﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！％），．：；？］｝～｡｣､℃‰′″";
  private static final String NEVER_LAST = "$([{£¥‘“〈《「『【〔〖〝︵︹︽︿﹁﹃﹙﹛﹝＄（．［｛｢￡￥";

  private Columns() {}

  /** Returns the number of columns that a text takes on one line. */
  public static int width(String text) {
    int columns = 0;
    for (int at = 0; at < text.length(); ) {
      Cluster cluster = Cluster.at(text, at);
      columns += isSpace(text.charAt(at)) ? 1 : cluster.columns();
      at = cluster.end();
    }
    return columns;
  }

  /** Returns a text padded with spaces on the right to a width; unchanged if it is at least that wide. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /**
   * Returns the lines of a text, none of them wider than a width and none with spaces at its ends; no lines for a blank text.
   *
   * @param width at least 2, so that every character fits
   */
  public static ImmutableList<String> wrap(String text, int width) {
    checkArgument(width >= 2, "a width of %s columns: at least 2 are needed", width);
    return Isolation.closedEach(new Wrapping(Isolation.closed(text), width).lines());
  }

  /**
   * Returns a text or, if it is wider than a width, as much of its beginning as fits before an ellipsis.
   *
   * @param width at least 3, so that a character and the ellipsis fit
   */
  public static String begin(String text, int width) {
    return width(text) <= width ? text : wrap(text, width - 1).get(0) + "…";
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  /** Fills lines greedily with pieces that must not be broken. */
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
        // A character without columns, such as the beginning of an isolate, stays with the text
        // after it.
        return false;
      }
      if (NEVER_FIRST.indexOf(after.base()) >= 0 || NEVER_LAST.indexOf(before.base()) >= 0) {
        return false;
      }
      if (before.isWide() || after.isWide()) {
        return true;
      }
      if (Syllables.areWrittenWithoutSpaces(before.base(), after.base())) {
        return Syllables.mayBreak(before, after);
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
