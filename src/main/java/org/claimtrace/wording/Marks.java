package org.claimtrace.wording;

import org.claimtrace.model.Verdict;

/** How verdicts look on a terminal. */
public final class Marks {

  private static final String PLAIN = "\033[0m";
  private static final String BOLD = "\033[1m";

  private Marks() {}

  /** A sign that needs no colour. None is of ambiguous width: each takes one column everywhere. */
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case MISLEADING -> "!";
      case REFUTED -> "✗";
      case CONFLICTING -> "⇄";
      case UNVERIFIED -> "?";
    };
  }

  /** Words in the colour of a verdict. */
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

  /** Words in bold. */
  public static String bold(String words) {
    return BOLD + words + PLAIN;
  }
}
