package org.claimtrace.inspection;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Scenario;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Stance;

/** An evaluated graph, and what several rules ask of it, each computed once. For one inspection, by one thread. */
final class InspectedGraph {

  /** How many scenarios one inspection computes to show what a belief would become; findings beyond that go without. */
  private static final int MOST_SCENARIOS = 64;

  private final Evaluation evaluation;
  private final Supplier<Optional<Evaluation>> originals;
  private final Supplier<WhatIf> whatIf;
  private final Supplier<DeepestOrigins> origins;
  private final Supplier<ReviewCheck> reviews;
  private final Supplier<FindingPhrases> english;
  private final Supplier<FindingPhrases> chinese;
  /** Of claims that were asked about; a claim is compared by identity, since its equality is that of all its parts. */
  private final IdentityHashMap<Claim, ImmutableList<Statement>> evidence = new IdentityHashMap<>();

  private final IdentityHashMap<Claim, ImmutableList<Step>> steps = new IdentityHashMap<>();
  private int scenarios;

  InspectedGraph(Evaluation evaluation) {
    this.evaluation = evaluation;
    originals = Suppliers.memoize(this::evaluatedAsOriginals);
    whatIf = Suppliers.memoize(evaluation::whatIf);
    origins = Suppliers.memoize(() -> new DeepestOrigins(evaluation));
    reviews = Suppliers.memoize(() -> ReviewCheck.of(evaluation));
    english = Suppliers.memoize(() -> new FindingPhrases(evaluation, Optional.of("en")));
    chinese = Suppliers.memoize(() -> new FindingPhrases(evaluation, Optional.of("zh")));
  }

  Evaluation evaluation() {
    return evaluation;
  }

  ClaimGraph graph() {
    return evaluation.graph();
  }

  FindingPhrases english() {
    return english.get();
  }

  FindingPhrases chinese() {
    return chinese.get();
  }

  /** Returns the sources from which those of the graph have what they say in the end. */
  DeepestOrigins origins() {
    return origins.get();
  }

  /** Returns the comparison of the published verdicts with the derived ones. */
  ReviewCheck reviews() {
    return reviews.get();
  }

  /** Returns the comparisons of published verdicts; without the work of a check if no claim has any. */
  ImmutableList<ReviewCheck.Comparison> comparisons() {
    boolean isAny = graph().claims().stream().anyMatch(claim -> !claim.reviews().isEmpty());
    return isAny ? reviews().comparisons() : ImmutableList.of();
  }

  /**
   * A piece of evidence that exists and counts.
   *
   * @param fires the chance that it fires
   */
  record Statement(Claim claim, Evidence evidence, Element element, double fires) {

    String sourceId() {
      return evidence.sourceId();
    }
  }

  /**
   * An inference that exists and counts.
   *
   * @param fires the chance that it fires
   */
  record Step(Claim claim, Inference inference, Element element, double fires) {}

  /** Returns the pieces of evidence on a claim that exist and count. */
  ImmutableList<Statement> evidence(Claim claim) {
    return claim.evidence().isEmpty()
        ? ImmutableList.of()
        : evidence.computeIfAbsent(claim, this::foundEvidence);
  }

  private ImmutableList<Statement> foundEvidence(Claim claim) {
    if (evaluation.isJudgedByReviews(claim.id())) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Statement> existing = ImmutableList.builder();
    for (Evidence each : claim.evidence()) {
      Element element = each.element(claim.id());
      if (exists(element)) {
        existing.add(new Statement(claim, each, element, evaluation.fires(element)));
      }
    }
    return existing.build();
  }

  /**
   * Returns the pieces of evidence of a stance on a claim that exist and count, without exhibits, whose source only shows what it is.
   */
  ImmutableList<Statement> testimony(Claim claim, Stance stance) {
    ImmutableList<Statement> all = evidence(claim);
    return all.isEmpty()
        ? all
        : all.stream()
            .filter(
                each -> each.evidence().stance() == stance && !each.evidence().isExhibit())
            .collect(toImmutableList());
  }

  /** Returns those pieces of testimony that can fire. */
  ImmutableList<Statement> firing(Claim claim, Stance stance) {
    return testimony(claim, stance).stream()
        .filter(each -> each.fires() > 0)
        .collect(toImmutableList());
  }

  /** Returns the inferences for, against or qualifying a claim that exist and count, those from its parts included. */
  ImmutableList<Step> steps(Claim claim) {
    return claim.inferences().isEmpty() && claim.parts().isEmpty()
        ? ImmutableList.of()
        : steps.computeIfAbsent(claim, this::foundSteps);
  }

  private ImmutableList<Step> foundSteps(Claim claim) {
    if (evaluation.isJudgedByReviews(claim.id())) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Step> existing = ImmutableList.builder();
    for (Inference each : claim.steps()) {
      Element element = each.element(claim.id());
      if (exists(element)) {
        existing.add(new Step(claim, each, element, evaluation.fires(element)));
      }
    }
    return existing.build();
  }

  /** Returns whether a line exists, without looking it up where every line does. */
  private boolean exists(Element line) {
    return evaluation.asOf().isEmpty() || evaluation.exists(line);
  }

  /** Returns whether a step of a stance on a claim can fire. */
  boolean anyStepFires(Claim claim, Stance stance) {
    return steps(claim).stream()
        .anyMatch(each -> each.inference().stance() == stance && each.fires() > 0);
  }

  /** Returns whether anything bears on a claim: a line that exists, or a claim that contradicts it. */
  boolean isExamined(Claim claim) {
    return evaluation.supposed(claim.id()).isPresent()
        || claim.evidence().stream().anyMatch(each -> exists(each.element(claim.id())))
        || claim.steps().stream().anyMatch(each -> exists(each.element(claim.id())))
        || evaluation.reviewsOf(claim.id()).stream()
            .anyMatch(each -> exists(each.element(claim.id())))
        || !evaluation.contradicting(claim.id()).isEmpty();
  }

  /** Returns the ids of the sources of some pieces of evidence, each once. */
  static ImmutableList<String> sources(Stream<Statement> evidence) {
    return evidence.map(Statement::sourceId).distinct().collect(toImmutableList());
  }

  /** Returns sources as elements. */
  static ImmutableList<Element> asSources(Iterable<String> sourceIds) {
    return ImmutableSet.copyOf(sourceIds).stream().map(Element::source).collect(toImmutableList());
  }

  /** Returns claims as elements. */
  static ImmutableList<Element> asClaims(Iterable<String> claimIds) {
    return ImmutableSet.copyOf(claimIds).stream().map(Element::claim).collect(toImmutableList());
  }

  /**
   * Returns the evaluation in which every source is taken for an original; empty if this one is of a scenario, whose grades another
   * evaluation would not have.
   */
  Optional<Evaluation> asOriginals() {
    return originals.get();
  }

  private Optional<Evaluation> evaluatedAsOriginals() {
    boolean isScenario = !evaluation.changedGrades().isEmpty()
        || !evaluation.claimsWithoutReviews().isEmpty();
    return isScenario
        ? Optional.empty()
        : Optional.of(
            evaluation.evaluator().ignoresDerivation(true).build().evaluate(evaluation.compiled()));
  }

  /** Returns the belief in a claim without some of its lines; empty if enough scenarios have been computed. */
  Optional<Belief> beliefWithout(Claim claim, Iterable<Element> lines) {
    if (scenarios == MOST_SCENARIOS) {
      return Optional.empty();
    }
    scenarios++;
    Scenario scenario = whatIf.get().scenario();
    for (Element line : lines) {
      scenario = scenario.strike(line);
    }
    return Optional.of(scenario.evaluate().belief(claim.id()));
  }
}
