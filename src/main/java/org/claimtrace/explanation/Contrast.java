package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.telling.ContrastOutline;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;
import org.claimtrace.work.Cancellation;

/**
 * Why a claim has its verdict and not a certain other one: what the rule for the other verdict asks, what of it is not met, and the
 * lines to which that is due.
 *
 * @param evaluation the evaluation
 * @param claim the id of the claim
 * @param verdict the verdict on it
 * @param other the verdict that it does not have
 * @param conditions what the rule for the other verdict asks, in the order of the rule. Where all are met, the rule for the verdict is
 *     asked before; for {@link Verdict#UNVERIFIED}, which is what remains where no rule is met, the conditions of the verdict
 *     itself, all of them met
 * @param inTheWay the lines that keep the other verdict from being: they fire, with some chance, on a side that ought to be weaker
 * @param fallingShort the lines that would serve the other verdict and do not fire, or with too small a chance, each with its
 *     obstacles
 */
public record Contrast(
    Evaluation evaluation,
    String claim,
    Verdict verdict,
    Verdict other,
    ImmutableList<VerdictCondition> conditions,
    ImmutableList<LineReport> inTheWay,
    ImmutableList<LineReport> fallingShort) {

  /**
   * Contrasts the verdict on a claim with another one. Takes what {@link Explanation#of} takes.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Contrast of(Evaluation evaluation, String claimId, Verdict other) {
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> contrasted(evaluation, claimId, other));
  }

  private static Contrast contrasted(Evaluation evaluation, String claimId, Verdict other) {
    Verdict verdict = evaluation.verdict(claimId);
    checkArgument(verdict != other, "claim '%s' is %s", claimId, other);
    Verdict asked = other == Verdict.UNVERIFIED ? verdict : other;
    Belief belief = evaluation.belief(claimId);
    ImmutableList<VerdictCondition> conditions = conditions(asked, belief, evaluation.standard());
    Account account = Explanation.of(evaluation, claimId).account();
    Set<Stance> hindering = EnumSet.noneOf(Stance.class);
    Set<Stance> lacking = EnumSet.noneOf(Stance.class);
    if (other == Verdict.UNVERIFIED) {
      hindering.addAll(verdict.stances());
    }
    for (VerdictCondition condition : conditions) {
      if (!condition.isMet()) {
        blame(condition, belief, hindering, lacking);
      }
    }
    return new Contrast(
        evaluation,
        claimId,
        verdict,
        other,
        conditions,
        lines(account, hindering, true),
        lines(account, lacking, false));
  }

  private static ImmutableList<VerdictCondition> conditions(
      Verdict verdict, Belief belief, Standard standard) {
    return standard.rule(verdict).conditions().stream()
        .map(condition -> VerdictCondition.of(condition, belief))
        .collect(ImmutableList.toImmutableList());
  }

  /** Which lines a failed condition is due to. */
  private static void blame(
      VerdictCondition condition, Belief belief, Set<Stance> hindering, Set<Stance> lacking) {
    boolean forIsWeaker = belief.supported() <= belief.refuted();
    boolean againstIsWeaker = belief.refuted() <= belief.supported();
    switch (condition.quantity()) {
      case FOR -> (condition.isAbove() ? lacking : hindering).add(Stance.SUPPORTS);
      case AGAINST -> (condition.isAbove() ? lacking : hindering).add(Stance.REFUTES);
      case SUPPORTED -> {
        lacking.add(Stance.SUPPORTS);
        hindering.add(Stance.REFUTES);
      }
      case REFUTED -> {
        lacking.add(Stance.REFUTES);
        hindering.add(Stance.SUPPORTS);
      }
      case QUALIFIED -> (condition.isAbove() ? lacking : hindering).add(Stance.QUALIFIES);
      case DECIDED, WEAKER_SIDE -> {
        if (forIsWeaker) {
          lacking.add(Stance.SUPPORTS);
        }
        if (againstIsWeaker) {
          lacking.add(Stance.REFUTES);
        }
      }
    }
  }

  private static ImmutableList<LineReport> lines(
      Account account, Set<Stance> stances, boolean firing) {
    ImmutableList.Builder<LineReport> lines = ImmutableList.builder();
    for (Stance stance : stances) {
      ImmutableList<LineReport> all = switch (stance) {
        case SUPPORTS -> account.supporting();
        case REFUTES -> account.refuting();
        case QUALIFIES -> account.qualifying();
      };
      all.stream()
          .filter(line -> firing ? line.chance().yes() > 0 : !line.holds())
          .forEach(lines::add);
    }
    return lines.build();
  }

  /** The conditions that are not met. */
  public ImmutableList<VerdictCondition> unmet() {
    return conditions.stream()
        .filter(condition -> !condition.isMet())
        .collect(ImmutableList.toImmutableList());
  }

  /** The contrast as text for a terminal. Lines end with a line feed, the last one too. */
  public String toText(Style style) {
    return new ContrastOutline(this, style).outline().text(style.width(), style.colour());
  }

  /** The contrast as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new ContrastOutline(this, style).outline().markdown(Links.in(evaluation.graph()));
  }

  /** What is contrasted, in a few words. */
  @Override
  public String toString() {
    return "why claim '" + claim + "' is " + verdict + " and not " + other;
  }

  /**
   * One condition of the rule for a verdict, and whether it is met. Differences below 1e-9 do not count.
   *
   * @param quantity what is compared
   * @param value what it is, a probability
   * @param isAbove whether it must exceed the bound; else it must not
   * @param bound what it is compared with, a probability
   * @param isMet whether the condition is met
   */
  public record VerdictCondition(
      VerdictRule.Quantity quantity, double value, boolean isAbove, double bound, boolean isMet) {

    private static VerdictCondition of(VerdictRule.Condition condition, Belief belief) {
      VerdictRule.Quantity quantity = condition.threshold().quantity();
      return new VerdictCondition(
          quantity,
          quantity.of(belief),
          condition.isAbove(),
          condition.threshold().bound(belief),
          condition.isMetBy(belief));
    }
  }
}
