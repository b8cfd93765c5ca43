package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

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
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * An answer to why a claim does not have a certain other verdict: the conditions of the rule for that verdict, those that are
 * not met, and the lines to which that is due.
 *
 * <p>Stable.
 */
public final class Contrast implements Prose, Result {

  private final Evaluation evaluation;
  private final String claimId;
  private final Verdict verdict;
  private final Verdict other;
  private final ImmutableList<VerdictCondition> conditions;
  private final ImmutableList<LineReport> inTheWay;
  private final ImmutableList<LineReport> fallingShort;

  Contrast(
      Evaluation evaluation,
      String claimId,
      Verdict verdict,
      Verdict other,
      ImmutableList<VerdictCondition> conditions,
      ImmutableList<LineReport> inTheWay,
      ImmutableList<LineReport> fallingShort) {
    this.evaluation = evaluation;
    this.claimId = claimId;
    this.verdict = verdict;
    this.other = other;
    this.conditions = conditions;
    this.inTheWay = inTheWay;
    this.fallingShort = fallingShort;
  }

  /**
   * Contrasts the verdict on a claim with another one, in the time and space of {@link Explanation#of}.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has the verdict {@code other}
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Contrast of(Evaluation evaluation, String claimId, Verdict other) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    requireNonNull(other, "other");
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
    boolean isPreceded = conditions.stream().allMatch(VerdictCondition::isMet);
    if (isPreceded) {
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

  /** Adds the stances of the lines to which a failed condition is due. */
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
          .filter(line -> firing ? line.chance().no() < 1 : !line.holds())
          .forEach(lines::add);
    }
    return lines.build();
  }

  /** Returns the evaluation of the graph. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the verdict on it. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the verdict that it does not have. */
  public Verdict other() {
    return other;
  }

  /**
   * Returns the conditions of the rule for the other verdict, in the order of the rule. If all of them are met, the rule
   * of the actual verdict takes precedence. If the other verdict is {@link Verdict#UNVERIFIED}, which has no rule, these
   * are the conditions of the actual verdict, all of them met.
   */
  public ImmutableList<VerdictCondition> conditions() {
    return conditions;
  }

  /**
   * Returns the lines that prevent the other verdict: they fire, or are undecided, with some chance, on a side that would have to
   * be weaker; or, if another rule takes precedence, those from which the actual verdict follows.
   */
  public ImmutableList<LineReport> inTheWay() {
    return inTheWay;
  }

  /**
   * Returns whether all conditions of the rule for the other verdict are met, and the rule of the actual verdict takes
   * precedence.
   */
  public boolean isPreceded() {
    return other != Verdict.UNVERIFIED && unmet().isEmpty();
  }

  /**
   * Returns the lines that would support the other verdict, but do not fire or fire with too small a chance, each with
   * its obstacles.
   */
  public ImmutableList<LineReport> fallingShort() {
    return fallingShort;
  }

  /** Returns the conditions that are not met, in the order of the rule. */
  public ImmutableList<VerdictCondition> unmet() {
    return conditions.stream()
        .filter(condition -> !condition.isMet())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(new ContrastOutline(this, style).outline(), evaluation.graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("Contrast")
        .and("evaluation", evaluation)
        .and("claimId", claimId)
        .and("verdict", verdict)
        .and("other", other)
        .and("conditions", conditions)
        .and("inTheWay", inTheWay)
        .and("fallingShort", fallingShort);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Contrast that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "why claim '" + claimId + "' is " + verdict + " and not " + other;
  }

  /**
   * One condition of the rule for a verdict, and whether it is met. Differences of less than 1e-9 are ignored.
   */
  public static final class VerdictCondition implements WithoutJson {

    private final VerdictRule.Quantity quantity;
    private final double value;
    private final boolean isAbove;
    private final double bound;
    private final boolean isMet;

    VerdictCondition(
        VerdictRule.Quantity quantity, double value, boolean isAbove, double bound, boolean isMet) {
      this.quantity = quantity;
      this.value = value;
      this.isAbove = isAbove;
      this.bound = bound;
      this.isMet = isMet;
    }

    private static VerdictCondition of(VerdictRule.Condition condition, Belief belief) {
      VerdictRule.Quantity quantity = condition.threshold().quantity();
      return new VerdictCondition(
          quantity,
          quantity.of(belief),
          condition.isAbove(),
          condition.threshold().bound(belief),
          condition.isMetBy(belief));
    }

    /** Returns the quantity that is compared. */
    public VerdictRule.Quantity quantity() {
      return quantity;
    }

    /** Returns the value of the quantity, a probability from 0 to 1. */
    public double value() {
      return value;
    }

    /** Returns whether the value must exceed the bound; otherwise it must not. */
    public boolean isAbove() {
      return isAbove;
    }

    /** Returns the bound, a probability from 0 to 1. */
    public double bound() {
      return bound;
    }

    /** Returns whether the condition is met. */
    public boolean isMet() {
      return isMet;
    }

    private ResultComponents components() {
      return ResultComponents.of("VerdictCondition")
          .and("quantity", quantity)
          .and("value", value)
          .and("isAbove", isAbove)
          .and("bound", bound)
          .and("isMet", isMet);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof VerdictCondition that && components().equals(that.components());
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
