package org.claimtrace.query;

import com.google.common.base.Suppliers;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;

/**
 * Searches an evaluated graph for the claims that meet a condition.
 *
 * <p>Nothing is looked at before a stream is asked for a claim; then each claim is looked at once, and only those that can meet
 * the condition where it names what they use or depend on. What takes more than a look at a claim is found out once, when it is
 * first needed: all that depends on a source or a claim by one walk up from it, all that rests on a source by one scenario, all
 * diagnoses by one pass over the graph. So a search takes time linear in the graph at most, and one scenario for each {@link
 * ClaimCondition#restsOn}.
 *
 * <p>Immutable, and safe to share between threads. Streams are sequential, and throw {@link CancellationException} when their
 * thread is interrupted.
 */
public final class ClaimSearch {

  private final Evaluation evaluation;
  private final Supplier<WhatIf> whatIf;

  private ClaimSearch(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.whatIf = Suppliers.memoize(evaluation::whatIf);
  }

  /** Searches the graph of an evaluation, by what that made of it. */
  public static ClaimSearch in(Evaluation evaluation) {
    return new ClaimSearch(evaluation);
  }

  /** The evaluation that is searched. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The workbench on which the search asks what rests on a source, always the same one. */
  public WhatIf whatIf() {
    return whatIf.get();
  }

  /**
   * The claims that meet a condition, in document order.
   *
   * @throws UnknownIdException if the condition names a source or a claim that the graph does not have
   */
  public Stream<FoundClaim> claims(ClaimCondition condition) {
    requireKnown(condition);
    return findClaims(condition);
  }

  /**
   * The claims that meet a condition, in document order, like {@link #claims}; but of a source or a claim that the graph does not
   * have, nothing in it is asserted by it, uses it, rests on it or depends on it. For asking many graphs the same.
   */
  public Stream<FoundClaim> findClaims(ClaimCondition condition) {
    return FoundClaims.of(this, condition);
  }

  /**
   * Whether a claim meets a condition; for many claims, {@link #claims} is less work.
   *
   * @throws UnknownIdException if the graph has no such claim, or the condition names a source or claim that it does not have
   * @throws CancellationException if the thread is interrupted
   */
  public boolean meets(String claimId, ClaimCondition condition) {
    graph().claim(claimId);
    requireKnown(condition);
    return condition.criterion().in(this).admits(graph().claimIndex(claimId).orElseThrow());
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
}
