package org.claimtrace.wording;

import java.util.List;
import java.util.Optional;

/** Lays an outline out as Markdown: headings, paragraphs, nested lists no deeper than {@value #DEEPEST} levels. */
final class MarkdownLayout {

  private static final int DEEPEST = 12;

  private final Links links;
  private final StringBuilder text = new StringBuilder();

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
      layout.paragraph(each);
      layout.text.append('\n');
    }
    return layout.text.toString();
  }

  private void paragraph(Paragraph paragraph) {
    String words = links.escaped(
        paragraph.kind() == Paragraph.Kind.CLAIM_AGAIN
            ? LongWords.cut(paragraph.text())
            : paragraph.text());
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
      case ITEM -> item(paragraph, words);
      case CLAIM, CLAIM_AGAIN -> {
        text.append(bullet(paragraph)).append(mark(paragraph)).append(words);
        if (!paragraph.suffix().isEmpty()) {
          text.append(' ').append(links.escaped(paragraph.suffix()));
        }
      }
    }
  }

  private void item(Paragraph item, String words) {
    Optional<String> url = item.url().filter(Links::isOfTheWeb);
    text.append(bullet(item))
        .append(url.isPresent() ? Markdown.link(item.text(), url.get()) : words)
        .append(links.escaped(item.suffix()));
  }

  private static String bullet(Paragraph entry) {
    return "  ".repeat(Math.min(entry.depth(), DEEPEST)) + "- ";
  }

  private static String mark(Paragraph paragraph) {
    return paragraph.verdict().map(verdict -> Marks.of(verdict) + " ").orElse("");
  }
}
