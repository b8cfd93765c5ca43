package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Paragraph.Kind;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Links;
import org.claimtrace.wording.Markdown;
import org.claimtrace.wording.Marks;

/** Lays paragraphs out, as text for a terminal or as Markdown. */
final class Outline {

  private static final int INDENT = 2;

  private final List<Paragraph> paragraphs;

  Outline(List<Paragraph> paragraphs) {
    this.paragraphs = ImmutableList.copyOf(paragraphs);
  }

  String text(Style style) {
    StringBuilder text = new StringBuilder();
    for (Paragraph each : paragraphs) {
      switch (each.kind()) {
        case TITLE -> lines(text, 0, "", strong(each.text(), style), style);
        case LEAD -> lines(text, 0, "", each.text(), style);
        case SECTION -> {
          text.append('\n');
          lines(text, 0, "", strong(each.text(), style), style);
        }
        case VERDICT -> {
          text.append('\n');
          head(text, each, style);
          lines(text, INDENT, "", each.text(), style);
        }
        case MOMENT -> {
          text.append('\n');
          lines(text, 0, mark(each, style), each.text(), style);
        }
        case SENTENCE -> lines(text, INDENT, "", each.text(), style);
        case ITEM -> lines(text, INDENT, "• ", each.text() + each.suffix(), style);
      }
    }
    return text.toString();
  }

  private static String strong(String words, Style style) {
    return style.colour() ? Marks.bold(words) : words;
  }

  /** What the verdict was, what it is, and of which claim. */
  private static void head(StringBuilder text, Paragraph verdict, Style style) {
    String id = verdict.id().isEmpty() ? "" : "  [" + Isolation.isolated(verdict.id()) + "]";
    if (Columns.width(verdict.suffix() + id) <= style.width()) {
      text.append(coloured(verdict, verdict.suffix(), style)).append(id).append('\n');
    } else {
      lines(text, 0, "", coloured(verdict, verdict.suffix(), style), style);
      lines(text, INDENT, "", id.strip(), style);
    }
  }

  private static String coloured(Paragraph verdict, String words, Style style) {
    return style.colour() && !verdict.verdicts().isEmpty()
        ? Marks.coloured(verdict.verdicts().get(verdict.verdicts().size() - 1), words)
        : words;
  }

  private static String mark(Paragraph paragraph, Style style) {
    if (paragraph.verdicts().isEmpty()) {
      return "";
    }
    Verdict verdict = paragraph.verdicts().get(paragraph.verdicts().size() - 1);
    String mark = Marks.of(verdict);
    return (style.colour() ? Marks.coloured(verdict, mark) : mark) + " ";
  }

  private static void lines(
      StringBuilder text, int indent, String mark, String words, Style style) {
    int hanging = mark.isEmpty() ? 0 : 2;
    String first = " ".repeat(indent) + mark;
    String rest = " ".repeat(indent + hanging);
    boolean isFirst = true;
    boolean isStrong = words.startsWith("\033");
    // Colour takes no columns: what is coloured as a whole is wrapped without it.
    String plain = isStrong ? words.replaceAll("\033\\[[0-9]+m", "") : words;
    String begin = isStrong ? words.substring(0, words.indexOf('m') + 1) : "";
    for (String line : Columns.wrap(plain, style.width() - indent - hanging)) {
      text.append(isFirst ? first : rest).append(begin).append(line);
      text.append(isStrong ? "\033[0m" : "").append('\n');
      isFirst = false;
    }
  }

  String markdown(Links links) {
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
