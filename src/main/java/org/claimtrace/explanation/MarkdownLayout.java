package org.claimtrace.explanation;

import java.util.List;
import org.claimtrace.wording.Marks;

/** Lays an outline out as Markdown: headings, paragraphs, nested lists no deeper than {@value #DEEPEST} levels. */
final class MarkdownLayout {

  private static final int DEEPEST = 12;
  private static final String MARKUP = "\\`*_{}[]<>()#+-!|~&";

  private MarkdownLayout() {}

  static String markdown(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    boolean inList = false;
    for (Node node : nodes) {
      boolean isItem = switch (node.kind()) {
        case TITLE, VERDICT, LEAD, REVIEW, SECTION -> false;
        case CLAIM, SENTENCE, ITEM -> true;
      };
      if (!text.isEmpty() && (!isItem || !inList)) {
        text.append('\n');
      }
      inList = isItem;
      switch (node.kind()) {
        case TITLE -> text.append("# ").append(escaped(node.text()));
        case VERDICT ->
          text.append(mark(node))
              .append("**")
              .append(escaped(node.text()))
              .append("** ")
              .append(escaped(node.suffix()));
        case LEAD, REVIEW -> text.append(escaped(node.text()));
        case SECTION -> text.append("## ").append(escaped(node.text()));
        default -> {
          text.append("  ".repeat(Math.min(node.depth(), DEEPEST)))
              .append("- ")
              .append(mark(node))
              .append(escaped(node.text()));
          if (!node.suffix().isEmpty()) {
            text.append(' ').append(escaped(node.suffix()));
          }
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String mark(Node node) {
    return node.verdict().map(verdict -> Marks.of(verdict) + " ").orElse("");
  }

  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n') {
        escaped.append(' ');
        continue;
      }
      if (isMarkup(words, i)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Whether a sign would be taken for markup where it stands; hyphens, brackets of ids and the like inside words would not. */
  private static boolean isMarkup(String words, int at) {
    char c = words.charAt(at);
    if (MARKUP.indexOf(c) < 0) {
      return c == '.' && at > 0 && isNumber(words, at);
    }
    return switch (c) {
      case '(', ')', '{', '}' -> false;
      case '#', '+', '-' -> at == 0;
      case '!' -> at + 1 < words.length() && words.charAt(at + 1) == '[';
      default -> true;
    };
  }

  /** Whether all before an index is a number, as before the point of an ordered list. */
  private static boolean isNumber(String words, int end) {
    for (int i = 0; i < end; i++) {
      if (words.charAt(i) < '0' || words.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
