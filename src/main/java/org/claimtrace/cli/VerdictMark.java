package org.claimtrace.cli;

import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Language;

/** How a verdict looks on a terminal: a mark that needs no colour, and its word. */
final class VerdictMark {

  private static final String PLAIN = "\033[0m";

  private VerdictMark() {}

  static String of(Verdict verdict, Language language, boolean colour) {
    String word = mark(verdict) + " " + language.verdict(verdict);
    return colour ? style(verdict) + word + PLAIN : word;
  }

  // Not one of them is of ambiguous width: a mark takes one column everywhere.
  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case MISLEADING -> "!";
      case REFUTED -> "✗";
      case CONFLICTING -> "⇄";
      case UNVERIFIED -> "?";
    };
  }

  private static String style(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "\033[32m";
      case MISLEADING -> "\033[33m";
      case REFUTED -> "\033[31m";
      case CONFLICTING -> "\033[35m";
      case UNVERIFIED -> "\033[36m";
    };
  }
}
