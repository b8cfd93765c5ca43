package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;

/**
 * The smallest changes that change a verdict. Every single change is tried: any number, any line struck, any source discredited or
 * vindicated. Where none changes it, two changes are tried, each to no or to yes, over the {@value #MOST_PIVOTS} elements on which
 * the verdict turns most; that a review is struck is tried alone. Nothing is added: what evidence nobody has entered would do is not told.
 *
 * @param evaluation the evaluation in which the claim has its verdict
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param wanted the verdict to be reached; empty for any other
 * @param standings the grades at which the verdict stands or changes, of every source, evidence and inference that can bear on it,
 *     in document order
 * @param flips the changes: of each element and each verdict that it can reach, the nearest; those that move a grade least first,
 *     as little by id; or, where no single change is enough, the pairs that are, in the same order
 * @param pairedPivots how many elements were tried two at a time; 0 where a single change is enough
 * @param complete whether no pair was left out
 */
public record Flips(
    Evaluation evaluation,
    String claim,
    Verdict verdict,
    Optional<Verdict> wanted,
    ImmutableList<Standing> standings,
    ImmutableList<Flip> flips,
    int pairedPivots,
    boolean complete) {

  /** Over so many pivots two changes are tried: fewer than 80,000 pairs of changes. */
  public static final int MOST_PIVOTS = 200;

  /**
   * Finds the smallest changes that give a claim any other verdict.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted
   */
  public static Flips of(Evaluation evaluation, String claimId) {
    return new FlipSearch(evaluation, claimId, Optional.empty(), MOST_PIVOTS).flips();
  }

  /**
   * Finds the smallest changes that give a claim one verdict.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted
   */
  public static Flips of(Evaluation evaluation, String claimId, Verdict wanted) {
    return new FlipSearch(evaluation, claimId, Optional.of(wanted), MOST_PIVOTS).flips();
  }

  /** Whether one change is enough. Where it is not, every single change was tried. */
  public boolean isSingle() {
    return !flips.isEmpty() && flips.get(0).changes().size() == 1;
  }

  /** How many there are, in a few words. */
  @Override
  public String toString() {
    return flips.size() + " flips of '" + claim + "', " + verdict
        + wanted.map(other -> ", to " + other).orElse("");
  }
}
