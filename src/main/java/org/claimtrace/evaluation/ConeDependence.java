package org.claimtrace.evaluation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.evaluation.Dependence.Effect;
import org.claimtrace.model.Element;
import org.jspecify.annotations.Nullable;

/** What becomes of the belief in a cone's claim under assignments of grades. Mutable, for use by one thread. */
abstract class ConeDependence {

  final Evaluation evaluation;
  final ClaimCone cone;
  private @Nullable WhatIf whatIf;
  private long work;

  /** By place, the beliefs where its coin alone is set to no, and to yes, as far as they are known. */
  private final Map<Integer, Belief[]> singles = new HashMap<>();

  ConeDependence(Evaluation evaluation, ClaimCone cone) {
    this.evaluation = evaluation;
    this.cone = cone;
  }

  /** Returns how much work has been done, in steps as {@link Dependence} counts them. */
  final long work() {
    return work;
  }

  final void spend(long steps) {
    work += steps;
  }

  /** Returns the beliefs under all of some assignments. */
  abstract ImmutableList<Belief> beliefs(List<ClaimCone.Assignment> assignments);

  /**
   * Computes the beliefs under the first of some assignments.
   *
   * @param found where each is put
   * @param end no work is begun once so much has been done
   * @return how many were computed
   */
  @CanIgnoreReturnValue
  abstract int beliefs(List<ClaimCone.Assignment> assignments, Belief[] found, long end);

  /** Returns the beliefs under the first of some assignments; no work is begun once so much has been done. */
  final ImmutableList<Belief> beliefs(List<ClaimCone.Assignment> assignments, long end) {
    List<ClaimCone.Assignment> missing =
        assignments.stream().filter(each -> single(each) == null).toList();
    Belief[] found = new Belief[missing.size()];
    int done = beliefs(missing, found, end);
    ImmutableList.Builder<Belief> beliefs = ImmutableList.builder();
    int next = 0;
    for (ClaimCone.Assignment each : assignments) {
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

  private @Nullable Belief single(ClaimCone.Assignment assignment) {
    if (!assignment.isSingle()) {
      return null;
    }
    Belief[] ofPlace = singles.get(assignment.places()[0]);
    return ofPlace == null ? null : ofPlace[(int) assignment.grades()[0]];
  }

  final void keep(ClaimCone.Assignment assignment, Belief belief) {
    if (assignment.isSingle()) {
      singles
          .computeIfAbsent(assignment.places()[0], place -> new Belief[2])[
          (int) assignment.grades()[0]] = belief;
    }
  }

  /** Returns the effects of all of some elements on the chances of some events, each of which is one of some labels. */
  ImmutableList<ImmutableList<Effect>> effects(
      Collection<Element> elements, List<ImmutableSet<Label>> events) {
    return effects(beliefs(bothWays(elements)), events);
  }

  /**
   * Returns the effects of the first of some elements on the chances of some events, each of which is one of some labels; no work is begun
   * once so much has been done.
   */
  ImmutableList<ImmutableList<Effect>> effects(
      Collection<Element> elements, List<ImmutableSet<Label>> events, long end) {
    return effects(beliefs(bothWays(elements), end), events);
  }

  private List<ClaimCone.Assignment> bothWays(Collection<Element> elements) {
    List<ClaimCone.Assignment> assignments = new ArrayList<>();
    for (Element element : elements) {
      assignments.add(cone.assignment(ImmutableMap.of(element, 1.0)));
      assignments.add(cone.assignment(ImmutableMap.of(element, 0.0)));
    }
    return assignments;
  }

  /** Returns the effects of coins from the beliefs where each is yes and where it is no, one after the other. */
  private static ImmutableList<ImmutableList<Effect>> effects(
      ImmutableList<Belief> beliefs, List<ImmutableSet<Label>> events) {
    ImmutableList.Builder<ImmutableList<Effect>> effects = ImmutableList.builder();
    for (int i = 0; i + 1 < beliefs.size(); i += 2) {
      Belief yes = beliefs.get(i);
      Belief no = beliefs.get(i + 1);
      effects.add(events.stream()
          .map(event -> Effect.exact(chance(yes, event), chance(no, event)))
          .collect(toImmutableList()));
    }
    return effects.build();
  }

  private static double chance(Belief belief, ImmutableSet<Label> event) {
    return event.stream().mapToDouble(belief::of).sum();
  }

  /** Returns the belief under an assignment that can be computed in no other way. */
  final Belief byScenario(ClaimCone.Assignment assignment) {
    if (whatIf == null) {
      whatIf = evaluation.whatIf();
    }
    Scenario scenario = whatIf.scenario();
    for (Map.Entry<Element, Double> entry : assignment.written().entrySet()) {
      Element element = entry.getKey();
      if (element.kind().isLine() && entry.getValue() == 0) {
        scenario = scenario.strike(element);
      } else if (evaluation.graph().hasGrade(element)) {
        scenario = scenario.set(element, entry.getValue());
      }
    }
    return scenario.evaluate().belief(cone.claim);
  }
}
