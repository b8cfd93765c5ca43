package org.claimtrace.wording;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Confines the effect that words of a graph have on text direction and on lines to these words (Unicode Standard Annex 9).
 *
 * <p>A text may be written from right to left, or hold characters that reverse the text after them; unless it is put between
 * isolates, its surroundings are read in another order. A line separator or a control character in it could forge a line of the
 * output, or control the terminal. Left-to-right text without such characters is returned unchanged. Every operation takes time
 * linear in the words and is idempotent.
 */
public final class Isolation {

  private static final Splitter LINES = Splitter.on('\n');
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char POP_EMBEDDING = '\u202C';
  private static final char REPLACEMENT = '\uFFFD';

  private Isolation() {}

  /**
   * Returns words of a graph fit to be put into a sentence: one line, without control characters, isolated where their
   * direction could affect what surrounds them.
   */
  public static String isolated(String words) {
    String line = oneLine(words);
    if (!hasDirection(line)) {
      return line;
    }
    Closing closing = new Closing();
    String closed = closing.closed(line);
    return closing.reachesOut() ? FIRST_STRONG_ISOLATE + closed + POP_ISOLATE : closed;
  }

  /**
   * Returns a line of output without control characters in which every isolate and embedding that begins also ends, and none
   * ends that has not begun.
   */
  public static String closed(String line) {
    String whole = oneLine(line);
    return hasDirection(whole) ? new Closing().closed(whole) : whole;
  }

  /** Returns lines of output, separated by line feeds, with isolates and embeddings balanced in each; control characters are kept. */
  public static String closedLines(String lines) {
    if (!hasDirection(lines)) {
      return lines;
    }
    return LINES
        .splitToStream(lines)
        .map(line -> new Closing().closed(line))
        .collect(Collectors.joining("\n"));
  }

  /** Returns whether a character is an invisible control of text direction. */
  public static boolean isUnseen(int c) {
    return c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= POP_ISOLATE);
  }

  /**
   * Balances the lines into which a closed text was broken: an isolate or embedding that is open at the end of a line ends
   * there and begins again on the next.
   */
  static ImmutableList<String> closedEach(List<String> lines) {
    if (lines.stream().noneMatch(Isolation::hasDirection)) {
      return ImmutableList.copyOf(lines);
    }
    ImmutableList.Builder<String> closed = ImmutableList.builder();
    String begun = "";
    for (String line : lines) {
      Closing closing = new Closing();
      closed.add(closing.closed(begun + line));
      begun = closing.begun();
    }
    return closed.build();
  }

  /** Replaces line feeds, tabs and line separators by spaces, and every other control character by U+FFFD. */
  private static String oneLine(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (inLine(words.charAt(i)) != words.charAt(i)) {
        StringBuilder line = new StringBuilder(words);
        for (int at = i; at < line.length(); at++) {
          line.setCharAt(at, inLine(line.charAt(at)));
        }
        return line.toString();
      }
    }
    return words;
  }

  private static char inLine(char c) {
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> ' ';
      default -> Character.isISOControl(c) ? REPLACEMENT : c;
    };
  }

  /**
   * Returns whether a text may hold anything but left-to-right characters. A quick check that may answer yes too often, so that
   * most texts need no further work.
   */
  private static boolean hasDirection(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean mayHave = (c >= '\u0590' && c <= '\u08FF')
          || (c >= '\u200E' && c <= '\u206F')
          || (c >= '\uFB1D' && c <= '\uFEFF')
          || Character.isSurrogate(c);
      if (mayHave) {
        return true;
      }
    }
    return false;
  }

  /** Balances the isolates and embeddings of a text in one pass. */
  private static final class Closing {

    /** The characters that opened the embeddings, overrides and isolates that are still open, the innermost last. */
    private final StringBuilder open = new StringBuilder();

    private int isolates;
    private boolean reachesOut;

    String closed(String words) {
      StringBuilder closed = new StringBuilder(words.length() + 8);
      for (int at = 0; at < words.length(); ) {
        int c = words.codePointAt(at);
        at += Character.charCount(c);
        if (accept(c)) {
          closed.appendCodePoint(c);
        }
      }
      for (int i = open.length() - 1; i >= 0; i--) {
        closed.append(isIsolate(open.charAt(i)) ? POP_ISOLATE : POP_EMBEDDING);
      }
      return closed.toString();
    }

    /** Returns the characters that opened what is still open, the innermost last. */
    String begun() {
      return open.toString();
    }

    /** Returns whether anything in the text affects the direction of what surrounds it. */
    boolean reachesOut() {
      return reachesOut;
    }

    /** Processes a character and returns whether it is kept; all are but those that end what has not begun. */
    private boolean accept(int c) {
      switch (Character.getDirectionality(c)) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> {
          open.append((char) c);
          isolates++;
        }
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE -> {
          reachesOut |= isolates == 0;
          open.append((char) c);
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER -> reachesOut |= isolates == 0;
        case Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT -> {
          return endEmbedding();
        }
        case Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> {
          return endIsolate();
        }
        default -> {
          // A character without a direction takes that of its surroundings.
        }
      }
      return true;
    }

    private boolean endEmbedding() {
      int last = open.length() - 1;
      if (last < 0 || isIsolate(open.charAt(last))) {
        return false;
      }
      open.setLength(last);
      return true;
    }

    /** Ends the innermost isolate and the embeddings in it; returns false where no isolate is open. */
    private boolean endIsolate() {
      if (isolates == 0) {
        return false;
      }
      int last = open.length() - 1;
      while (!isIsolate(open.charAt(last))) {
        last--;
      }
      open.setLength(last);
      isolates--;
      return true;
    }

    private static boolean isIsolate(char c) {
      return c >= '\u2066' && c <= FIRST_STRONG_ISOLATE;
    }
  }
}
