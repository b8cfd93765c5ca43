package org.claimtrace;

import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;

/**
 * The front door: a claim graph together with its evaluation.
 *
 * <pre>{@code
 * ClaimTrace trace = ClaimTrace.open(Path.of("claims/gpt-4o-retro.json"));
 * trace.verdict("4o-rebuilt-as-4b-micro"); // REFUTED
 * trace.explain("4o-taken-to-extend-elite-lives").toText(); // why, and where the chain breaks
 * }</pre>
 *
 * <p>Immutable, and safe to share between threads. Stable: what is here stays.
 */
public final class ClaimTrace {

  private final Evaluation evaluation;
  private final Supplier<WhatIf> whatIf;

  private ClaimTrace(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.whatIf = Suppliers.memoize(evaluation::whatIf);
  }

  /**
   * Reads a claim file and evaluates it with every option at its default.
   *
   * @throws ClaimGraphException with everything that is wrong with the file, also if it cannot be read
   */
  public static ClaimTrace open(Path file) {
    return open(file, Evaluator.standard());
  }

  /**
   * Reads a claim file and evaluates it.
   *
   * @throws ClaimGraphException with everything that is wrong with the file, also if it cannot be read
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace open(Path file, Evaluator evaluator) {
    return of(ClaimJson.read(file), evaluator);
  }

  /** Evaluates a graph with every option at its default. */
  public static ClaimTrace of(ClaimGraph graph) {
    return of(graph, Evaluator.standard());
  }

  /**
   * Evaluates a graph.
   *
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   */
  public static ClaimTrace of(ClaimGraph graph, Evaluator evaluator) {
    return of(evaluator.evaluate(graph));
  }

  /** Takes an evaluation together with its graph. */
  public static ClaimTrace of(Evaluation evaluation) {
    return new ClaimTrace(evaluation);
  }

  /** The graph. */
  public ClaimGraph graph() {
    return evaluation.graph();
  }

  /** What was found out about it, whole. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /**
   * The verdict on a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Verdict verdict(String claimId) {
    return evaluation.verdict(claimId);
  }

  /**
   * The belief in a claim: the probabilities behind its verdict.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Belief belief(String claimId) {
    return evaluation.belief(claimId);
  }

  /**
   * Why a claim has its verdict.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Explanation explain(String claimId) {
    return Explanation.of(evaluation, claimId);
  }

  /**
   * The claims that meet a condition, in document order. Nothing is looked at before the stream is asked for a claim; then each
   * claim is looked at once, and only those that can meet the condition where it names what they use or depend on. What takes
   * more than a look at a claim is found out once, when it is first needed: all that depends on a source or a claim by one walk
   * up from it, all that rests on a source by one scenario, all diagnoses by one pass over the graph. So a query takes time
   * linear in the graph at most, and one scenario for each {@link ClaimCondition#restsOn}.
   *
   * <p>The stream is sequential, and throws {@link CancellationException} when its thread is interrupted.
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
    return ClaimSearch.of(this, condition);
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

  private void requireKnown(ClaimCondition condition) {
    for (Element element : condition.elements()) {
      if (element.kind() == Element.Kind.SOURCE) {
        graph().source(element.id());
      } else {
        graph().claim(element.id());
      }
    }
  }

  /** The workbench for asking what would change if something were otherwise, always the same one. */
  public WhatIf whatIf() {
    return whatIf.get();
  }

  /**
   * The chains that lead down from a claim to its deepest sources, best first.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chains chains(String claimId) {
    return Chains.of(evaluation, claimId);
  }

  /** What it is of, in a few words. */
  @Override
  public String toString() {
    return "trace of " + graph();
  }
}
