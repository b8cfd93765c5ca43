package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Dependence.Effect;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.evaluation.VerdictRule.Quantity;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The coins on which a verdict depends most: for every source, piece of evidence and inference in the cone of the claim, what its
 * coin does to the quantities that decide the verdict, which are those that its rule compares and those of all rules before it.
 * Each is the chance of something with the coin set to yes, less that with the coin set to no; the greatest difference counts. A
 * coin that can change the verdict therefore always moves a quantity. Exact if the evaluation is; if it is sampled, counted in
 * the same worlds, with an interval of the difference.
 *
 * <p>Stable.
 */
public final class Pivots implements WithoutJson {

  /** Swings that agree to this fraction of 1 count as equal. */
  private static final double PRECISION = 1e9;

  private final Evaluation evaluation;
  private final String claimId;
  private final Verdict verdict;
  private final int untried;
  private final ImmutableList<Pivot> pivots;

  Pivots(
      Evaluation evaluation,
      String claimId,
      Verdict verdict,
      int untried,
      ImmutableList<Pivot> pivots) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.verdict = verdict;
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
    ImmutableList<Quantity> quantities = quantities(evaluation.standard(), verdict);
    ImmutableList<Element> elements = dependence.elements().stream()
        .filter(element -> evaluation.graph().hasGrade(element))
        .collect(toImmutableList());
    ImmutableList<ImmutableList<Effect>> effects =
        dependence.effects(elements, quantities, limits.mostWork());
    List<Pivot> pivots = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      int greatest = greatest(effects.get(i));
      pivots.add(new Pivot(
          elements.get(i),
          Coins.grade(dependence, elements.get(i)),
          quantities.get(greatest),
          effects.get(i).get(greatest)));
    }
    pivots.sort(Comparator.comparingDouble((Pivot pivot) -> -size(pivot.effect()))
        .thenComparing(pivot -> pivot.element().id())
        .thenComparing(pivot -> pivot.element().kind()));
    return new Pivots(
        evaluation,
        dependence.claimId(),
        verdict,
        elements.size() - pivots.size(),
        ImmutableList.copyOf(pivots));
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

  /** Returns the quantities that decide a verdict, the two sides in place of the weaker one. */
  private static ImmutableList<Quantity> quantities(Standard standard, Verdict verdict) {
    Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
    for (VerdictRule rule : standard.rules()) {
      rule.conditions().forEach(each -> quantities.add(each.threshold().quantity()));
      if (rule.verdict() == verdict) {
        break;
      }
    }
    if (quantities.remove(Quantity.WEAKER_SIDE)) {
      quantities.add(Quantity.FOR);
      quantities.add(Quantity.AGAINST);
    }
    return ImmutableList.copyOf(quantities);
  }

  /** Returns the index of the effect with the greatest difference; of several, the first. */
  private static int greatest(ImmutableList<Effect> effects) {
    int greatest = 0;
    for (int i = 1; i < effects.size(); i++) {
      if (size(effects.get(i)) > size(effects.get(greatest))) {
        greatest = i;
      }
    }
    return greatest;
  }

  private static double size(Effect effect) {
    return Math.rint(Math.abs(effect.difference()) * PRECISION);
  }

  private ResultComponents components() {
    return ResultComponents.of("Pivots")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("verdict", verdict)
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
   * The effect of one coin: the chance that decides most, if the coin comes out yes and if it comes out no.
   */
  public static final class Pivot implements WithoutJson {

    private final Element element;
    private final double grade;
    private final Quantity quantity;
    private final Effect effect;

    Pivot(Element element, double grade, Quantity quantity, Effect effect) {
      this.element = element;
      this.grade = grade;
      this.quantity = quantity;
      this.effect = effect;
    }

    /** Returns the source, piece of evidence or inference that has the coin. */
    public Element element() {
      return element;
    }

    /** Returns its present grade, from 0 to 1; of a retracted source 0. */
    public double grade() {
      return grade;
    }

    /** Returns the quantity that the coin moves most, of those that decide the verdict; never that of the weaker side. */
    public Quantity quantity() {
      return quantity;
    }

    /** Returns the chance of it either way, and the interval of the difference. Experimental. */
    public Effect effect() {
      return effect;
    }

    /** Returns the difference of the two chances, from -1 to 1; positive if a yes makes the quantity greater. */
    public double swing() {
      return effect.difference();
    }

    private ResultComponents components() {
      return ResultComponents.of("Pivot")
          .and("element", element)
          .and("grade", grade)
          .and("quantity", quantity)
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
