package org.claimtrace;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.WhatIf;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.ClaimSearch;
import org.claimtrace.query.FoundClaim;

/**
 * A claim graph together with its evaluation: the entry point of the library.
 *
 * <pre>{@code
 * ClaimTrace trace = ClaimTrace.open(Path.of("claims/gpt-4o-retro.json"));
 * trace.verdict("4o-rebuilt-as-4b-micro"); // REFUTED
 * trace.explain("4o-taken-to-extend-elite-lives").toText(); // why, and where the chain breaks
 * }</pre>
 *
 * <p>Immutable, and safe to share between threads. Stable: no member of this class will be removed or change its meaning.
 */
public final class ClaimTrace {

  private final Evaluation evaluation;
  private final ClaimSearch search;

  private ClaimTrace(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.search = ClaimSearch.in(evaluation);
  }

  /**
   * Reads a claim file and evaluates it with every option at its default.
   *
   * @throws ClaimGraphException with all problems of the file, also if it cannot be read
   */
  public static ClaimTrace open(Path file) {
    return open(file, Evaluator.usual());
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
    return of(graph, Evaluator.usual());
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

  /** Returns the graph. */
  public ClaimGraph graph() {
    return evaluation.graph();
  }

  /** Returns the evaluation of the graph. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /**
   * Returns the verdict on a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Verdict verdict(String claimId) {
    return evaluation.verdict(claimId);
  }

  /**
   * Returns the belief in a claim: the probabilities behind its verdict.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Belief belief(String claimId) {
    return evaluation.belief(claimId);
  }

  /**
   * Explains why a claim has its verdict; see {@link Explanation#of} for the cost.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Explanation explain(String claimId) {
    return Explanation.of(evaluation, claimId);
  }

  /**
   * Returns the claims that meet a condition, in document order, at the cost that {@link ClaimSearch} describes. The stream is
   * lazy and sequential, and throws {@link CancellationException} when its thread is interrupted.
   *
   * @throws UnknownIdException if the condition names a source or a claim that the graph does not have
   */
  public Stream<FoundClaim> find(ClaimCondition condition) {
    return search.find(condition);
  }

  /**
   * Returns the claims that meet a condition, in document order, like {@link #find}; but for a source or a claim that the
   * graph does not have, no claim is asserted by it, uses it, rests on it or depends on it. This is for applying one condition
   * to many graphs.
   */
  public Stream<FoundClaim> findLeniently(ClaimCondition condition) {
    return search.findLeniently(condition);
  }

  /**
   * Returns whether a claim meets a condition; for many claims, {@link #find} is less work.
   *
   * @throws UnknownIdException if the graph has no such claim, or the condition names a source or claim that it does not have
   * @throws CancellationException if the thread is interrupted
   */
  public boolean meets(String claimId, ClaimCondition condition) {
    return search.meets(claimId, condition);
  }

  /** Returns the workbench for scenarios, which show what would change if something were different; always the same one. */
  public WhatIf whatIf() {
    return search.whatIf();
  }

  /**
   * Returns the chains that lead down from a claim to its deepest sources, best first.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public Chains chains(String claimId) {
    return Chains.of(evaluation, claimId);
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "trace of " + graph();
  }
}
