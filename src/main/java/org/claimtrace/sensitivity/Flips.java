package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.work.Cancellation;

/**
 * The smallest changes that change a verdict. Every single change is tried: any number, any line struck, any source discredited or
 * vindicated. Where none changes it, two changes are tried, each to no or to yes, over the elements on which the verdict turns
 * most; that a review is struck is tried alone. Nothing is added: what evidence nobody has entered would do is not told. Limits end
 * the search ({@link Limits}); where not every single change was tried, no two are.
 *
 * @param evaluation the evaluation in which the claim has its verdict
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param wanted the verdict to be reached; empty for any other
 * @param untried how many of the sources and lines that can bear on it were not tried, to end the work: the last in document order
 * @param standings the grades at which the verdict stands or changes, of every source, evidence and inference that was tried,
 *     in document order
 * @param flips the changes: of each element and each verdict that it can reach, the nearest; those that move a grade least first,
 *     as little by id; or, where no single change is enough, the pairs that are, in the same order
 * @param further how many changes were found besides and are not told, since they move a grade more
 * @param pairedPivots how many elements were tried two at a time; 0 where a single change is enough
 * @param complete whether no change of those that are to be tried was left out
 */
public record Flips(
    Evaluation evaluation,
    String claim,
    Verdict verdict,
    Optional<Verdict> wanted,
    int untried,
    ImmutableList<GradeRanges> standings,
    ImmutableList<Flip> flips,
    int further,
    int pairedPivots,
    boolean complete) {

  /**
   * Finds the smallest changes that give a claim any other verdict, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(Evaluation evaluation, String claimId) {
    return of(evaluation, claimId, Optional.empty(), Limits.USUAL);
  }

  /**
   * Finds the smallest changes that give a claim one verdict, within the usual limits.
   *
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(Evaluation evaluation, String claimId, Verdict wanted) {
    return of(evaluation, claimId, Optional.of(wanted), Limits.USUAL);
  }

  /**
   * Finds the smallest changes that give a claim one verdict, or any other. Each change tried takes the time of {@link
   * Dependence#beliefs}; all of them no more than the limits allow, single ones and pairs as much each.
   *
   * @param wanted the verdict; empty for any other
   * @throws UnknownIdException if the graph has no such claim
   * @throws IllegalArgumentException if the claim has that verdict
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static Flips of(
      Evaluation evaluation, String claimId, Optional<Verdict> wanted, Limits limits) {
    return Cancellation.within(evaluation.timeLimit().orElse(null), () -> {
      Dependence dependence = evaluation.dependence(claimId);
      return of(dependence, wanted, limits, () -> Pivots.of(dependence, limits));
    });
  }

  static Flips of(
      Dependence dependence, Optional<Verdict> wanted, Limits limits, Supplier<Pivots> pivots) {
    return new FlipSearch(dependence, wanted, limits).flips(pivots);
  }

  /** Whether one change is enough. */
  public boolean isSingle() {
    return !flips.isEmpty() && flips.get(0).changes().size() == 1;
  }

  /** How many there are, in a few words. */
  @Override
  public String toString() {
    return flips.size() + " flips of '" + claim + "', " + verdict
        + wanted.map(other -> ", to " + other).orElse("");
  }

  /**
   * A change that changes a verdict, while no part of it does.
   *
   * @param changes what is to change, one or two things, by id
   * @param verdict the verdict then
   */
  public record Flip(ImmutableList<Change> changes, Verdict verdict) {

    /**
     * A grade that is to be another. A source whose grade is to be 0 is discredited, a line struck.
     *
     * @param element a source, evidence, inference, or review to be struck
     * @param grade the grade as it is
     * @param from the least grade that it may have then
     * @param to the greatest grade that it may have then
     */
    public record Change(Element element, double grade, double from, double to) {

      /** How far the grade has to move. */
      public double distance() {
        return Math.max(0, Math.max(from - grade, grade - to));
      }
    }

    /** How far the grades have to move together. */
    public double distance() {
      return changes.stream().mapToDouble(Change::distance).sum();
    }
  }
}
