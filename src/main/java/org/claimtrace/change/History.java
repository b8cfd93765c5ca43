package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
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
   * Follows the verdict on a claim through time, within {@link Limits#USUAL}.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static History of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Limits.USUAL);
  }

  /**
   * Follows the verdict on a claim through time. Takes an evaluation of what can bear on the claim for every moment and, for each at
   * which the verdict changes and more than one thing begins, what {@link VerdictChange#of} takes. The work of the limits is for
   * the causes of all changes together; four times as much is for the moments, without which there are none.
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

  /**
   * A point in the history of a claim, and how things stand from it on.
   *
   * @param from the day, month or year with which it begins; empty for how things stood before all dates. Where several dates begin
   *     on one day, that day
   * @param verdict the verdict from then on
   * @param belief the probabilities behind it
   * @param begins the lines that begin to exist: claim by claim, the claim itself first, each in the order of the document
   * @param retracted the ids of the sources that are retracted, in the order of the document
   * @param change why the verdict differs from that of the moment before; empty where it does not
   */
  public record Moment(
      Optional<PartialDate> from,
      Verdict verdict,
      Belief belief,
      ImmutableList<Element> begins,
      ImmutableList<String> retracted,
      Optional<VerdictChange> change) {}
}
