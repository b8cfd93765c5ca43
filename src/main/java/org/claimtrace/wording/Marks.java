package org.claimtrace.wording;

import org.claimtrace.model.Verdict;

/** The marks and terminal colours of verdicts. */
public final class Marks {

  private static final String PLAIN = "\033[0m";
  private static final String BOLD = "\033[1m";

  private Marks() {}

  /** Returns the mark of a verdict, legible without colour. None is of ambiguous width: each takes one column everywhere. */
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case MISLEADING -> "!";
      case REFUTED -> "✗";
      case CONFLICTING -> "⇄";
      case UNVERIFIED -> "?";
    };
  }

  /** Returns words in the colour of a verdict, with escape sequences of ANSI terminals. */
  public static String coloured(Verdict verdict, String words) {
    String style = switch (verdict) {
      case SUPPORTED -> "\033[32m";
      case MISLEADING -> "\033[33m";
      case REFUTED -> "\033[31m";
      case CONFLICTING -> "\033[35m";
      case UNVERIFIED -> "\033[36m";
    };
    return style + words + PLAIN;
  }

  /** Returns words in bold, with escape sequences of ANSI terminals. */
  public static String bold(String words) {
    return BOLD + words + PLAIN;
  }
}
