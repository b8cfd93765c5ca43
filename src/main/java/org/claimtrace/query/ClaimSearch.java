package org.claimtrace.query;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;

/**
 * Searches an evaluated graph for the claims that meet a condition.
 *
 * <p>Streams are lazy. A search visits each claim at most once, and only candidates if the condition names a source or claim
 * that they must use or depend on. Everything else is computed once, when it is first needed: the dependents of a source or
 * claim by one traversal, the claims that rest on a source by one scenario, all diagnoses by one pass over the graph. A search
 * therefore takes time at most linear in the graph, and one scenario for each {@link ClaimCondition#restsOn}.
 *
 * <p>Immutable, and safe to share between threads. Streams are sequential, and throw {@link CancellationException} when their
 * thread is interrupted. The time limit of the evaluation is one for each scenario and diagnosis that they take, and not for a whole
 * stream, which is as slow as who takes from it.
 *
 * <p>Stable.
 */
public final class ClaimSearch implements WithoutJson {

  private final Evaluation evaluation;
  private final Supplier<WhatIf> whatIf;

  private ClaimSearch(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.whatIf = Suppliers.memoize(evaluation::whatIf);
  }

  /** Returns a search of the graph of an evaluation. */
  public static ClaimSearch in(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return new ClaimSearch(evaluation);
  }

  /** Returns the evaluation that is searched. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the workbench for scenarios of this search; always the same one. */
  public WhatIf whatIf() {
    return whatIf.get();
  }

  /**
   * Returns the claims that meet a condition, in document order.
   *
   * @throws UnknownIdException if the condition names a source or a claim that the graph does not have
   */
  public Stream<FoundClaim> find(ClaimCondition condition) {
    requireNonNull(condition, "condition");
    requireKnown(condition);
    return findLeniently(condition);
  }

  /**
   * Returns the claims that meet a condition, in document order, like {@link #find}; but for a source or a claim that the
   * graph does not have, no claim is asserted by it, uses it, rests on it or depends on it. This is for applying one condition
   * to many graphs.
   */
  public Stream<FoundClaim> findLeniently(ClaimCondition condition) {
    requireNonNull(condition, "condition");
    return FoundClaims.of(this, condition);
  }

  /**
   * Returns whether a claim meets a condition; for many claims, {@link #find} is less work.
   *
   * @throws UnknownIdException if the graph has no such claim, or the condition names a source or claim that it does not have
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public boolean meets(String claimId, ClaimCondition condition) {
    requireNonNull(claimId, "claimId");
    requireNonNull(condition, "condition");
    graph().claim(claimId);
    requireKnown(condition);
    return Cancellation.within(
        evaluation.timeLimit().orElse(null),
        () -> condition.criterion().in(this).admits(graph().claimIndex(claimId).orElseThrow()));
  }

  ClaimGraph graph() {
    return evaluation.graph();
  }

  private void requireKnown(ClaimCondition condition) {
    for (Element element : condition.elements()) {
      if (element.kind() == Element.Kind.SOURCE) {
        graph().source(element.id());
      } else {
        graph().claim(element.id());
      }
    }
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "search in the " + evaluation;
  }
}
