package org.claimtrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.problem.Place.Position;
import org.claimtrace.problem.Problem;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * Tells the findings of one file, the gravest first: each with its place, what was noticed, the line of the file with a caret under
 * the place, and what to do about it.
 */
final class FindingLines {

  private static final int INDENT = 2;
  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';

  /** How much of a line is left for words at least, however deep they are indented. */
  private static final int LEAST_WIDTH = 20;

  private final String name;
  private final ClaimDocument document;
  private final String language;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * Creates the lines of no findings.
   *
   * @param name the name of the file
   * @param language the tag of the language
   * @param width the most columns of a line
   */
  FindingLines(String name, ClaimDocument document, String language, int width) {
    this.name = name;
    this.document = document;
    this.language = language;
    this.width = width;
  }

  /** Adds findings of all severities. */
  FindingLines add(List<Finding> findings) {
    group(Sentence.FINDING_ERRORS, Severity.ERROR, findings);
    group(Sentence.FINDING_WARNINGS, Severity.WARNING, findings);
    group(Sentence.FINDING_NOTES, Severity.NOTE, findings);
    return this;
  }

  /** Returns the lines, without their ends. */
  List<String> lines() {
    return lines;
  }

  private void group(Sentence heading, Severity severity, List<Finding> findings) {
    List<Finding> group =
        findings.stream().filter(each -> each.severity() == severity).toList();
    if (group.isEmpty()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    Sentences say = Sentences.of(Language.of(language));
    lines.add(say.count(heading, group.size()));
    for (Finding finding : group) {
      tell(finding);
    }
  }

  private void tell(Finding finding) {
    Optional<Position> at = finding.place().flatMap(place -> place.position());
    String where = Isolation.isolated(name) + at.map(position -> ":" + position).orElse("");
    lines.add(indent(1) + where + " [" + finding.code() + "]");
    words(finding.message(language));
    at.ifPresent(this::quote);
    words(finding.remedy(language));
  }

  private void words(String words) {
    for (String line : Columns.wrap(words, Math.max(LEAST_WIDTH, width - 2 * INDENT))) {
      lines.add(indent(2) + line);
    }
  }

  /** Quotes as much of a line around a place as fits, and points at the place. */
  private void quote(Position at) {
    int room = Math.max(LEAST_WIDTH, width - 3 * INDENT);
    String raw = document.textBefore(at, room);
    boolean isWhole = raw.codePointCount(0, raw.length()) == at.column() - 1;
    String before = visible(isWhole ? raw.stripLeading() : raw);
    int half = room / 2;
    if (!isWhole || Columns.width(before) > half) {
      before = "…" + last(before, half - 1);
    }
    String after = visible(document.textFrom(at, room + 1));
    int left = room - Columns.width(before);
    if (Columns.width(after) > left) {
      after = first(after, left - 1) + "…";
    }
    lines.add(indent(3) + leftToRight(before) + leftToRight(after));
    lines.add(indent(3) + " ".repeat(Columns.width(before)) + "^");
  }

  /** Returns text of the file in which nothing is invisible, with tabs as wide as they are taken to be. */
  private static String visible(String text) {
    return Problem.visible(text.replace('\t', ' '));
  }

  /** Returns a part of the line that keeps its place on it, also if it is of letters that are written from right to left. */
  private static String leftToRight(String part) {
    String isolated = Isolation.isolated(part);
    return isolated.equals(part) ? part : LEFT_TO_RIGHT_ISOLATE + isolated.substring(1);
  }

  /** Returns as many of the first characters as fit into some columns. */
  private static String first(String text, int columns) {
    int low = 0;
    int high = text.codePointCount(0, text.length());
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Columns.width(text.substring(0, text.offsetByCodePoints(0, middle))) <= columns) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.substring(0, text.offsetByCodePoints(0, low));
  }

  /** Returns as many of the last characters as fit into some columns, without marks that belong to the character before. */
  private static String last(String text, int columns) {
    int low = 0;
    int high = text.codePointCount(0, text.length());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Columns.width(text.substring(text.offsetByCodePoints(0, middle))) <= columns) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int from = text.offsetByCodePoints(0, low);
    while (from < text.length() && isMark(text.codePointAt(from))) {
      from = text.offsetByCodePoints(from, 1);
    }
    return text.substring(from);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static String indent(int depth) {
    return " ".repeat(INDENT * depth);
  }
}
