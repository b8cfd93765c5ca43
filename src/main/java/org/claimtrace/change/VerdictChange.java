package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The change of the verdict on a claim between two evaluations, with its causes.
 *
 * <p>A set of differences is <i>tried</i> by making only these on the side before. It is <i>sufficient</i> if the verdict of
 * the side after follows. A difference is <i>necessary</i> if the verdict before returns once it alone is undone on the side
 * after. Since reasoning with exceptions is not monotonic, a superset of a sufficient set need not be sufficient, several small
 * sets may be sufficient, and no difference may be necessary.
 *
 * <p>Stable.
 */
public final class VerdictChange implements WithoutJson {

  private final String claimId;
  private final Verdict before;
  private final Verdict after;
  private final Belief beliefBefore;
  private final Belief beliefAfter;
  private final ImmutableList<Difference> differences;
  private final ImmutableList<Cause> causes;
  private final ImmutableList<Difference> necessary;
  private final ImmutableList<String> through;
  private final int triedUpTo;
  private final int unlisted;
  private final Optional<SearchLimit> cap;

  VerdictChange(
      String claimId,
      Verdict before,
      Verdict after,
      Belief beliefBefore,
      Belief beliefAfter,
      ImmutableList<Difference> differences,
      ImmutableList<Cause> causes,
      ImmutableList<Difference> necessary,
      ImmutableList<String> through,
      int triedUpTo,
      int unlisted,
      Optional<SearchLimit> cap) {
    this.claimId = claimId;
    this.before = before;
    this.after = after;
    this.beliefBefore = beliefBefore;
    this.beliefAfter = beliefAfter;
    this.differences = differences;
    this.causes = causes;
    this.necessary = necessary;
    this.through = through;
    this.triedUpTo = triedUpTo;
    this.unlisted = unlisted;
    this.cap = cap;
  }

  /**
   * Finds the causes of the changed verdict on a claim, within {@link Limits#USUAL}.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(Evaluation before, Evaluation after, String claimId) {
    return of(before, after, claimId, Limits.USUAL);
  }

  /**
   * Finds the causes of the changed verdict on a claim within {@link Limits#USUAL}, but with another limit on the sets of
   * differences that are tried.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdicts are equal, or {@code mostTrials} is less than 1
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(
      Evaluation before, Evaluation after, String claimId, int mostTrials) {
    return of(before, after, claimId, Limits.USUAL.mostTrials(mostTrials));
  }

  /**
   * Finds the causes of the changed verdict on a claim. Each trial takes the time of an evaluation of the claim's cone. If only
   * one difference can bear on the claim, it is the cause and nothing is tried.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(
      Evaluation before, Evaluation after, String claimId, Limits limits) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(claimId, "claimId");
    requireNonNull(limits, "limits");
    Verdict was = before.verdict(claimId);
    checkArgument(
        was != after.verdict(claimId), "the verdict on claim '%s' is %s in both", claimId, was);
    return ChangeSearch.within(
        before,
        after,
        () -> ChangeSearch.changes(
                new ComparedEvaluation(before),
                new ComparedEvaluation(after),
                ImmutableList.of(claimId),
                limits,
                new WorkBudget(limits.mostWork()))
            .get(0));
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }

  /** Returns the verdict before. */
  public Verdict before() {
    return before;
  }

  /** Returns the verdict after, which differs from that before. */
  public Verdict after() {
    return after;
  }

  /** Returns the probabilities behind the verdict before. */
  public Belief beliefBefore() {
    return beliefBefore;
  }

  /** Returns the probabilities behind the verdict after. */
  public Belief beliefAfter() {
    return beliefAfter;
  }

  /**
   * Returns the differences in the claim's cone in either evaluation, claim by claim and source by source, each in the
   * order of the document, options last.
   */
  public ImmutableList<Difference> differences() {
    return differences;
  }

  /**
   * Returns the sufficient sets, smallest first, none of which contains another; empty only if {@code cap} is {@link
   * SearchLimit#WORK} or {@link SearchLimit#LISTED}.
   */
  public ImmutableList<Cause> causes() {
    return causes;
  }

  /**
   * Returns the necessary differences, in the order of {@code differences}; if the search ended early, those that were
   * found.
   */
  public ImmutableList<Difference> necessary() {
    return necessary;
  }

  /**
   * Returns the ids of the claims through which a cause has its effect: those that the claim's lines read or that
   * contradict it, whose verdicts differ too, and whose cones are known to have a difference of a cause; in the order of
   * the later document.
   */
  public ImmutableList<String> through() {
    return through;
  }

  /** Returns the size up to which every set of differences was tried or contains a cause. */
  public int triedUpTo() {
    return triedUpTo;
  }

  /**
   * Returns the number of differences that can bear on the claim and are not in {@code differences}; if it is not 0,
   * only those in causes are listed. It is 0 if the number would have taken too much work.
   */
  public int unlisted() {
    return unlisted;
  }

  /**
   * Returns the limit because of which a set was not tried, or a cause or a necessary difference not listed; empty if
   * nothing was left out.
   */
  public Optional<SearchLimit> cap() {
    return cap;
  }

  /** Returns the differences each of which alone is sufficient, in the order of {@link #causes()}. */
  public ImmutableList<Difference> sufficient() {
    return causes.stream()
        .filter(cause -> cause.differences().size() == 1)
        .map(cause -> cause.differences().get(0))
        .collect(toImmutableList());
  }

  /** Returns whether the causes and the necessary differences are complete. */
  public boolean isComplete() {
    return cap.isEmpty();
  }

  private ResultComponents components() {
    return ResultComponents.of("VerdictChange")
        .and("claimId", claimId)
        .and("before", before)
        .and("after", after)
        .and("beliefBefore", beliefBefore)
        .and("beliefAfter", beliefAfter)
        .and("differences", differences)
        .and("causes", causes)
        .and("necessary", necessary)
        .and("through", through)
        .and("triedUpTo", triedUpTo)
        .and("unlisted", unlisted)
        .and("cap", cap);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerdictChange that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }

  /**
   * A sufficient set of differences: made alone on the side before, they yield the verdict of the side after.
   */
  public static final class Cause implements WithoutJson {

    private final ImmutableList<Difference> differences;
    private final boolean isMinimal;

    Cause(ImmutableList<Difference> differences, boolean isMinimal) {
      this.differences = differences;
      this.isMinimal = isMinimal;
    }

    /** Returns the differences, in the order of {@link VerdictChange#differences}; never empty. */
    public ImmutableList<Difference> differences() {
      return differences;
    }

    /**
     * Returns whether every proper subset was tried and none is sufficient. If not, too many differences take part to
     * try every subset; if the search was long enough, no single one of them can be left out.
     */
    public boolean isMinimal() {
      return isMinimal;
    }

    private ResultComponents components() {
      return ResultComponents.of("Cause")
          .and("differences", differences)
          .and("isMinimal", isMinimal);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cause that && components().equals(that.components());
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

  /** The limit because of which not every cause of a change is known. */
  public enum SearchLimit {
    /** The number of sets tried for one verdict, see {@link Limits#mostTrials()}. */
    TRIALS,
    /** The work for all verdicts together, see {@link Limits#mostWork()}. */
    WORK,
    /** The number of differences listed for all verdicts together, see {@link Limits#mostListed()}. */
    LISTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the stable word, in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }
}
