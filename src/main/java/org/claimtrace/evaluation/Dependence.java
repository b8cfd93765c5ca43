package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.model.Element;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * What one claim depends on: many what-ifs about it alone, restricted to the part of the graph that can bear on it, its cone.
 *
 * <p>What it says of an assignment of grades is what a {@linkplain WhatIf scenario} with these grades says: bit for bit where
 * the evaluation is certain or sampled, to within 1e-12 where it is exact. Opening one takes time in proportion to the cone, but
 * for the first of an evaluation, which takes one look at each gate of the graph; after that,
 *
 * <ul>
 *   <li>in a certain evaluation 64 assignments of yes and no take one sweep over the cone;
 *   <li>in an exact one every coin asked about becomes a variable of the cone's diagrams, and an assignment takes time in
 *       proportion to the nodes below the claim's labels; where the diagrams would take more than the budget, it is a scenario;
 *   <li>in a sampled one an assignment takes time in proportion to what lies between its coins and the claim.
 * </ul>
 *
 * <p>Whoever asks much can give a budget of {@linkplain #work() work}, and is told as much as that is enough for.
 *
 * <p>Safe to use from several threads, which take turns.
 *
 * <p>Experimental.
 */
public final class Dependence implements WithoutJson {

  private final Evaluation evaluation;
  private final ClaimCone cone;
  private final ConeDependence computed;

  Dependence(Evaluation evaluation, String claimId) {
    this.evaluation = evaluation;
    cone = new ClaimCone(evaluation, claimId);
    computed = evaluation.computation().dependence(evaluation, cone);
  }

  /** Returns the evaluation in which the claim has its belief. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return cone.claim;
  }

  /**
   * Returns what has a coin that can bear on the claim, in document order: sources first, then claim by claim evidence, inferences and
   * reviews, of which a review can only be struck. A retracted source is among them, since a grade given to it lifts its
   * retraction. A line that does not exist yet or does not count, and what lies behind a claim that is supposed to be something,
   * cannot bear on it whatever their grades.
   */
  public ImmutableList<Element> elements() {
    return cone.elements;
  }

  /**
   * Returns the grade of a source, evidence or inference in this evaluation, from 0 to 1; of a review 0 if it is struck, and else 1.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element has no grade
   */
  public double grade(Element element) {
    return evaluation.grade(element);
  }

  /**
   * Returns the belief in the claim under each of some assignments of grades, all else being as it is, in their order. What cannot bear
   * on the claim is passed over.
   *
   * @param assignments grades from 0 to 1, of sources, evidence and inferences; of a review, 0 if it is struck and 1 if not
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no grade, or a review one between 0 and 1
   * @throws InvalidValueException if a grade is out of range
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Belief> beliefs(
      List<? extends Map<Element, Double>> assignments) {
    requireNonNull(assignments, "assignments");
    return evaluation.within(() -> computed.beliefs(cone.assignments(assignments)));
  }

  /**
   * Returns the same, as far as a budget of work is enough: the beliefs under the first of the assignments. Where the evaluation is
   * exact, all of these beliefs are; the first assignment whose diagrams would be too large is not told, nor any after it.
   *
   * @param mostWork how much {@linkplain #work() work} may be begun; what is begun is finished
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no grade, or a review one between 0 and 1
   * @throws InvalidValueException if a grade is out of range
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Belief> beliefs(
      List<? extends Map<Element, Double>> assignments, long mostWork) {
    requireNonNull(assignments, "assignments");
    return evaluation.within(() -> computed.beliefs(cone.assignments(assignments), end(mostWork)));
  }

  /**
   * Returns what the coin of each of some elements does to each of some quantities, as far as a budget of work is enough; in a sampled
   * evaluation, counted in the same worlds. In the order of the elements, and of the quantities for each.
   *
   * @param quantities none of them {@link VerdictRule.Quantity#WEAKER_SIDE}, which is not the chance of anything in a world
   * @param mostWork how much {@linkplain #work() work} may be begun; what is begun is finished
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin, or a quantity is the weaker side
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<ImmutableList<Effect>> effects(
      Collection<Element> elements, Collection<VerdictRule.Quantity> quantities, long mostWork) {
    requireNonNull(elements, "elements");
    requireNonNull(quantities, "quantities");
    ImmutableList<ImmutableSet<Label>> events =
        quantities.stream().map(VerdictRule.Quantity::labels).collect(toImmutableList());
    checkArgument(events.stream().noneMatch(Set::isEmpty), "%s has no effects", quantities);
    return evaluation.within(() -> computed.effects(elements, events, end(mostWork)));
  }

  private static ImmutableList<Effect> single(ImmutableList<ImmutableList<Effect>> effects) {
    return effects.stream().map(each -> each.get(0)).collect(toImmutableList());
  }

  private long end(long mostWork) {
    return work() + Math.max(0, mostWork);
  }

  /**
   * Returns how much work has been done so far, in steps: a literal that a gate reads in up to 128 worlds, half of weighing a node of a
   * diagram, an eighth of joining two diagrams. It is the same on every machine; a step takes some nanoseconds.
   */
  public synchronized long work() {
    return computed.work();
  }

  /**
   * Returns what the coin of each of some elements does to the probability of a label of the claim; in a sampled evaluation, counted in
   * the same worlds. In the order of the elements.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Effect> effects(Collection<Element> elements, Label label) {
    requireNonNull(elements, "elements");
    requireNonNull(label, "label");
    return evaluation.within(
        () -> single(computed.effects(elements, ImmutableList.of(ImmutableSet.of(label)))));
  }

  /**
   * Returns the same, as far as a budget of work is enough: the effects of the first of the elements.
   *
   * @param mostWork how much {@linkplain #work() work} may be begun; what is begun is finished
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Effect> effects(
      Collection<Element> elements, Label label, long mostWork) {
    requireNonNull(elements, "elements");
    requireNonNull(label, "label");
    return evaluation.within(() -> single(
        computed.effects(elements, ImmutableList.of(ImmutableSet.of(label)), end(mostWork))));
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "what claim '" + cone.claim + "' depends on in the " + evaluation;
  }

  /**
   * What one coin does to the probability of a label of a claim, everything else being as it is.
   */
  public static final class Effect implements WithoutJson {

    private final double yes;
    private final double no;
    private final Interval interval;

    Effect(double yes, double no, Interval interval) {
      this.yes = yes;
      this.no = no;
      this.interval = interval;
    }

    static Effect exact(double yes, double no) {
      return new Effect(yes, no, Interval.at(yes - no));
    }

    /**
     * Returns an effect counted in the same worlds.
     *
     * @param both in how many worlds the label is there either way
     * @param onlyYes in how many it is there where the coin is yes alone
     * @param onlyNo in how many it is there where the coin is no alone
     * @param worlds how many worlds there are
     */
    static Effect paired(int both, int onlyYes, int onlyNo, int worlds) {
      double yes = (double) (both + onlyYes) / worlds;
      double no = (double) (both + onlyNo) / worlds;
      return new Effect(yes, no, Interval.ofPairedDifference(both, onlyYes, onlyNo, worlds));
    }

    /** Returns the probability of the label where the coin is set to yes. */
    public double yes() {
      return yes;
    }

    /** Returns the probability of the label where it is set to no. */
    public double no() {
      return no;
    }

    /**
     * Returns the interval in which the difference of the two lies with 95% confidence, from -1 to 1; a point where
     * the evaluation is not sampled.
     */
    public Interval interval() {
      return interval;
    }

    /** Returns the probability of the label where the coin is yes, less that where it is no: from -1 to 1. */
    public double difference() {
      return yes - no;
    }

    private ResultComponents components() {
      return ResultComponents.of("Effect").and("yes", yes).and("no", no).and("interval", interval);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Effect that && components().equals(that.components());
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
