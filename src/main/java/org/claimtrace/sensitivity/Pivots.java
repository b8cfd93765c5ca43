package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

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
import org.claimtrace.model.Inference;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The coins on which a verdict depends most: for every source, piece of evidence and inference in the cone of the claim the
 * difference P(label; its coin set to yes) − P(label; its coin set to no), for the label of the verdict. Exact if the
 * evaluation is; if it is sampled, counted in the same worlds, with an interval of the difference.
 *
 * <p>Experimental.
 */
public final class Pivots implements WithoutJson {

  /** Swings that agree to this fraction of 1 count as equal. */
  private static final double PRECISION = 1e9;

  private final Evaluation evaluation;
  private final String claimId;
  private final Verdict verdict;
  private final Label label;
  private final int untried;
  private final ImmutableList<Pivot> pivots;

  Pivots(
      Evaluation evaluation,
      String claimId,
      Verdict verdict,
      Label label,
      int untried,
      ImmutableList<Pivot> pivots) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.verdict = verdict;
    this.label = label;
    this.untried = untried;
    this.pivots = pivots;
  }

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
   * Finds the pivots of a claim, within the work that the limits allow. Takes two beliefs for each element ({@link
   * Dependence#beliefs}).
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Pivots of(Evaluation evaluation, String claimId, Limits limits) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(limits, "limits");
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> of(evaluation.dependence(claimId), limits));
  }

  static Pivots of(Dependence dependence, Limits limits) {
    Evaluation evaluation = dependence.evaluation();
    Verdict verdict = evaluation.verdict(dependence.claimId());
    Label label = label(verdict);
    ImmutableList<Element> elements = dependence.elements().stream()
        .filter(element -> hasGrade(evaluation, element))
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
        dependence.claimId(),
        verdict,
        label,
        elements.size() - pivots.size(),
        ImmutableList.copyOf(pivots));
  }

  /** Returns whether an element has a grade; reviews and steps from the parts of a claim have none and can only be removed. */
  static boolean hasGrade(Evaluation evaluation, Element element) {
    return switch (element.kind()) {
      case CLAIM, REVIEW -> false;
      case SOURCE, EVIDENCE -> true;
      case INFERENCE ->
        evaluation
            .graph()
            .findInference(element.id())
            .filter(Inference::isFromParts)
            .isEmpty();
    };
  }

  /** Returns the evaluation in which the claim has its verdict. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the verdict. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the label of the verdict; for a misleading claim the label qualified. */
  public Label label() {
    return label;
  }

  /** Returns the number of elements in the cone that were not tried because of the limits: the last ones in document order. */
  public int untried() {
    return untried;
  }

  /** Returns the pivots by decreasing absolute {@link Pivot#swing}; those that agree to 1e-9 by id and then by kind. */
  public ImmutableList<Pivot> pivots() {
    return pivots;
  }

  /** Returns whether every element in the cone of the claim was tried. */
  public boolean isComplete() {
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

  private ResultComponents components() {
    return ResultComponents.of("Pivots")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("verdict", verdict)
        .and("label", label)
        .and("untried", untried)
        .and("pivots", pivots);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pivots that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return pivots.size() + " pivots of '" + claimId + "', " + verdict;
  }

  /**
   * The effect of one coin: the probability of the verdict's label if the coin comes out yes, minus that if it comes out no.
   */
  public static final class Pivot implements WithoutJson {

    private final Element element;
    private final double grade;
    private final Effect effect;

    Pivot(Element element, double grade, Effect effect) {
      this.element = element;
      this.grade = grade;
      this.effect = effect;
    }

    /** Returns the source, piece of evidence or inference that has the coin. */
    public Element element() {
      return element;
    }

    /** Returns its present grade, from 0 to 1. */
    public double grade() {
      return grade;
    }

    /** Returns the two probabilities, and the interval of their difference. */
    public Effect effect() {
      return effect;
    }

    /** Returns the difference of the two probabilities, from -1 to 1; positive if a yes makes the label more probable. */
    public double swing() {
      return effect.difference();
    }

    private ResultComponents components() {
      return ResultComponents.of("Pivot")
          .and("element", element)
          .and("grade", grade)
          .and("effect", effect);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pivot that && components().equals(that.components());
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
