package org.claimtrace.sensitivity;

import java.time.LocalDate;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;

/** Evaluates graphs as things stood on the day before a source was retracted. */
final class BeforeRetraction {

  private BeforeRetraction() {}

  /** Returns the date on which a retracted source was withdrawn. */
  static PartialDate date(Evaluation evaluation, String sourceId) {
    return evaluation.graph().source(sourceId).retracted().map(Retraction::date).orElseThrow();
  }

  /** Returns the evaluation on the day before a date, with the same options and grades; empty if the calendar has no such day. */
  static Optional<Evaluation> evaluation(Evaluation evaluation, PartialDate date) {
    LocalDate first = date.firstDay();
    return first.getYear() == 1 && first.getDayOfYear() == 1
        ? Optional.empty()
        : Optional.of(evaluation.evaluatedAsOf(PartialDate.of(first.minusDays(1))));
  }
}
