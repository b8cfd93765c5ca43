package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.result.Result;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * What follows in a scenario: what is supposed, and the claims on which the verdict becomes another.
 *
 * <p>Experimental.
 */
public final class Consequences implements Prose, Result {

  private final Evaluation before;
  private final Evaluation after;
  private final ImmutableMap<Element, Double> grades;
  private final ImmutableMap<String, Supposition> suppositions;
  private final ImmutableList<Element> added;
  private final ImmutableList<String> changed;
  private final ImmutableList<String> shifted;

  private Consequences(Evaluation before, Evaluation after) {
    this.before = before;
    this.after = after;
    this.grades = grades(before, after);
    this.suppositions = suppositions(before, after);
    this.added = added(before, after);
    ImmutableList.Builder<String> others = ImmutableList.builder();
    ImmutableList.Builder<String> alike = ImmutableList.builder();
    before.judgements().forEach(was -> {
      Cancellation.check();
      String id = was.claimId();
      if (was.verdict() != after.verdict(id)) {
        others.add(id);
      } else if (!was.belief().equals(after.belief(id))) {
        alike.add(id);
      }
    });
    this.changed = others.build();
    this.shifted = alike.build();
  }

  /**
   * Evaluates a scenario, and compares it with the evaluation that it starts from.
   *
   * @throws ClaimGraphException if a line that the scenario adds does not fit into the graph
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Consequences of(Scenario scenario) {
    requireNonNull(scenario, "scenario");
    return of(scenario.base(), scenario.evaluate());
  }

  /**
   * Compares the evaluation of a scenario with the one that it starts from.
   *
   * @param before the evaluation that the scenario starts from
   * @param after the evaluation of the scenario
   * @throws IllegalArgumentException if they are of graphs with other claims
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Consequences of(Evaluation before, Evaluation after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    checkArgument(
        before.graph().claims().stream()
            .allMatch(claim -> after.graph().findClaim(claim.id()).isPresent()),
        "the scenario lacks claims of the graph");
    return Cancellation.within(
        before.timeLimit().orElse(null), () -> new Consequences(before, after));
  }

  private static ImmutableMap<Element, Double> grades(Evaluation before, Evaluation after) {
    ImmutableMap<Element, Double> was = before.changedGrades();
    Set<String> lifted = ImmutableSet.copyOf(before.liftedRetractions());
    ImmutableMap.Builder<Element, Double> grades = ImmutableMap.builder();
    after.changedGrades().forEach((element, grade) -> {
      boolean isSame = grade.equals(was.get(element));
      boolean isLiftedNow = element.kind() == Element.Kind.SOURCE
          && after.liftedRetractions().contains(element.id())
          && !lifted.contains(element.id());
      // A grade of a withdrawn statement is told even where it is the one that was entered.
      if (!isSame || isLiftedNow) {
        grades.put(element, grade);
      }
    });
    return grades.buildOrThrow();
  }

  private static ImmutableMap<String, Supposition> suppositions(
      Evaluation before, Evaluation after) {
    ImmutableMap.Builder<String, Supposition> suppositions = ImmutableMap.builder();
    after.suppositions().forEach((claim, supposition) -> {
      if (before.supposed(claim).filter(supposition::equals).isEmpty()) {
        suppositions.put(claim, supposition);
      }
    });
    return suppositions.buildOrThrow();
  }

  private static ImmutableList<Element> added(Evaluation before, Evaluation after) {
    return after.graph().claims().stream()
        .filter(claim -> !claim.equals(before.graph().findClaim(claim.id()).orElse(null)))
        .flatMap(claim -> after.graph().lines(claim.id()).stream())
        .filter(line -> before.graph().findLine(line.id()).isEmpty())
        .collect(toImmutableList());
  }

  /** Returns the evaluation that the scenario starts from. */
  public Evaluation before() {
    return before;
  }

  /** Returns the evaluation of the scenario. */
  public Evaluation after() {
    return after;
  }

  /** Returns the grades that the scenario supposes; that of a line that is left out is 0. */
  public ImmutableMap<Element, Double> grades() {
    return grades;
  }

  /** Returns what the scenario supposes of claims, by id. */
  public ImmutableMap<String, Supposition> suppositions() {
    return suppositions;
  }

  /** Returns the lines that the scenario adds, in document order. */
  public ImmutableList<Element> added() {
    return added;
  }

  /** Returns the ids of the claims whose verdict becomes another, in document order. */
  public ImmutableList<String> changed() {
    return changed;
  }

  /** Returns the ids of the claims whose belief changes but not the verdict, in document order. */
  public ImmutableList<String> shifted() {
    return shifted;
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(new ConsequencesOutline(this, style).outline(), after.graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("Consequences").and("before", before).and("after", after);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Consequences that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return changed.size() + " verdicts change in a scenario";
  }
}
