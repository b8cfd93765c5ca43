package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Dependence.Effect;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;

/**
 * On which coins a verdict turns: every source, evidence and inference that can bear on it by P(label; its coin set to yes) −
 * P(label; set to no), the label being that of the verdict. Exact where the evaluation is; where it is sampled, counted in the same
 * worlds, with an interval of the difference.
 *
 * @param evaluation the evaluation in which the claim has its verdict
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param label the label of the verdict: of a misleading claim, that it is qualified
 * @param untried how many of the elements that can bear on it were not tried, to end the work: the last in document order
 * @param pivots those that turn it most first, whichever way; differences below 1e-9 do not count, and as much is told by id, then by
 *     kind
 */
public record Pivots(
    Evaluation evaluation,
    String claim,
    Verdict verdict,
    Label label,
    int untried,
    ImmutableList<Pivot> pivots) {

  /** Swings are told apart to so many parts of one. */
  private static final double PRECISION = 1e9;

  /**
   * Finds the pivots of a claim, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Pivots of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Limits.USUAL);
  }

  /**
   * Finds the pivots of a claim, in the work that the limits allow. It takes two beliefs for each element ({@link
   * Dependence#beliefs}).
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Pivots of(Evaluation evaluation, String claimId, Limits limits) {
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> of(evaluation.dependence(claimId), limits));
  }

  static Pivots of(Dependence dependence, Limits limits) {
    Evaluation evaluation = dependence.evaluation();
    Verdict verdict = evaluation.verdict(dependence.claim());
    Label label = label(verdict);
    ImmutableList<Element> elements = dependence.elements().stream()
        .filter(element -> element.kind() != Element.Kind.REVIEW)
        .collect(toImmutableList());
    ImmutableList<Effect> effects = dependence.effects(elements, label, limits.mostWork());
    List<Pivot> pivots = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      pivots.add(new Pivot(elements.get(i), dependence.grade(elements.get(i)), effects.get(i)));
    }
    pivots.sort(
        Comparator.comparingDouble((Pivot pivot) -> -Math.rint(Math.abs(pivot.swing()) * PRECISION))
            .thenComparing(pivot -> pivot.element().id())
            .thenComparing(pivot -> pivot.element().kind()));
    return new Pivots(
        evaluation,
        dependence.claim(),
        verdict,
        label,
        elements.size() - pivots.size(),
        ImmutableList.copyOf(pivots));
  }

  /** Whether every element that can bear on the claim was tried. */
  public boolean complete() {
    return untried == 0;
  }

  private static Label label(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> Label.SUPPORTED;
      case MISLEADING -> Label.QUALIFIED;
      case REFUTED -> Label.REFUTED;
      case CONFLICTING -> Label.CONFLICTING;
      case UNVERIFIED -> Label.UNVERIFIED;
    };
  }

  /** How many there are, in a few words. */
  @Override
  public String toString() {
    return pivots.size() + " pivots of '" + claim + "', " + verdict;
  }

  /**
   * How much hangs on one coin: the probability of the verdict's label where the coin is yes, less that where it is no.
   *
   * @param element the source, evidence or inference whose coin it is
   * @param grade its grade as it is, from 0 to 1
   * @param effect the two probabilities, and the interval of their difference
   */
  public record Pivot(Element element, double grade, Effect effect) {

    /** How much it is: from -1 to 1, positive where a yes makes the verdict more probable. */
    public double swing() {
      return effect.difference();
    }
  }
}
