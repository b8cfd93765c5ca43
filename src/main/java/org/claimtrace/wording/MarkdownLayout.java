package org.claimtrace.wording;

import java.util.List;

/** Lays an outline out as Markdown: headings, paragraphs, nested lists no deeper than {@value #DEEPEST} levels. */
final class MarkdownLayout {

  private static final int DEEPEST = 12;

  private final Links links;
  private final StringBuilder text = new StringBuilder();

  /** The indentation of the entries below a numbered one: as wide as its number and what follows it. */
  private String below = "";

  private MarkdownLayout(Links links) {
    this.links = links;
  }

  static String markdown(List<Paragraph> paragraphs, Links links) {
    MarkdownLayout layout = new MarkdownLayout(links);
    boolean inList = false;
    for (Paragraph each : paragraphs) {
      boolean isEntry = each.kind().isEntry();
      if (!layout.text.isEmpty() && (!isEntry || !inList)) {
        layout.text.append('\n');
      }
      inList = isEntry;
      if (!isEntry) {
        layout.below = "";
      }
      layout.paragraph(each);
      layout.text.append('\n');
    }
    return layout.text.toString();
  }

  private void paragraph(Paragraph paragraph) {
    String words = paragraph.kind() == Paragraph.Kind.CLAIM_AGAIN
        ? links.escaped(LongWords.cut(paragraph.text()))
        : linked(paragraph);
    switch (paragraph.kind()) {
      case TITLE -> text.append("# ").append(words);
      case VERDICT ->
        text.append(mark(paragraph))
            .append("**")
            .append(words)
            .append("** ")
            .append(links.escaped(Outline.bracketed(paragraph.id())));
      case LEAD, REVIEW, REMARK -> text.append(words);
      case SECTION -> text.append("## ").append(words);
      case CHANGE ->
        text.append("## ")
            .append(words)
            .append("\n\n**")
            .append(links.escaped(paragraph.suffix()))
            .append("**");
      case MOMENT -> text.append("**").append(mark(paragraph)).append(words).append("**");
      case SENTENCE -> text.append(bullet(paragraph)).append(words);
      case ITEM ->
        text.append(bullet(paragraph)).append(words).append(links.escaped(paragraph.suffix()));
      case NUMBERED -> {
        text.append(paragraph.id()).append(". ").append(words);
        below = " ".repeat(paragraph.id().length() + 2);
      }
      case CLAIM, CLAIM_AGAIN -> {
        text.append(bullet(paragraph)).append(mark(paragraph)).append(words);
        if (!paragraph.suffix().isEmpty()) {
          text.append(' ').append(links.escaped(paragraph.suffix()));
        }
      }
    }
  }

  /** Returns the words of a paragraph, escaped, with its links. */
  private String linked(Paragraph paragraph) {
    StringBuilder linked = new StringBuilder();
    String words = paragraph.text();
    int at = 0;
    for (Paragraph.Link link : paragraph.links()) {
      linked.append(links.escaped(words.substring(at, link.begin())));
      linked.append(Markdown.link(words.substring(link.begin(), link.end()), link.url()));
      at = link.end();
    }
    return linked.append(links.escaped(words.substring(at))).toString();
  }

  private String bullet(Paragraph entry) {
    if (entry.depth() == 0) {
      below = "";
    }
    return below.isEmpty()
        ? "  ".repeat(Math.min(entry.depth(), DEEPEST)) + "- "
        : below + "  ".repeat(Math.min(entry.depth(), DEEPEST) - 1) + "- ";
  }

  private static String mark(Paragraph paragraph) {
    return paragraph.verdict().map(verdict -> Marks.of(verdict) + " ").orElse("");
  }
}
