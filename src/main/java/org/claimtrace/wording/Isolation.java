package org.claimtrace.wording;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps what words of a graph do to the direction of text, and to lines, to these words (Unicode Standard Annex 9).
 *
 * <p>A text may be written from right to left, or hold characters that turn round what comes after them; unless it is put between
 * isolates, what it stands beside is read in another order. A line separator or a control character in it would forge a line of
 * the output, or steer the terminal. What is written from left to right and holds nothing of the kind stays as it is. All of this
 * takes time linear in the words, and does nothing new when it is done again.
 */
public final class Isolation {

  private static final Splitter LINES = Splitter.on('\n');
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char POP_EMBEDDING = '\u202C';
  private static final char REPLACEMENT = '\uFFFD';

  private Isolation() {}

  /** Words of a graph as they are put among others: one line without control characters, its direction its own. */
  public static String isolated(String words) {
    String line = oneLine(words);
    if (!hasDirection(line)) {
      return line;
    }
    Closing closing = new Closing();
    String closed = closing.closed(line);
    return closing.reachesOut() ? FIRST_STRONG_ISOLATE + closed + POP_ISOLATE : closed;
  }

  /** A line of output in which whatever begins ends, and nothing ends that has not begun; without control characters. */
  public static String closed(String line) {
    String whole = oneLine(line);
    return hasDirection(whole) ? new Closing().closed(whole) : whole;
  }

  /** Lines of output, each of them closed; control characters stay. */
  public static String closedLines(String lines) {
    if (!hasDirection(lines)) {
      return lines;
    }
    return LINES
        .splitToStream(lines)
        .map(line -> new Closing().closed(line))
        .collect(Collectors.joining("\n"));
  }

  /** Whether a character says only in which direction others are read, and is itself not seen. */
  public static boolean isUnseen(int c) {
    return c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= POP_ISOLATE);
  }

  /** The lines into which a closed text was broken, what is open at the end of one ending there and beginning again on the next. */
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

  /** Words with spaces for line feeds, tabs and separators of lines, and with a visible sign for every other control character. */
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

  /** Whether a text may hold anything but what is written from left to right; few ranges, so that most texts are done with here. */
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

  /** Goes through a text once. */
  private static final class Closing {

    /** The embeddings, overrides and isolates that are open, the innermost last. */
    private final StringBuilder open = new StringBuilder();

    private int isolates;
    private boolean reachesOut;

    String closed(String words) {
      StringBuilder closed = new StringBuilder(words.length() + 8);
      for (int at = 0; at < words.length(); ) {
        int c = words.codePointAt(at);
        at += Character.charCount(c);
        if (takes(c)) {
          closed.appendCodePoint(c);
        }
      }
      for (int i = open.length() - 1; i >= 0; i--) {
        closed.append(isIsolate(open.charAt(i)) ? POP_ISOLATE : POP_EMBEDDING);
      }
      return closed.toString();
    }

    /** What is still open, as it began. */
    String begun() {
      return open.toString();
    }

    /** Whether anything in the text has a bearing on what stands outside of it. */
    boolean reachesOut() {
      return reachesOut;
    }

    /** Takes note of a character; whether it stays, as all do but those that end what has not begun. */
    private boolean takes(int c) {
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
          // What has no direction of its own takes that of what it stands in.
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

    /** Ends the innermost isolate, and with it the embeddings in it. */
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
