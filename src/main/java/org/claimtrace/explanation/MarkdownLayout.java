package org.claimtrace.explanation;

import java.util.List;
import org.claimtrace.wording.Links;
import org.claimtrace.wording.Marks;

/** Lays an outline out as Markdown: headings, paragraphs, nested lists no deeper than {@value #DEEPEST} levels. */
final class MarkdownLayout {

  private static final int DEEPEST = 12;

  private MarkdownLayout() {}

  static String markdown(List<Node> nodes, Links links) {
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
        case TITLE -> text.append("# ").append(links.escaped(node.text()));
        case VERDICT ->
          text.append(mark(node))
              .append("**")
              .append(links.escaped(node.text()))
              .append("** ")
              .append(links.escaped(node.suffix()));
        case LEAD, REVIEW -> text.append(links.escaped(node.text()));
        case SECTION -> text.append("## ").append(links.escaped(node.text()));
        default -> {
          text.append("  ".repeat(Math.min(node.depth(), DEEPEST)))
              .append("- ")
              .append(mark(node))
              .append(
                  links.escaped(node.brief() ? ExplanationPhrases.cut(node.text()) : node.text()));
          if (!node.suffix().isEmpty()) {
            text.append(' ').append(links.escaped(node.suffix()));
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
}
