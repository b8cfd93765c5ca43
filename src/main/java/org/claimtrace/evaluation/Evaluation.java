package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;

/**
 * What an evaluator found out about a graph: the verdict on every claim and the belief behind it, the chance that each line
 * fires and that each source is right. Asking takes constant time; no object exists for a claim until somebody asks for it.
 */
public final class Evaluation {

  private final CompiledGraph compiled;
  private final Evaluator evaluator;
  private final Standard standard;
  private final Situation situation;
  private final Grades grades;
  private final Outcome outcome;
  private final Method method;
  private final boolean beyondBudget;

  Evaluation(
      CompiledGraph compiled,
      Evaluator evaluator,
      Situation situation,
      Grades grades,
      Outcome outcome,
      Method method,
      boolean beyondBudget) {
    this.compiled = compiled;
    this.evaluator = evaluator;
    this.standard = evaluator.howMuch();
    this.situation = situation;
    this.grades = grades;
    this.outcome = outcome;
    this.method = method;
    this.beyondBudget = beyondBudget;
  }

  /** The graph that was evaluated. */
  public ClaimGraph graph() {
    return compiled.graph;
  }

  /** The graph as it was compiled, to be evaluated again in another way. */
  public CompiledGraph compiled() {
    return compiled;
  }

  /** How it was computed. */
  public Method method() {
    return method;
  }

  /** Whether it was sampled because an exact evaluation would have taken more than its budget, or too many coins are open. */
  public boolean isBeyondBudget() {
    return beyondBudget;
  }

  /** How many worlds it looked at: 1 where it is certain, the sampled ones where it is sampled, and none where it is exact. */
  public OptionalInt worlds() {
    return switch (method) {
      case CERTAIN -> OptionalInt.of(1);
      case EXACT -> OptionalInt.empty();
      case SAMPLED -> OptionalInt.of(outcome.sampled());
    };
  }

  /** Whether grades were read by logic alone, as yes or no. */
  public boolean isByLogic() {
    return situation.byLogic();
  }

  /** How much a verdict took. */
  public Standard standard() {
    return standard;
  }

  /** What published verdicts counted for. */
  public ReviewPolicy reviews() {
    return situation.reviews();
  }

  /** The date at which the graph was looked at; empty where everything existed. */
  public Optional<PartialDate> asOf() {
    return situation.asOf();
  }

  /** What a claim was supposed to be, if it was. */
  public Optional<Supposition> supposed(String claimId) {
    return Optional.ofNullable(situation.suppositions().get(claimId));
  }

  /**
   * The verdict on a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Verdict verdict(String claimId) {
    return standard.verdict(belief(claimId));
  }

  /**
   * The belief in a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Belief belief(String claimId) {
    return outcome.belief(compiled.claimRank(claimId));
  }

  /**
   * The interval in which the probability of a label lies with 95 % confidence; a point where the evaluation is not sampled.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Interval interval(String claimId, Label label) {
    double probability = belief(claimId).of(label);
    int sampled = outcome.sampled();
    return sampled == 0
        ? Interval.at(probability)
        : Interval.wilson(Math.rint(probability * sampled), sampled);
  }

  /**
   * Whether the verdict on a claim is close: another one would follow if a quantity that decides it lay elsewhere in its
   * interval, or, of an exact one, exceeded the threshold that it equals.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public boolean close(String claimId) {
    Belief belief = belief(claimId);
    return method != Method.CERTAIN && Closeness.isClose(standard, belief, outcome.sampled());
  }

  /**
   * What makes the verdict on a claim close: the fewest comparisons of those that could as well come out otherwise by which
   * another verdict would follow, the first such in the order of {@link CloseCall.Quantity}, burdens before doubts; mostly one.
   * Empty where the verdict is not close.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public ImmutableList<CloseCall> closeCalls(String claimId) {
    return Closeness.calls(standard, belief(claimId), outcome.sampled());
  }

  /**
   * The chance that there is a case for a claim: that a supporting line of it fires.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chance caseFor(String claimId) {
    return outcome.pro(compiled.claimRank(claimId));
  }

  /**
   * The chance that there is a case against a claim: that a refuting line of it fires, or a claim contradicting it is
   * accepted.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chance caseAgainst(String claimId) {
    return outcome.con(compiled.claimRank(claimId));
  }

  /** The ids of the claims with a verdict, in document order. */
  public ImmutableList<String> claims(Verdict verdict) {
    return compiled.graph.claims().stream()
        .map(Claim::id)
        .filter(id -> verdict(id) == verdict)
        .collect(toImmutableList());
  }

  /** What it says of every claim, in document order; a judgement is made when the stream comes to it. */
  public Stream<Judgement> judgements() {
    return compiled.graph.claims().stream().map(claim -> {
      Belief belief = belief(claim.id());
      return new Judgement(claim.id(), standard.verdict(belief), belief);
    });
  }

  /**
   * The chance that a line fires, from 0 to 1. A line that does not exist yet or does not count fires never.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public double fires(Element line) {
    return outcome.fires(part(line)).yes();
  }

  /**
   * The chance that it is undecided whether a line fires, from 0 to 1.
   *
   * @throws UnknownIdException if the graph has no such line
   * @throws IllegalArgumentException if the element is no line, or the line is of another kind
   */
  public double undecided(Element line) {
    return outcome.fires(part(line)).undecided();
  }

  private int part(Element line) {
    checkArgument(line.kind().isLine(), "%s is no line", line);
    return compiled.linePart(line);
  }

  /**
   * The chance that a source is right, from 0 to 1.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public double right(String sourceId) {
    return outcome.right(compiled.sourceRank(sourceId));
  }

  /** How probable several things are together, in the worlds of this evaluation; open it once and ask it often. */
  public JointChances jointChances() {
    return new JointChances(this);
  }

  /**
   * Opens a workbench for asking what would change if something were otherwise. It holds what it has computed, so open one
   * and use it often.
   */
  public WhatIf whatIf() {
    return new WhatIf(this);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Situation situation() {
    return situation;
  }

  Grades grades() {
    return grades;
  }

  Outcome outcome() {
    return outcome;
  }
}
