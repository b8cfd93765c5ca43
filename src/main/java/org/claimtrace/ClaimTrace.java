package org.claimtrace;

import java.nio.file.Path;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
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

  private ClaimTrace(Evaluation evaluation) {
    this.evaluation = evaluation;
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
    return new ClaimTrace(evaluator.evaluate(graph));
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

  /** What it is of, in a few words. */
  @Override
  public String toString() {
    return "trace of " + graph();
  }
}
