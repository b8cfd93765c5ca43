package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.problem.InvalidValueException;
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
 * <p>Whoever asks much can give a budget of {@linkplain #work() work}, and is told as much as that is enough for.
 *
 * <p>Safe to use from several threads, which take turns.
 */
public final class Dependence {

  private final Evaluation evaluation;
  private final String claim;
  private final ClaimCone cone;
  private @Nullable WhatIf whatIf;
  private @Nullable CertainDependence lanes;
  private @Nullable SampledDependence rows;
  private @Nullable ExactDependence diagrams;

  /** By place, the beliefs where its coin alone is set to no, and to yes, as far as they are known. */
  private final Map<Integer, Belief[]> singles = new HashMap<>();

  /** So many assignments are opened at a time where there is no room for more. */
  private int atATime = Integer.MAX_VALUE;

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
   * @throws InvalidValueException if a grade is out of range
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Belief> beliefs(
      List<? extends Map<Element, Double>> assignments) {
    return evaluation.within(() -> {
      List<ClaimCone.Assignment> known = new ArrayList<>(assignments.size());
      for (Map<Element, Double> assignment : assignments) {
        known.add(known(assignment));
      }
      return switch (evaluation.method()) {
        case CERTAIN -> byLanes(known, assignments);
        case EXACT -> byDiagrams(known, assignments);
        case SAMPLED -> byRows(known);
      };
    });
  }

  /**
   * The same, as far as a budget of work is enough: the beliefs under the first of the assignments. Where the evaluation is
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
    return evaluation.within(() -> withinBudget(assignments, work() + Math.max(0, mostWork)));
  }

  private ImmutableList<Belief> withinBudget(
      List<? extends Map<Element, Double>> assignments, long end) {
    List<ClaimCone.Assignment> all = new ArrayList<>(assignments.size());
    for (Map<Element, Double> assignment : assignments) {
      all.add(known(assignment));
    }
    List<ClaimCone.Assignment> missing =
        all.stream().filter(each -> single(each) == null).toList();
    Belief[] found = new Belief[missing.size()];
    int done = switch (evaluation.method()) {
      case CERTAIN -> lanesWithin(missing, found, end);
      case EXACT -> diagramsWithin(missing, found, end);
      case SAMPLED -> rowsWithin(missing, found, end);
    };
    ImmutableList.Builder<Belief> beliefs = ImmutableList.builder();
    int next = 0;
    for (ClaimCone.Assignment each : all) {
      Belief known = single(each);
      if (known == null && next == done) {
        break;
      }
      beliefs.add(known == null ? found[next++] : known);
    }
    for (int i = 0; i < done; i++) {
      keep(missing.get(i), found[i]);
    }
    return beliefs.build();
  }

  private static boolean isSingle(ClaimCone.Assignment assignment) {
    return assignment.size() == 1 && (assignment.grades()[0] == 0 || assignment.grades()[0] == 1);
  }

  private @Nullable Belief single(ClaimCone.Assignment assignment) {
    if (!isSingle(assignment)) {
      return null;
    }
    Belief[] ofPlace = singles.get(assignment.places()[0]);
    return ofPlace == null ? null : ofPlace[(int) assignment.grades()[0]];
  }

  private void keep(ClaimCone.Assignment assignment, Belief belief) {
    if (isSingle(assignment)) {
      singles
          .computeIfAbsent(assignment.places()[0], place -> new Belief[2])[
          (int) assignment.grades()[0]] = belief;
    }
  }

  private int lanesWithin(List<ClaimCone.Assignment> missing, Belief[] found, long end) {
    CertainDependence byLanes = lanes();
    checkArgument(
        missing.stream().allMatch(byLanes::canTake),
        "a grade between no and yes, where nothing is left to chance");
    int done = 0;
    while (done < missing.size() && work() < end) {
      int to = Math.min(missing.size(), done + CertainDependence.LANES);
      Belief[] some = new Belief[to - done];
      byLanes.compute(missing.subList(done, to), some);
      System.arraycopy(some, 0, found, done, some.length);
      done = to;
    }
    return done;
  }

  private int rowsWithin(List<ClaimCone.Assignment> missing, Belief[] found, long end) {
    int done = 0;
    while (done < missing.size() && work() < end) {
      found[done] = rows().belief(missing.get(done));
      done++;
    }
    return done;
  }

  private int diagramsWithin(List<ClaimCone.Assignment> missing, Belief[] found, long end) {
    ExactDependence byDiagrams = diagrams();
    int done = 0;
    while (done < missing.size() && work() < end) {
      int to = (int) Math.min(missing.size(), (long) done + atATime);
      if (!byDiagrams.openAnew(missing.subList(done, to))) {
        if (to - done == 1) {
          return done;
        }
        atATime = (to - done + 1) / 2;
        continue;
      }
      List<ClaimCone.Assignment> some = missing.subList(done, to);
      if (byDiagrams.areMany(some.size()) && some.stream().allMatch(Dependence::isSingle)) {
        byDiagrams.ofSingles(some, found, done);
        done = to;
      }
      for (; done < to && work() < end; done++) {
        found[done] = byDiagrams.belief(missing.get(done));
      }
    }
    return done;
  }

  /**
   * How much work has been done so far, in steps: a literal that a gate reads in up to 128 worlds, half of weighing a node of a
   * diagram, an eighth of joining two diagrams. It is the same on every machine; a step takes some nanoseconds.
   */
  public synchronized long work() {
    return (lanes == null ? 0 : lanes.work())
        + (rows == null ? 0 : rows.work())
        + (diagrams == null ? 0 : diagrams.work());
  }

  /**
   * What the coin of each of some elements does to the probability of a label of the claim; in a sampled evaluation, counted in
   * the same worlds. In the order of the elements.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Effect> effects(Collection<Element> elements, Label label) {
    return evaluation.within(() -> allEffects(elements, label));
  }

  private ImmutableList<Effect> allEffects(Collection<Element> elements, Label label) {
    ImmutableList.Builder<Effect> effects = ImmutableList.builder();
    if (evaluation.method() == Method.SAMPLED) {
      for (Element element : elements) {
        effects.add(effect(element, label));
      }
      return effects.build();
    }
    return effects(beliefs(bothWays(elements)), label);
  }

  /**
   * The same, as far as a budget of work is enough: the effects of the first of the elements.
   *
   * @param mostWork how much {@linkplain #work() work} may be begun; what is begun is finished
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no coin
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public synchronized ImmutableList<Effect> effects(
      Collection<Element> elements, Label label, long mostWork) {
    if (evaluation.method() != Method.SAMPLED) {
      return effects(beliefs(bothWays(elements), mostWork), label);
    }
    return evaluation.within(() -> {
      long end = work() + Math.max(0, mostWork);
      ImmutableList.Builder<Effect> effects = ImmutableList.builder();
      for (Element element : elements) {
        if (work() >= end) {
          break;
        }
        effects.add(effect(element, label));
      }
      return effects.build();
    });
  }

  private Effect effect(Element element, Label label) {
    ClaimCone.Assignment yes = known(ImmutableMap.of(element, 1.0));
    ClaimCone.Assignment no = known(ImmutableMap.of(element, 0.0));
    return rows().effect(yes, no, label, this::keep);
  }

  private static List<ImmutableMap<Element, Double>> bothWays(Collection<Element> elements) {
    List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
    for (Element element : elements) {
      assignments.add(ImmutableMap.of(element, 1.0));
      assignments.add(ImmutableMap.of(element, 0.0));
    }
    return assignments;
  }

  /** The effects of coins from the beliefs where each is yes and where it is no, one after the other. */
  private static ImmutableList<Effect> effects(ImmutableList<Belief> beliefs, Label label) {
    ImmutableList.Builder<Effect> effects = ImmutableList.builder();
    for (int i = 0; i + 1 < beliefs.size(); i += 2) {
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
        evaluation.circuit().coinOf(element);
        continue;
      }
      places[size] = place;
      grades[size++] = grade;
    }
    return new ClaimCone.Assignment(Arrays.copyOf(places, size), Arrays.copyOf(grades, size));
  }

  private ImmutableList<Belief> byLanes(
      List<ClaimCone.Assignment> known, List<? extends Map<Element, Double>> assignments) {
    CertainDependence lanes = lanes();
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
    ExactDependence diagrams = diagrams();
    diagrams.open(known);
    ImmutableList.Builder<Belief> all = ImmutableList.builder();
    for (int i = 0; i < known.size(); i++) {
      all.add(
          diagrams.canTake(known.get(i))
              ? diagrams.belief(known.get(i))
              : byScenario(assignments.get(i)));
    }
    return all.build();
  }

  private CertainDependence lanes() {
    if (lanes == null) {
      lanes = new CertainDependence(cone, evaluation.circumstances());
    }
    return lanes;
  }

  private ExactDependence diagrams() {
    if (diagrams == null) {
      diagrams = new ExactDependence(cone, evaluation);
    }
    return diagrams;
  }

  private SampledDependence rows() {
    if (rows == null) {
      rows = new SampledDependence(cone, evaluation);
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

  /**
   * What one coin does to the probability of a label of a claim, everything else being as it is.
   *
   * @param yes the probability of the label where the coin is set to yes
   * @param no the probability of the label where it is set to no
   * @param interval the interval in which the difference of the two lies with 95% confidence, from -1 to 1; a point where the
   *     evaluation is not sampled
   */
  public record Effect(double yes, double no, Interval interval) {

    static Effect exact(double yes, double no) {
      return new Effect(yes, no, Interval.at(yes - no));
    }

    /**
     * An effect counted in the same worlds.
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

    /** The probability of the label where the coin is yes, less that where it is no: from -1 to 1. */
    public double difference() {
      return yes - no;
    }
  }
}
