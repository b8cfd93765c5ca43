package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.work.Cancellation;

/**
 * Which sources a verdict rests on.
 *
 * <p>A source is <em>necessary</em> if its coin set to no changes the verdict, all else as it is. A <em>toppling set</em> is a set
 * of sources which, set to no, change the verdict while no proper subset does. A <em>sufficient set</em> is a minimal hitting set
 * of the toppling sets: while its sources stand, the verdict stands, whatever other sources fall. These definitions hold for
 * reasoning with exceptions too, where the fall of one more source may bring a verdict back.
 *
 * @param evaluation the evaluation in which the claim has its verdict
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param sources the ids of the sources that can bear on it and are not set to no as it is, in document order
 * @param toppling the toppling sets, smaller ones first, those of one size by their sources in document order
 * @param tried how many sets of sources were tried
 * @param triedUpTo up to which size all toppling sets are known
 * @param cap what ended the search for toppling sets, if anything did before all were known
 * @param sufficient the sufficient sets, each in document order, smaller ones first, those of one size by their sources in
 *     document order; none where the search for toppling sets was ended
 * @param holding where it was ended, what is enough against the fall of up to {@code triedUpTo} sources: the minimal hitting sets of
 *     the toppling sets of up to that size, in the same order; while the sources of one stand, the verdict stands if no more than so
 *     many others fall
 * @param hasAllSufficient whether no sufficient set, or none that is holding, is missing
 */
public record SourceDependence(
    Evaluation evaluation,
    String claim,
    Verdict verdict,
    ImmutableList<String> sources,
    ImmutableList<TopplingSet> toppling,
    int tried,
    int triedUpTo,
    Optional<SearchLimit> cap,
    ImmutableList<ImmutableList<String>> sufficient,
    ImmutableList<ImmutableList<String>> holding,
    boolean hasAllSufficient) {

  /**
   * Finds what a verdict rests on, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceDependence of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Limits.USUAL);
  }

  /**
   * Finds what a verdict rests on. Each set of sources tried takes the time of {@link
   * org.claimtrace.evaluation.Dependence#beliefs}; all of them no more than the limits allow.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceDependence of(Evaluation evaluation, String claimId, Limits limits) {
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> of(evaluation.dependence(claimId), limits));
  }

  static SourceDependence of(Dependence dependence, Limits limits) {
    return new SourceDependenceSearch(dependence, limits).grounds();
  }

  /** The necessary sources, each with the verdict without it: the toppling sets of one source. */
  public ImmutableList<TopplingSet> necessary() {
    return toppling.stream().filter(set -> set.sources().size() == 1).collect(toImmutableList());
  }

  /** Whether every toppling set is known. */
  public boolean complete() {
    return cap.isEmpty();
  }

  /** What was found, in a few words. */
  @Override
  public String toString() {
    return "'" + claim + "', " + verdict + ", rests on " + toppling.size()
        + (complete() ? "" : " or more") + " sets of sources";
  }

  /**
   * Sources that together hold a verdict up: set to no, all of them, they change it, while no proper subset of them does.
   *
   * @param sources the ids of the sources, in document order
   * @param verdict the verdict without them
   */
  public record TopplingSet(ImmutableList<String> sources, Verdict verdict) {}
}
