package org.claimtrace.inspection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Search;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each prediction with a due date that lies before today, if nothing about it is of the due date or later: no line, which begins
 * with its own date or that of its sources, and no search; nor anything without a date, which may be of that time. Today is the day of the
 * evaluation ({@code as of}), else the date on which the graph was last modified, else that on which it was published; without these it
 * does not fire.
 */
final class PredictionDue extends UsualRule {

  PredictionDue() {
    super("prediction-due", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The forecast", "published": "2026-01-15", "sources": {"bank": {"title": "The bank", "published": "2024-11"}},
         "claims": {"rates": {"text": "Rates will fall below 2 %", "kind": "prediction", "due": "2025", "evidence": ["bank"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The forecast", "published": "2026-01-15", "sources": {
          "bank": {"title": "The bank", "published": "2024-11"}, "office": {"title": "The statistical office", "published": "2026-01-10"}},
         "claims": {"rates": {"text": "Rates will fall below 2 %", "kind": "prediction", "due": "2025",
          "evidence": ["bank", {"source": "office", "stance": "refutes"}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Optional<PartialDate> today = inspected
        .evaluation()
        .asOf()
        .or(() -> inspected.graph().modified())
        .or(() -> inspected.graph().published());
    if (today.isEmpty()) {
      return;
    }
    for (Claim claim : inspected.graph().claims()) {
      boolean isDue = claim.kind() == ClaimKind.PREDICTION
          && claim
              .due()
              .filter(due -> due.lastDay().isBefore(today.get().firstDay()))
              .isPresent();
      if (isDue && !wasLookedAt(inspected, claim, claim.due().orElseThrow().firstDay())) {
        PartialDate due = claim.due().orElseThrow();
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_PREDICTION_DUE, phrases.quoted(claim.id()), phrases.date(due)),
                Element.claim(claim.id()))
            .word("due", due.toString())
            .build());
      }
    }
  }

  private static boolean wasLookedAt(InspectedGraph inspected, Claim claim, LocalDate due) {
    return Stream.concat(
            inspected.graph().lines(claim.id()).stream()
                .filter(inspected.evaluation()::exists)
                .map(line -> inspected.evaluation().begin(inspected.graph().line(line.id()))),
            claim.searches().stream().map(Search::date))
        .anyMatch(date -> date.isEmpty() || !date.get().lastDay().isBefore(due));
  }
}
