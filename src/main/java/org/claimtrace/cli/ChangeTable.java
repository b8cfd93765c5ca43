package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.OutOfHundred;

/** A table for readers of the claims whose verdicts differ between two evaluations of one graph, in document order. */
final class ChangeTable {

  private static final int INDENT = 2;

  private final Evaluation before;
  private final Evaluation after;
  private final String wanted;
  private final Language language;
  private final int width;
  private final boolean colour;

  ChangeTable(Evaluation before, Evaluation after, String wanted, int width, boolean colour) {
    this.before = before;
    this.after = after;
    this.wanted = wanted;
    this.language = Language.of(wanted);
    this.width = width;
    this.colour = colour;
  }

  void write(Appendable out) throws IOException {
    int changed = 0;
    int moved = 0;
    for (Claim claim : before.graph().claims()) {
      Verdict was = before.verdict(claim.id());
      Verdict is = after.verdict(claim.id());
      if (was != is) {
        changed++;
        row(out, claim, was, is);
      } else if (!before.belief(claim.id()).equals(after.belief(claim.id()))) {
        moved++;
      }
    }
    if (changed > 0) {
      out.append('\n');
    }
    for (String line :
        Columns.wrap(language.changes(changed, moved, before.graph().claims().size()), width)) {
      out.append(line).append('\n');
    }
  }

  private void row(Appendable out, Claim claim, Verdict was, Verdict is) throws IOException {
    out.append(VerdictMark.of(was, claim.kind(), language, colour))
        .append(" → ")
        .append(VerdictMark.of(is, claim.kind(), language, colour))
        .append("  ")
        .append(Isolation.isolated(claim.id()))
        .append('\n');
    String text = LayoutOptions.text(claim.text(), wanted, before.graph().language());
    for (String line : Columns.wrap(text, width - INDENT)) {
      out.append(" ".repeat(INDENT)).append(line).append('\n');
    }
    Belief then = before.belief(claim.id());
    Belief now = after.belief(claim.id());
    String numbers = language.shift(
        claim.kind(),
        OutOfHundred.percentToTenths(then.supported()),
        OutOfHundred.percentToTenths(now.supported()),
        OutOfHundred.percentToTenths(then.refuted()),
        OutOfHundred.percentToTenths(now.refuted()));
    for (String line : Columns.wrap(numbers, width - INDENT)) {
      out.append(" ".repeat(INDENT)).append(line).append('\n');
    }
  }
}
