package org.claimtrace.sensitivity;

import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;

/**
 * How firmly a verdict stands: the sources that it rests on, the coins that it turns on, and the smallest changes that change it.
 *
 * @param grounds the sources that it rests on
 * @param pivots the coins that it turns on
 * @param flips the changes that change it
 */
public record Sensitivity(Grounds grounds, Pivots pivots, Flips flips) {

  /**
   * Finds how firmly the verdict on a claim stands.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted
   */
  public static Sensitivity of(Evaluation evaluation, String claimId) {
    return new Sensitivity(
        Grounds.of(evaluation, claimId),
        Pivots.of(evaluation, claimId),
        Flips.of(evaluation, claimId));
  }

  /**
   * Finds how firmly the verdict on a claim stands, and what it would take for another one.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted
   */
  public static Sensitivity of(Evaluation evaluation, String claimId, Verdict wanted) {
    return new Sensitivity(
        Grounds.of(evaluation, claimId),
        Pivots.of(evaluation, claimId),
        Flips.of(evaluation, claimId, wanted));
  }

  /**
   * All of it as text for a terminal. The language is that of the graph unless the style says one; long lists are cut short unless
   * it asks for all. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new SensitivityText(this, style).outline().text(style);
  }

  /** All of it as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new SensitivityText(this, style)
        .outline()
        .markdown(Links.in(grounds.evaluation().graph()));
  }

  /** Which claim, in a few words. */
  @Override
  public String toString() {
    return "how firmly '" + grounds.claim() + "', " + grounds.verdict() + ", stands";
  }
}
