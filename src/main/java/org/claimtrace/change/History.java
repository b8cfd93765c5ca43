package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.work.Cancellation;

/**
 * The history of the verdict on a claim: a moment before all dates, and one for every date at which a line or source in the
 * cone of the claim begins to exist or is retracted, whether or not the verdict changes.
 *
 * @param evaluation the evaluation with the graph and the options. Its date, if it has one, is the end of the history: later
 *     dates are ignored
 * @param claimId the id of the claim
 * @param moments the moments, earliest first; never empty, since the first is that before all dates
 * @param leftOut the later dates that were not evaluated because of the limits, earliest first
 */
public record History(
    Evaluation evaluation,
    String claimId,
    ImmutableList<Moment> moments,
    ImmutableList<PartialDate> leftOut)
    implements Prose, Result {

  /**
   * Computes the history of the verdict on a claim, within {@link Limits#USUAL}.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static History of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Limits.USUAL);
  }

  /**
   * Computes the history of the verdict on a claim. Takes an evaluation of the claim's cone for every moment and, for each at
   * which the verdict changes and more than one thing begins, the time of {@link VerdictChange#of}. The limit of work applies
   * to the causes of all changes together; the moments have a separate limit of four times as much.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static History of(Evaluation evaluation, String claimId, Limits limits) {
    evaluation.graph().claim(claimId);
    return Cancellation.within(
        evaluation.timeLimit().orElse(null),
        () -> new HistorySearch(evaluation, claimId, limits).history());
  }

  /** Returns the moments at which the verdict changes, earliest first. */
  public ImmutableList<Moment> changes() {
    return moments.stream()
        .filter(moment -> moment.change().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public Outline outline(Style style) {
    return Outline.of(new HistoryOutline(this, style).outline(), evaluation.graph());
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "history of claim '" + claimId + "': " + moments.size() + " moments";
  }

  /**
   * A point in the history of a claim, and the verdict from it on.
   *
   * @param from the day, month or year with which it begins; empty for the moment before all dates. If several dates begin on
   *     one day, that day
   * @param verdict the verdict from then on
   * @param belief the probabilities behind it
   * @param begins the lines that begin to exist, claim by claim, the claim itself first, each in the order of the document
   * @param retracted the ids of the sources that are retracted, in the order of the document
   * @param change the change of the verdict since the moment before; empty if it is the same
   */
  public record Moment(
      Optional<PartialDate> from,
      Verdict verdict,
      Belief belief,
      ImmutableList<Element> begins,
      ImmutableList<String> retracted,
      Optional<VerdictChange> change) {}
}
