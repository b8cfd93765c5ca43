package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.result.Result.WithoutJson;

/**
 * A claim graph made ready to be evaluated, as often as one likes: like {@link java.util.regex.Pattern}, compile once and
 * use often. It does not depend on any option of an evaluation.
 *
 * <p>Compiling takes time and space linear in the graph, but for sorting its ids; and for a source derived from others, the
 * number of their origins times the number of claims on which both copies and origins have evidence.
 *
 * <p>Experimental.
 */
public final class CompiledGraph implements WithoutJson {

  private final GraphCircuit circuit;

  private CompiledGraph(GraphCircuit circuit) {
    this.circuit = circuit;
  }

  /**
   * Compiles a graph.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static CompiledGraph of(ClaimGraph graph) {
    requireNonNull(graph, "graph");
    return new CompiledGraph(GraphCircuit.of(graph));
  }

  /** Compiles a part of a graph, with claims without lines of which it is known elsewhere what they are. */
  static CompiledGraph of(ClaimGraph graph, Set<String> known) {
    return new CompiledGraph(GraphCircuit.of(graph, known));
  }

  /** Returns the graph that was compiled. */
  public ClaimGraph graph() {
    return circuit.graph;
  }

  /** Returns what the graph computes in one world, as gates. */
  GraphCircuit circuit() {
    return circuit;
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "compiled " + graph();
  }
}
