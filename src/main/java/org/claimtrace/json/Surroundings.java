package org.claimtrace.json;

import java.nio.charset.StandardCharsets;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;

/** Recognizes what people leave around a graph: a Markdown fence, words, a bracket too many. */
final class Surroundings {

  private static final int SHOWN_BYTES = 240;

  private Surroundings() {}

  static boolean isFence(byte[] bytes, int at, int end) {
    return at + 3 <= end && bytes[at] == '`' && bytes[at + 1] == '`' && bytes[at + 2] == '`';
  }

  static int indexOf(byte[] bytes, char wanted, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the beginning of the line that goes on at an offset. */
  static String lineAt(byte[] bytes, int at, int end) {
    int to = at;
    while (to < end && to < at + SHOWN_BYTES && bytes[to] != '\n' && bytes[to] != '\r') {
      to++;
    }
    while (to < end && to > at && JsonBytes.isContinuation(bytes[to])) {
      to--;
    }
    return new String(bytes, at, to - at, StandardCharsets.UTF_8).strip();
  }

  /**
   * Returns the fault of a document that goes on after its graph.
   *
   * @param at where it goes on, with what is no white space
   */
  static Fault after(byte[] bytes, int at, int end) {
    if (isFence(bytes, at, end)) {
      return trailing(
          at, "a Markdown fence stands after the graph", "Remove it: a file holds one graph.");
    }
    byte c = bytes[at];
    if (c == '}' || c == ']') {
      return trailing(at, "this '" + (char) c + "' closes nothing", "Remove it.");
    }
    if (c == ',') {
      return trailing(
          at,
          "the graph has ended before this comma",
          "Remove the '}' before it that is one too many.");
    }
    if (c == '{') {
      return trailing(
          at,
          "another object follows the graph",
          "Put it into a file of its own: a file holds one graph.");
    }
    return trailing(
        at,
        "something follows the end of the graph: " + Problem.quoted(lineAt(bytes, at, end)),
        "Remove it: a file holds one graph.");
  }

  private static Fault trailing(int at, String message, String remedy) {
    return new Fault(at, ProblemCode.TRAILING_CONTENT, message, remedy);
  }
}
