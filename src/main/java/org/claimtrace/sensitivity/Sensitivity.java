package org.claimtrace.sensitivity;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.work.Cancellation;

/**
 * How firmly a verdict stands: the sources that it rests on, the coins that it turns on, and the smallest changes that change it.
 *
 * @param grounds the sources that it rests on
 * @param pivots the coins that it turns on
 * @param flips the changes that change it
 */
public record Sensitivity(SourceDependence grounds, Pivots pivots, Flips flips) {

  /**
   * Finds how firmly the verdict on a claim stands, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Optional.empty(), SourceDependenceLimits.USUAL);
  }

  /**
   * Finds how firmly the verdict on a claim stands, and what it would take for another one, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(Evaluation evaluation, String claimId, Verdict wanted) {
    return of(evaluation, claimId, Optional.of(wanted), SourceDependenceLimits.USUAL);
  }

  /**
   * Finds how firmly the verdict on a claim stands, and what it would take for one verdict, or for any other. What is computed for
   * one of the three answers serves the others.
   *
   * @param wanted the verdict; empty for any other
   * @param limits how far to search; the work for each of the three answers
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Sensitivity of(
      Evaluation evaluation,
      String claimId,
      Optional<Verdict> wanted,
      SourceDependenceLimits limits) {
    return Cancellation.within(evaluation.timeLimit().orElse(null), () -> {
      Dependence dependence = evaluation.dependence(claimId);
      // First what tries each coin alone, so that whatever is tried later finds the coins opened.
      Pivots pivots = Pivots.of(dependence, limits);
      Flips flips = Flips.of(dependence, wanted, limits, () -> pivots);
      return new Sensitivity(SourceDependence.of(dependence, limits), pivots, flips);
    });
  }

  /**
   * All of it as text for a terminal. The language is that of the graph unless the style says one; long lists are cut short unless
   * it asks for all. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new SensitivityOutline(this, style).outline().text(style.width(), style.colour());
  }

  /** All of it as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new SensitivityOutline(this, style)
        .outline()
        .markdown(Links.in(grounds.evaluation().graph()));
  }

  /** Which claim, in a few words. */
  @Override
  public String toString() {
    return "how firmly '" + grounds.claim() + "', " + grounds.verdict() + ", stands";
  }
}
