package org.claimtrace.change;

import static java.util.Objects.requireNonNull;

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
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The history of the verdict on a claim: a moment before all dates, and one for every date at which a line or source in the
 * cone of the claim begins to exist or is retracted, whether or not the verdict changes.
 *
 * <p>Stable.
 */
public final class History implements Prose, Result {

  private final Evaluation evaluation;
  private final String claimId;
  private final ImmutableList<Moment> moments;
  private final ImmutableList<PartialDate> leftOut;

  History(
      Evaluation evaluation,
      String claimId,
      ImmutableList<Moment> moments,
      ImmutableList<PartialDate> leftOut) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.moments = moments;
    this.leftOut = leftOut;
  }

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
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(limits, "limits");
    evaluation.graph().claim(claimId);
    return Cancellation.within(
        evaluation.timeLimit().orElse(null),
        () -> new HistorySearch(evaluation, claimId, limits).history());
  }

  /**
   * Returns the evaluation with the graph and the options. Its date, if it has one, is the end of the history: later
   * dates are ignored.
   */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the moments, earliest first; never empty, since the first is that before all dates. */
  public ImmutableList<Moment> moments() {
    return moments;
  }

  /** Returns the later dates that were not evaluated because of the limits, earliest first. */
  public ImmutableList<PartialDate> leftOut() {
    return leftOut;
  }

  /** Returns the moments at which the verdict changes, earliest first. */
  public ImmutableList<Moment> changes() {
    return moments.stream()
        .filter(moment -> moment.change().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(new HistoryOutline(this, style).outline(), evaluation.graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("History")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("moments", moments)
        .and("leftOut", leftOut);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof History that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "history of claim '" + claimId + "': " + moments.size() + " moments";
  }

  /**
   * A point in the history of a claim, and the verdict from it on.
   */
  public static final class Moment implements WithoutJson {

    private final Optional<PartialDate> from;
    private final Verdict verdict;
    private final Belief belief;
    private final ImmutableList<Element> begins;
    private final ImmutableList<String> retracted;
    private final ImmutableList<Element> withdrawn;
    private final Optional<VerdictChange> change;

    Moment(
        Optional<PartialDate> from,
        Verdict verdict,
        Belief belief,
        ImmutableList<Element> begins,
        ImmutableList<String> retracted,
        ImmutableList<Element> withdrawn,
        Optional<VerdictChange> change) {
      this.from = from;
      this.verdict = verdict;
      this.belief = belief;
      this.begins = begins;
      this.retracted = retracted;
      this.withdrawn = withdrawn;
      this.change = change;
    }

    /**
     * Returns the day, month or year with which it begins; empty for the moment before all dates. If several dates
     * begin on one day, that day.
     */
    public Optional<PartialDate> from() {
      return from;
    }

    /** Returns the verdict from then on. */
    public Verdict verdict() {
      return verdict;
    }

    /** Returns the probabilities behind it. */
    public Belief belief() {
      return belief;
    }

    /** Returns the lines that begin to exist, claim by claim, the claim itself first, each in the order of the document. */
    public ImmutableList<Element> begins() {
      return begins;
    }

    /** Returns the ids of the sources that are retracted, in the order of the document. */
    public ImmutableList<String> retracted() {
      return retracted;
    }

    /** Returns the pieces of evidence whose statement is withdrawn, in the order of {@link #begins}. */
    public ImmutableList<Element> withdrawn() {
      return withdrawn;
    }

    /** Returns the change of the verdict since the moment before; empty if it is the same. */
    public Optional<VerdictChange> change() {
      return change;
    }

    private ResultComponents components() {
      return ResultComponents.of("Moment")
          .and("from", from)
          .and("verdict", verdict)
          .and("belief", belief)
          .and("begins", begins)
          .and("retracted", retracted)
          .and("withdrawn", withdrawn)
          .and("change", change);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Moment that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
