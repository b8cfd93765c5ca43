package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.claimtrace.model.Verdict;

/**
 * Lays an outline out as wrapped text: headings, paragraphs, and entries as a tree drawn with lines. The marks are legible
 * without colour. An entry whose indentation would take more than half of the width is indented no further.
 */
final class TextLayout {

  private static final String INDENT = "  ";

  private final List<Paragraph> paragraphs;
  private final int width;
  private final boolean isColoured;
  private final StringBuilder text = new StringBuilder();

  /** For each paragraph, whether a later branch has the same parent, so that the vertical line beside it continues. */
  private final boolean[] hasLaterSibling;

  /** For each paragraph, whether an entry branches off it. */
  private final boolean[] hasBranches;

  /** The prefix of the lines below an entry, by depth. */
  private final List<String> prefixes = new ArrayList<>();

  private TextLayout(List<Paragraph> paragraphs, int width, boolean isColoured) {
    this.paragraphs = paragraphs;
    this.width = width;
    this.isColoured = isColoured;
    this.hasLaterSibling = new boolean[paragraphs.size()];
    this.hasBranches = new boolean[paragraphs.size()];
  }

  static String text(List<Paragraph> paragraphs, int width, boolean isColoured) {
    TextLayout layout = new TextLayout(paragraphs, width, isColoured);
    layout.draw();
    return layout.text.toString();
  }

  private void draw() {
    findBranches();
    String leadIndent = "";
    boolean hasTitle = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph each = paragraphs.get(i);
      switch (each.kind()) {
        case TITLE -> {
          // Two lines are left between the parts of a document, one below its head.
          text.append(hasTitle ? "\n\n" : text.isEmpty() ? "" : "\n");
          hasTitle = true;
          leadIndent = "";
          lines("", each.text(), Marks::bold);
        }
        case VERDICT -> {
          verdict(each);
          leadIndent = INDENT;
        }
        case LEAD, REVIEW -> {
          for (String line : wrapped(each, width - leadIndent.length())) {
            text.append(leadIndent).append(line).append('\n');
          }
        }
        case SECTION -> {
          beginSection();
          lines("", each.text(), Marks::bold);
        }
        case CHANGE -> {
          beginSection();
          change(each);
        }
        case MOMENT -> {
          beginSection();
          hanging("", coloured(each, mark(each)), INDENT, Columns.wrap(each.text(), width - 2));
        }
        case REMARK -> plain(INDENT, each.text());
        case CLAIM, CLAIM_AGAIN, SENTENCE, ITEM, NUMBERED -> entry(i, each);
      }
    }
  }

  private void beginSection() {
    text.append('\n');
    prefixes.clear();
  }

  private void findBranches() {
    List<Boolean> branchAhead = new ArrayList<>();
    for (int i = paragraphs.size() - 1; i >= 0; i--) {
      Paragraph paragraph = paragraphs.get(i);
      if (!paragraph.kind().isEntry()) {
        branchAhead.clear();
        continue;
      }
      int depth = paragraph.depth();
      while (branchAhead.size() <= depth) {
        branchAhead.add(false);
      }
      hasBranches[i] = branchAhead.size() > depth + 1 && branchAhead.get(depth + 1);
      while (branchAhead.size() > depth + 1) {
        branchAhead.remove(branchAhead.size() - 1);
      }
      hasLaterSibling[i] = branchAhead.get(depth);
      if (paragraph.branch()) {
        branchAhead.set(depth, true);
      }
    }
  }

  // Paragraphs.

  private void plain(String prefix, String words) {
    lines(prefix, words, UnaryOperator.identity());
  }

  /** Appends wrapped lines. Each line is coloured separately, after wrapping, because colour codes take no columns. */
  private void lines(String prefix, String words, UnaryOperator<String> colour) {
    for (String line : Columns.wrap(words, width - prefix.length())) {
      text.append(prefix).append(isColoured ? colour.apply(line) : line).append('\n');
    }
  }

  private void verdict(Paragraph paragraph) {
    Verdict verdict = paragraph.verdict().orElseThrow();
    String head = mark(paragraph) + " " + paragraph.text();
    String id = Outline.bracketed(paragraph.id());
    text.append(isColoured ? Marks.coloured(verdict, Marks.bold(head)) : head);
    if (fits(head, id)) {
      text.append("  ").append(id).append('\n');
    } else {
      text.append('\n');
      plain(INDENT, id);
    }
  }

  /** Appends the verdicts before and after, the id of the claim and, on lines of its own, the claim. */
  private void change(Paragraph paragraph) {
    String id = Outline.bracketed(paragraph.id());
    if (fits(paragraph.suffix(), id)) {
      text.append(coloured(paragraph, paragraph.suffix()))
          .append("  ")
          .append(id)
          .append('\n');
    } else {
      lines("", paragraph.suffix(), line -> coloured(paragraph, line));
      plain(INDENT, id);
    }
    plain(INDENT, paragraph.text());
  }

  private boolean fits(String head, String id) {
    return Columns.width(head) + 2 + Columns.width(id) <= width;
  }

  // Entries.

  private void entry(int i, Paragraph entry) {
    int depth = entry.depth();
    while (prefixes.size() > depth) {
      prefixes.remove(prefixes.size() - 1);
    }
    String outer = depth == 0 || prefixes.isEmpty() ? INDENT : prefixes.get(prefixes.size() - 1);
    boolean tooDeep = outer.length() + 3 > width / 2;
    String first;
    String rest;
    if (depth == 0 || tooDeep) {
      first = outer;
      rest = outer;
    } else if (entry.branch()) {
      first = outer + (hasLaterSibling[i] ? "├─ " : "└─ ");
      rest = outer + (hasLaterSibling[i] ? "│  " : "   ");
    } else {
      first = outer + (hasLaterSibling[i] ? "│ " : "  ");
      rest = first;
    }
    while (prefixes.size() < depth) {
      prefixes.add(outer);
    }
    prefixes.add(rest);
    String mark = mark(entry);
    if (entry.kind() == Paragraph.Kind.NUMBERED) {
      // What is below it begins where its words do.
      prefixes.set(depth, rest + " ".repeat(Columns.width(mark) - 1));
      rest = rest + " ".repeat(Columns.width(mark) - 1);
    }
    String below = mark.isEmpty() ? "" : hasBranches[i] ? "│ " : "  ";
    int columns = width - rest.length() - below.length();
    hanging(first, coloured(entry, mark), rest + below, entryLines(entry, columns));
  }

  /** Appends lines with a hanging indent: the mark, if there is one, stands before the first of them. */
  private void hanging(String first, String mark, String rest, List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      if (line == 0) {
        text.append(first).append(mark).append(mark.isEmpty() ? "" : " ");
      } else {
        text.append(rest);
      }
      text.append(lines.get(line)).append('\n');
    }
  }

  private static ImmutableList<String> entryLines(Paragraph entry, int columns) {
    if (entry.kind() == Paragraph.Kind.ITEM) {
      return Columns.wrap(entry.text() + entry.suffix(), columns);
    }
    if (entry.kind() == Paragraph.Kind.NUMBERED) {
      return ImmutableList.<String>builder()
          .addAll(Columns.wrap(entry.text(), columns))
          .addAll(addresses(entry))
          .build();
    }
    ImmutableList<String> lines = wrapped(entry, columns);
    if (entry.suffix().isEmpty()) {
      return lines;
    }
    int suffix = Columns.width(entry.suffix());
    boolean isBrief = entry.kind() == Paragraph.Kind.CLAIM_AGAIN;
    if (isBrief && lines.size() > 1 && columns > suffix + 2) {
      return ImmutableList.of(
          Columns.wrap(entry.text(), columns - suffix - 2).get(0) + "… " + entry.suffix());
    }
    int last = lines.size() - 1;
    String space = entry.suffix().startsWith("（") ? "" : " ";
    return Columns.width(lines.get(last)) + space.length() + suffix <= columns
        ? ImmutableList.<String>builder()
            .addAll(lines.subList(0, last))
            .add(lines.get(last) + space + entry.suffix())
            .build()
        : ImmutableList.<String>builder()
            .addAll(lines)
            .addAll(Columns.wrap(entry.suffix(), columns))
            .build();
  }

  /** Returns the lines of a text; an address at its end is kept whole, since a broken one could not be followed. */
  private static ImmutableList<String> wrapped(Paragraph paragraph, int columns) {
    String words = paragraph.text();
    int links = paragraph.links().size();
    if (links == 0) {
      return Columns.wrap(words, columns);
    }
    Paragraph.Link lastLink = paragraph.links().get(links - 1);
    int end = lastLink.begin();
    if (!words.substring(end).equals(lastLink.url())) {
      return Columns.wrap(words, columns);
    }
    String url = words.substring(end);
    ImmutableList<String> before = Columns.wrap(words.substring(0, end), columns);
    int last = before.size() - 1;
    boolean isOneLine = Columns.width(before.get(last)) + 1 + Columns.width(url) <= columns;
    String space = words.charAt(end - 1) == ' ' ? " " : "";
    return isOneLine
        ? ImmutableList.<String>builder()
            .addAll(before.subList(0, last))
            .add(before.get(last) + space + url)
            .build()
        : ImmutableList.<String>builder().addAll(before).add(url).build();
  }

  /** Returns the addresses of the links whose words are something else, each whole, since a broken one could not be followed. */
  private static ImmutableList<String> addresses(Paragraph entry) {
    return entry.links().stream()
        .filter(link -> !entry.text().substring(link.begin(), link.end()).equals(link.url()))
        .map(Paragraph.Link::url)
        .collect(ImmutableList.toImmutableList());
  }

  private static String mark(Paragraph paragraph) {
    return switch (paragraph.kind()) {
      case ITEM -> "•";
      case NUMBERED -> Outline.bracketed(paragraph.id());
      default -> paragraph.verdict().map(Marks::of).orElse("");
    };
  }

  private String coloured(Paragraph paragraph, String words) {
    return isColoured && paragraph.verdict().isPresent()
        ? Marks.coloured(paragraph.verdict().get(), words)
        : words;
  }
}
