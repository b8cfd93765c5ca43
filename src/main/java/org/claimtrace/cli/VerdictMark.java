package org.claimtrace.cli;

import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Marks;

/** Renders a verdict for a terminal: a mark, legible without colour, and its word. */
final class VerdictMark {

  private VerdictMark() {}

  static String of(Verdict verdict, ClaimKind kind, Language language, boolean colour) {
    String word = Marks.of(verdict) + " " + language.verdict(verdict, kind);
    return colour ? Marks.coloured(verdict, word) : word;
  }
}
