package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Marks;

/**
 * Lays an outline out as text: a tree drawn with lines, wrapped, its marks legible without colour. What lies so deep that more
 * than half of the width would be indentation is drawn no further in.
 */
final class TextLayout {

  private final List<Node> nodes;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /** Of each node, whether a later one branches off what it lies below. */
  private final boolean[] goesOn;

  /** Of each node, whether one branches off it. */
  private final boolean[] branchesBelow;

  /** What the lines below a node begin with, by depth. */
  private final List<String> prefixes = new ArrayList<>();

  private TextLayout(List<Node> nodes, Style style) {
    this.nodes = nodes;
    this.style = style;
    this.goesOn = new boolean[nodes.size()];
    this.branchesBelow = new boolean[nodes.size()];
  }

  static String text(List<Node> nodes, Style style) {
    TextLayout layout = new TextLayout(nodes, style);
    layout.draw();
    return layout.text.toString();
  }

  private void draw() {
    lookAhead();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      switch (node.kind()) {
        case TITLE -> plain("", node.text(), true);
        case VERDICT -> verdict(node);
        case LEAD, REVIEW -> plain("  ", node.text(), false);
        case SECTION -> {
          text.append('\n');
          plain("", node.text(), true);
          prefixes.clear();
        }
        default -> below(i, node);
      }
    }
  }

  private void lookAhead() {
    List<Boolean> branchAhead = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (!isBelowSection(node)) {
        branchAhead.clear();
        continue;
      }
      while (branchAhead.size() <= node.depth()) {
        branchAhead.add(false);
      }
      branchesBelow[i] = branchAhead.size() > node.depth() + 1 && branchAhead.get(node.depth() + 1);
      while (branchAhead.size() > node.depth() + 1) {
        branchAhead.remove(branchAhead.size() - 1);
      }
      goesOn[i] = branchAhead.get(node.depth());
      if (node.branch()) {
        branchAhead.set(node.depth(), true);
      }
    }
  }

  private static boolean isBelowSection(Node node) {
    return switch (node.kind()) {
      case CLAIM, SENTENCE, ITEM -> true;
      case TITLE, VERDICT, LEAD, REVIEW, SECTION -> false;
    };
  }

  private void verdict(Node node) {
    Verdict verdict = node.verdict().orElseThrow();
    String head = Marks.of(verdict) + " " + node.text();
    text.append(style.colour() ? Marks.coloured(verdict, Marks.bold(head)) : head);
    if (Columns.width(head) + 2 + Columns.width(node.suffix()) <= style.width()) {
      text.append("  ").append(node.suffix()).append('\n');
    } else {
      text.append('\n');
      plain("  ", node.suffix(), false);
    }
  }

  private void plain(String prefix, String words, boolean strong) {
    for (String line : Columns.wrap(words, style.width() - prefix.length())) {
      text.append(prefix)
          .append(strong && style.colour() ? Marks.bold(line) : line)
          .append('\n');
    }
  }

  private void below(int i, Node node) {
    int depth = node.depth();
    while (prefixes.size() > depth) {
      prefixes.remove(prefixes.size() - 1);
    }
    String outer = depth == 0 || prefixes.isEmpty() ? "  " : prefixes.get(prefixes.size() - 1);
    boolean tooDeep = outer.length() + 3 > style.width() / 2;
    String first;
    String rest;
    if (depth == 0 || tooDeep) {
      first = outer;
      rest = outer;
    } else if (node.branch()) {
      first = outer + (goesOn[i] ? "├─ " : "└─ ");
      rest = outer + (goesOn[i] ? "│  " : "   ");
    } else {
      first = outer + (goesOn[i] ? "│ " : "  ");
      rest = first;
    }
    while (prefixes.size() < depth) {
      prefixes.add(outer);
    }
    prefixes.add(rest);
    boolean hasBelow = branchesBelow[i];
    String mark = node.verdict().map(Marks::of).orElse("");
    String bullet = node.kind() == Node.Kind.ITEM && node.branch() ? "•" : mark;
    String hanging = bullet.isEmpty() ? "" : hasBelow ? "│ " : "  ";
    int columns = style.width() - rest.length() - hanging.length();
    ImmutableList<String> lines = lines(node, columns);
    for (int line = 0; line < lines.size(); line++) {
      if (line == 0) {
        text.append(first).append(bullet.isEmpty() ? "" : coloured(node, bullet) + " ");
      } else {
        text.append(rest).append(hanging);
      }
      text.append(lines.get(line)).append('\n');
    }
  }

  private static ImmutableList<String> lines(Node node, int columns) {
    ImmutableList<String> lines = Columns.wrap(node.text(), columns);
    if (node.suffix().isEmpty()) {
      return lines;
    }
    int suffix = Columns.width(node.suffix());
    if (node.brief() && lines.size() > 1 && columns > suffix + 2) {
      return ImmutableList.of(
          Columns.wrap(node.text(), columns - suffix - 2).get(0) + "… " + node.suffix());
    }
    int last = lines.size() - 1;
    String space = node.suffix().startsWith("（") ? "" : " ";
    return Columns.width(lines.get(last)) + space.length() + suffix <= columns
        ? ImmutableList.<String>builder()
            .addAll(lines.subList(0, last))
            .add(lines.get(last) + space + node.suffix())
            .build()
        : ImmutableList.<String>builder()
            .addAll(lines)
            .addAll(Columns.wrap(node.suffix(), columns))
            .build();
  }

  private String coloured(Node node, String mark) {
    return style.colour() && node.verdict().isPresent()
        ? Marks.coloured(node.verdict().get(), mark)
        : mark;
  }
}
