package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.work.Cancellation;

/**
 * The verdict on a claim through time: a moment for how things stood before all dates, and one for every date at which something
 * that can bear on the claim begins to exist or is retracted, whether or not the verdict changes.
 *
 * @param evaluation the evaluation whose graph and options these are. Its date, if it has one, is the end of the history: what
 *     begins later is not told
 * @param claim the id of the claim
 * @param moments the moments, earliest first; at least the one before all dates
 * @param leftOut the dates after those that were not looked at, since that would have taken too much work; earliest first
 */
public record History(
    Evaluation evaluation,
    String claim,
    ImmutableList<Moment> moments,
    ImmutableList<PartialDate> leftOut) {

  /**
   * Follows the verdict on a claim through time, within {@link ChangeLimits#USUAL}.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static History of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, ChangeLimits.USUAL);
  }

  /**
   * Follows the verdict on a claim through time. Takes an evaluation of what can bear on the claim for every moment and, for each at
   * which the verdict changes and more than one thing begins, what {@link VerdictChange#of} takes. The work of the limits is for
   * the causes of all changes together; four times as much is for the moments, without which there are none.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static History of(Evaluation evaluation, String claimId, ChangeLimits limits) {
    evaluation.graph().claim(claimId);
    return Cancellation.within(
        evaluation.timeLimit().orElse(null),
        () -> new HistorySearch(evaluation, claimId, limits).history());
  }

  /** The moments at which the verdict changes. */
  public ImmutableList<Moment> changes() {
    return moments.stream()
        .filter(moment -> moment.change().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  /** The history as text for a terminal. Lines end with a line feed, the last one too. */
  public String toText(Style style) {
    return new HistoryOutline(this, style).outline().text(style.width(), style.colour());
  }

  /** The history as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new HistoryOutline(this, style).outline().markdown(Links.in(evaluation.graph()));
  }

  /** What it is of, in a few words. */
  @Override
  public String toString() {
    return "history of claim '" + claim + "': " + moments.size() + " moments";
  }
}
