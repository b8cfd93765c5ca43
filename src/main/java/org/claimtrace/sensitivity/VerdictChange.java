package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
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
 * @param causes the sufficient sets, smallest first, none of which contains another; at least one
 * @param necessary the necessary differences, in the order of {@code differences}
 * @param through the ids of the claims through which a cause comes: a line of the claim reads them, or they contradict it, their
 *     verdicts differ too, and a difference of a cause can bear on them; in the order of the document after
 * @param triedUpTo every set of up to so many differences was tried, or contains a cause. All sets were, if it is the number of
 *     differences
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
    int triedUpTo) {

  /** How many sets of differences are tried, unless said: all of them where nine differences bear on a claim. */
  public static final int USUAL_TRIALS = 512;

  /**
   * Finds out why the verdict on a claim differs, trying {@value #USUAL_TRIALS} sets of differences at most.
   *
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same
   * @throws CancellationException if the thread is interrupted
   */
  public static VerdictChange of(Evaluation before, Evaluation after, String claimId) {
    return of(before, after, claimId, USUAL_TRIALS);
  }

  /**
   * Finds out why the verdict on a claim differs. A trial takes the time of evaluating what can bear on the claim.
   *
   * @param mostTrials how many sets of differences are tried at most, besides those that it takes to find one cause where many
   *     differences take part
   * @throws UnknownIdException if one of the graphs has no such claim
   * @throws IllegalArgumentException if the verdict is the same, or nothing may be tried
   * @throws CancellationException if the thread is interrupted
   */
  public static VerdictChange of(
      Evaluation before, Evaluation after, String claimId, int mostTrials) {
    return of(new Side(before), new Side(after), claimId, mostTrials);
  }

  static VerdictChange of(Side before, Side after, String claimId, int mostTrials) {
    checkArgument(mostTrials >= 1, "%s trials; at least one is needed", mostTrials);
    Evaluation then = before.evaluation();
    Evaluation now = after.evaluation();
    Verdict was = then.verdict(claimId);
    Verdict is = now.verdict(claimId);
    checkArgument(was != is, "the verdict on claim '%s' is %s in both", claimId, is);
    Trials trials = new Trials(before, after, claimId);
    CauseSearch search = new CauseSearch(trials, was, is, mostTrials);
    search.run();
    return new VerdictChange(
        claimId,
        was,
        is,
        then.belief(claimId),
        now.belief(claimId),
        trials.differences(),
        search.causes(),
        search.necessary(),
        through(before, after, claimId, search.causes()),
        search.triedUpTo());
  }

  private static ImmutableList<String> through(
      Side before, Side after, String claimId, List<Cause> causes) {
    Set<String> read = new HashSet<>(before.readBy(claimId));
    read.addAll(after.readBy(claimId));
    return read.stream()
        .filter(id -> !id.equals(claimId) && before.hasClaim(id) && after.hasClaim(id))
        .filter(id -> before.evaluation().verdict(id) != after.evaluation().verdict(id))
        .filter(id -> bears(before.cone(id), causes) || bears(after.cone(id), causes))
        .sorted(Comparator.comparingInt(id -> after.graph().claimIndex(id).orElse(0)))
        .collect(toImmutableList());
  }

  private static boolean bears(Side.Cone cone, List<Cause> causes) {
    return causes.stream()
        .flatMap(cause -> cause.differences().stream())
        .anyMatch(difference -> difference
            .claim()
            .map(cone.claims()::contains)
            .orElseGet(() -> difference
                .element()
                .map(element -> element.kind() == Element.Kind.SOURCE
                    ? cone.sources().contains(element.id())
                    : cone.claims().contains(element.id()))
                .orElse(true)));
  }

  /** The differences each of which alone suffices. */
  public ImmutableList<Difference> sufficient() {
    return causes.stream()
        .filter(cause -> cause.differences().size() == 1)
        .map(cause -> cause.differences().get(0))
        .collect(toImmutableList());
  }

  /** Whether every set of differences was tried, or contains a cause: there are no other causes. */
  public boolean isComplete() {
    return triedUpTo == differences.size();
  }
}
