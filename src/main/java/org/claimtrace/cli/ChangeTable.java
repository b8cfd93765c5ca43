package org.claimtrace.cli;

import java.io.IOException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;

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
    out.append(VerdictMark.of(was, language, colour))
        .append(" → ")
        .append(VerdictMark.of(is, language, colour))
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
        percent(then.supported()),
        percent(now.supported()),
        percent(then.refuted()),
        percent(now.refuted()));
    for (String line : Columns.wrap(numbers, width - INDENT)) {
      out.append(" ".repeat(INDENT)).append(line).append('\n');
    }
  }

  /** Returns a percentage, rounded to a tenth, but to 0 or 100 only if the probability is exactly 0 or 1. */
  private static String percent(double probability) {
    long thousandths = Math.round(probability * 1000);
    if (thousandths == 0 && probability > 0) {
      return "<0.1%";
    }
    if (thousandths == 1000 && probability < 1) {
      return ">99.9%";
    }
    return thousandths % 10 == 0
        ? thousandths / 10 + "%"
        : thousandths / 10 + "." + thousandths % 10 + "%";
  }
}
