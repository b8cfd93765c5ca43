package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Paragraph.Kind;

/** Lays paragraphs out, as text for a terminal or as Markdown. */
public final class Outline {

  private static final int INDENT = 2;

  private final List<Paragraph> paragraphs;

  public Outline(List<Paragraph> paragraphs) {
    this.paragraphs = ImmutableList.copyOf(paragraphs);
  }

  /**
   * The paragraphs as text for a terminal.
   *
   * @param width how many columns a line may take
   * @param isColoured whether marks and headings carry the colours of a terminal
   */
  public String text(int width, boolean isColoured) {
    StringBuilder text = new StringBuilder();
    for (Paragraph each : paragraphs) {
      switch (each.kind()) {
        case TITLE -> lines(text, 0, "", strong(each.text(), isColoured), width);
        case LEAD -> lines(text, 0, "", each.text(), width);
        case SECTION -> {
          text.append('\n');
          lines(text, 0, "", strong(each.text(), isColoured), width);
        }
        case VERDICT -> {
          text.append('\n');
          head(text, each, width, isColoured);
          lines(text, INDENT, "", each.text(), width);
        }
        case MOMENT -> {
          text.append('\n');
          lines(text, 0, mark(each, isColoured), each.text(), width);
        }
        case SENTENCE -> lines(text, INDENT, "", each.text(), width);
        case ITEM -> lines(text, INDENT, "• ", each.text() + each.suffix(), width);
      }
    }
    return text.toString();
  }

  private static String strong(String words, boolean isColoured) {
    return isColoured ? Marks.bold(words) : words;
  }

  /** What the verdict was, what it is, and of which claim. */
  private static void head(StringBuilder text, Paragraph verdict, int width, boolean isColoured) {
    String id = verdict.id().isEmpty() ? "" : "  [" + Isolation.isolated(verdict.id()) + "]";
    if (Columns.width(verdict.suffix() + id) <= width) {
      text.append(coloured(verdict, verdict.suffix(), isColoured)).append(id).append('\n');
    } else {
      lines(text, 0, "", coloured(verdict, verdict.suffix(), isColoured), width);
      lines(text, INDENT, "", id.strip(), width);
    }
  }

  private static String coloured(Paragraph verdict, String words, boolean isColoured) {
    return isColoured && !verdict.verdicts().isEmpty()
        ? Marks.coloured(verdict.verdicts().get(verdict.verdicts().size() - 1), words)
        : words;
  }

  private static String mark(Paragraph paragraph, boolean isColoured) {
    if (paragraph.verdicts().isEmpty()) {
      return "";
    }
    Verdict verdict = paragraph.verdicts().get(paragraph.verdicts().size() - 1);
    String mark = Marks.of(verdict);
    return (isColoured ? Marks.coloured(verdict, mark) : mark) + " ";
  }

  private static void lines(StringBuilder text, int indent, String mark, String words, int width) {
    int hanging = mark.isEmpty() ? 0 : 2;
    String first = " ".repeat(indent) + mark;
    String rest = " ".repeat(indent + hanging);
    boolean isFirst = true;
    boolean isStrong = words.startsWith("\033");
    // Colour takes no columns: what is coloured as a whole is wrapped without it.
    String plain = isStrong ? words.replaceAll("\033\\[[0-9]+m", "") : words;
    String begin = isStrong ? words.substring(0, words.indexOf('m') + 1) : "";
    for (String line : Columns.wrap(plain, width - indent - hanging)) {
      text.append(isFirst ? first : rest).append(begin).append(line);
      text.append(isStrong ? "\033[0m" : "").append('\n');
      isFirst = false;
    }
  }

  /** The paragraphs as Markdown. */
  public String markdown(Links links) {
    StringBuilder text = new StringBuilder();
    Kind last = Kind.TITLE;
    for (Paragraph each : paragraphs) {
      if (!text.isEmpty() && !(each.kind() == Kind.ITEM && last == Kind.ITEM)) {
        text.append('\n');
      }
      last = each.kind();
      switch (each.kind()) {
        case TITLE -> text.append("# ").append(links.escaped(each.text()));
        case SECTION -> text.append("## ").append(links.escaped(each.text()));
        case LEAD, SENTENCE -> text.append(links.escaped(each.text()));
        case VERDICT ->
          text.append("## ")
              .append(links.escaped(each.text()))
              .append("\n\n**")
              .append(links.escaped(each.suffix()))
              .append("**");
        case MOMENT ->
          text.append("**")
              .append(marks(each))
              .append(links.escaped(each.text()))
              .append("**");
        case ITEM -> item(text, each, links);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String marks(Paragraph paragraph) {
    StringBuilder marks = new StringBuilder();
    paragraph.verdicts().forEach(verdict -> marks.append(Marks.of(verdict)).append(' '));
    return marks.toString();
  }

  private static void item(StringBuilder text, Paragraph item, Links links) {
    Optional<String> url = item.url().filter(Links::isOfTheWeb);
    text.append("- ")
        .append(
            url.isPresent() ? Markdown.link(item.text(), url.get()) : links.escaped(item.text()))
        .append(links.escaped(item.suffix()));
  }
}
