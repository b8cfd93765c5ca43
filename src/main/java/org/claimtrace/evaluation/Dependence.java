package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
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
 * <p>Safe to use from several threads, which take turns.
 */
public final class Dependence {

  private final Evaluation evaluation;
  private final String claim;
  private final ClaimCone cone;
  private @Nullable WhatIf whatIf;
  private @Nullable LaneBeliefs lanes;
  private @Nullable RowBeliefs rows;
  private @Nullable DiagramBeliefs diagrams;
  private boolean isBeyondBudget;

  Dependence(Evaluation evaluation, String claimId) {
    this.evaluation = evaluation;
    claim = claimId;
    cone = new ClaimCone(evaluation, claimId);
  }

  /** The evaluation in which the claim has its belief. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The id of the claim. */
  public String claim() {
    return claim;
  }

  /**
   * What has a coin that can bear on the claim, in document order: sources first, then claim by claim evidence, inferences and
   * reviews, of which a review can only be struck. A retracted source, a line that does not exist yet or does not count, and what
   * lies behind a claim that is supposed to be something, cannot bear on it whatever their grades.
   */
  public ImmutableList<Element> elements() {
    return cone.elements;
  }

  /**
   * The grade of a source, evidence or inference in this evaluation, from 0 to 1; of a review 0 if it is struck, and else 1.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if the element has no grade
   */
  public double grade(Element element) {
    return evaluation.grade(element);
  }

  /**
   * The belief in the claim under each of some assignments of grades, all else being as it is, in their order. What cannot bear
   * on the claim is passed over.
   *
   * @param assignments grades from 0 to 1, of sources, evidence and inferences; of a review, 0 if it is struck and 1 if not
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no grade, or a review one between 0 and 1
   * @throws ClaimGraphException if a grade is out of range
   * @throws CancellationException if the thread is interrupted
   */
  public synchronized ImmutableList<Belief> beliefs(
      List<? extends Map<Element, Double>> assignments) {
    List<ClaimCone.Assignment> known = new ArrayList<>(assignments.size());
    for (Map<Element, Double> assignment : assignments) {
      known.add(known(assignment));
    }
    return switch (evaluation.method()) {
      case CERTAIN -> byLanes(known, assignments);
      case EXACT -> byDiagrams(known, assignments);
      case SAMPLED -> byRows(known);
    };
  }

  /**
   * What the coin of each of some elements does to the probability of a label of the claim; in a sampled evaluation, counted in
   * the same worlds. In the order of the elements.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin
   * @throws CancellationException if the thread is interrupted
   */
  public synchronized ImmutableList<Effect> effects(Collection<Element> elements, Label label) {
    ImmutableList.Builder<Effect> effects = ImmutableList.builder();
    if (evaluation.method() == Method.SAMPLED) {
      for (Element element : elements) {
        effects.add(rows()
            .effect(
                known(ImmutableMap.of(element, 1.0)), known(ImmutableMap.of(element, 0.0)), label));
      }
      return effects.build();
    }
    List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
    for (Element element : elements) {
      assignments.add(ImmutableMap.of(element, 1.0));
      assignments.add(ImmutableMap.of(element, 0.0));
    }
    ImmutableList<Belief> beliefs = beliefs(assignments);
    for (int i = 0; i < beliefs.size(); i += 2) {
      effects.add(Effect.exact(beliefs.get(i).of(label), beliefs.get(i + 1).of(label)));
    }
    return effects.build();
  }

  private ClaimCone.Assignment known(Map<Element, Double> assignment) {
    int size = 0;
    int[] places = new int[assignment.size()];
    double[] grades = new double[assignment.size()];
    for (Map.Entry<Element, Double> entry : assignment.entrySet()) {
      Element element = entry.getKey();
      checkArgument(element.kind() != Element.Kind.CLAIM, "%s has no grade", element);
      double grade = Grade.of(entry.getValue()).value();
      checkArgument(
          element.kind() != Element.Kind.REVIEW || grade == 0 || grade == 1,
          "%s has no grade; it can be struck, which is 0",
          element);
      int place = cone.place(element);
      if (place < 0) {
        evaluation.compiled().coinOf(element);
        continue;
      }
      places[size] = place;
      grades[size++] = grade;
    }
    return new ClaimCone.Assignment(Arrays.copyOf(places, size), Arrays.copyOf(grades, size));
  }

  private ImmutableList<Belief> byLanes(
      List<ClaimCone.Assignment> known, List<? extends Map<Element, Double>> assignments) {
    if (lanes == null) {
      lanes = new LaneBeliefs(cone, evaluation.situation());
    }
    Belief[] beliefs = new Belief[known.size()];
    if (known.stream().allMatch(lanes::canTake)) {
      lanes.compute(known, beliefs);
      return ImmutableList.copyOf(beliefs);
    }
    ImmutableList.Builder<Belief> all = ImmutableList.builder();
    Belief[] one = new Belief[1];
    for (int i = 0; i < known.size(); i++) {
      if (lanes.canTake(known.get(i))) {
        lanes.compute(known.subList(i, i + 1), one);
        all.add(one[0]);
      } else {
        all.add(byScenario(assignments.get(i)));
      }
    }
    return all.build();
  }

  private ImmutableList<Belief> byDiagrams(
      List<ClaimCone.Assignment> known, List<? extends Map<Element, Double>> assignments) {
    if (diagrams == null && !isBeyondBudget) {
      try {
        diagrams = new DiagramBeliefs(cone, evaluation);
      } catch (Diagrams.OutOfBudget e) {
        isBeyondBudget = true;
      }
    }
    if (diagrams != null) {
      diagrams.open(known);
    }
    ImmutableList.Builder<Belief> all = ImmutableList.builder();
    for (int i = 0; i < known.size(); i++) {
      all.add(
          diagrams != null && diagrams.canTake(known.get(i))
              ? diagrams.belief(known.get(i))
              : byScenario(assignments.get(i)));
    }
    return all.build();
  }

  private RowBeliefs rows() {
    if (rows == null) {
      rows = new RowBeliefs(cone, evaluation);
    }
    return rows;
  }

  private ImmutableList<Belief> byRows(List<ClaimCone.Assignment> known) {
    ImmutableList.Builder<Belief> all = ImmutableList.builder();
    for (ClaimCone.Assignment assignment : known) {
      all.add(rows().belief(assignment));
    }
    return all.build();
  }

  private Belief byScenario(Map<Element, Double> assignment) {
    if (whatIf == null) {
      whatIf = evaluation.whatIf();
    }
    Scenario scenario = whatIf.scenario();
    for (Map.Entry<Element, Double> entry : assignment.entrySet()) {
      if (entry.getKey().kind() != Element.Kind.REVIEW) {
        scenario = scenario.set(entry.getKey(), entry.getValue());
      } else if (entry.getValue() == 0) {
        scenario = scenario.strike(entry.getKey());
      }
    }
    return scenario.evaluate().belief(claim);
  }
}
