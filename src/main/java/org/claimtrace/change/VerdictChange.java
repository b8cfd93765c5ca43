package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.change.Changes.Limits;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;

/**
 * Why the verdict on a claim differs between two evaluations.
 *
 * <p>A set of differences is <i>tried</i> by making them, and no others, on the side before. It <i>suffices</i> if the verdict of
 * the side after follows. A difference is <i>necessary</i> if the verdict before comes back once it alone is unmade on the side
 * after. Since reasoning with exceptions is not monotonic, more than a sufficient set need not suffice, several small sets may
 * suffice each on its own, and there may be none that is necessary.
 *
 * @param claim the id of the claim
 * @param before the verdict before
 * @param after the verdict after, another one
 * @param beliefBefore the probabilities behind the verdict before
 * @param beliefAfter the probabilities behind the verdict after
 * @param differences everything that differs and can bear on the claim: on it, on what its lines read, on what theirs do, and so
 *     on, in either evaluation; claim by claim and source by source, each in the order of the document, options last
 * @param causes the sufficient sets, smallest first, none of which contains another; none only where the search ended before one
 *     was found: where the cap is {@link SearchLimit#WORK} or {@link SearchLimit#LISTED}
 * @param necessary the necessary differences, in the order of {@code differences}; where the search ended early, those that were
 *     found
 * @param through the ids of the claims through which a cause comes: a line of the claim reads them, or they contradict it, their
 *     verdicts differ too, and a difference of a cause can bear on them, as far as that was found out; in the order of the document after
 * @param triedUpTo every set of up to so many differences was tried, or contains a cause
 * @param unlisted how many differences can bear on the claim besides those that {@code differences} lists; where it is not 0, those
 *     that the causes name are listed. Of a claim of which that was too much work to find out, 0
 * @param cap why not every set was tried, or not every cause or necessary difference is told; empty where nothing was left out
 */
public record VerdictChange(
    String claim,
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

  /**
   * Finds out why the verdict on a claim differs, within {@link Limits#USUAL}.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(Evaluation before, Evaluation after, String claimId) {
    return of(before, after, claimId, Limits.USUAL);
  }

  /**
   * Finds out why the verdict on a claim differs, trying so many sets of differences at most, besides those that it takes to find one
   * cause where many differences take part; otherwise within {@link Limits#USUAL}.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same, or nothing may be tried
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(
      Evaluation before, Evaluation after, String claimId, int mostTrials) {
    return of(before, after, claimId, Limits.USUAL.mostTrials(mostTrials));
  }

  /**
   * Finds out why the verdict on a claim differs. A trial takes the time of evaluating what can bear on the claim. Where one
   * difference alone can bear on it, nothing is tried: that is the cause.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static VerdictChange of(
      Evaluation before, Evaluation after, String claimId, Limits limits) {
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

  /** The differences each of which alone suffices. */
  public ImmutableList<Difference> sufficient() {
    return causes.stream()
        .filter(cause -> cause.differences().size() == 1)
        .map(cause -> cause.differences().get(0))
        .collect(toImmutableList());
  }

  /** Whether nothing was left out: there are no other causes, and no other difference is necessary. */
  public boolean isComplete() {
    return cap.isEmpty();
  }

  /**
   * Differences that, made to the earlier side alone, give the verdict of the later one.
   *
   * @param differences the differences, in the order of {@link VerdictChange#differences}; at least one
   * @param isMinimal whether no smaller part of them would do, every one having been tried. Where it is not, too many differences
   *     take part to try every part: none of them can be left out alone, if the search came that far
   */
  public record Cause(ImmutableList<Difference> differences, boolean isMinimal) {}

  /** Why not every cause of a change is known. */
  public enum SearchLimit {
    /** No more sets of differences were to be tried for one verdict. */
    TRIALS,
    /** No more work was to be done for all verdicts together. */
    WORK,
    /** No more differences were to be listed for all verdicts together. */
    LISTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The stable word, in lower case. */
    @Override
    public String toString() {
      return word;
    }
  }
}
