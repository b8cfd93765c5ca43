package org.claimtrace.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimGraph.Use;
import org.claimtrace.model.Element;
import org.claimtrace.work.Cancellation;

/**
 * Finds the claims whose evaluation reads a source or a claim, by a traversal upwards from it, in time linear in what depends
 * on it; besides, the graph builds its index of uses once. Iterative. An instance serves one search.
 */
final class Dependents {

  private final ClaimGraph graph;
  private final BitSet reached;
  private int[] toFollow = new int[16];
  private int found;

  private Dependents(ClaimGraph graph) {
    this.graph = graph;
    reached = new BitSet(graph.claims().size());
  }

  /** Returns the positions of the claims that use a source; empty if the graph does not have it. */
  static BitSet ofSource(ClaimGraph graph, String sourceId) {
    Dependents dependents = new Dependents(graph);
    if (graph.findSource(sourceId).isPresent()) {
      dependents.reachUsers(sourceId);
      dependents.follow();
    }
    return dependents.reached;
  }

  /** Returns the positions of the other claims that depend on a claim; empty if the graph does not have it. */
  static BitSet ofClaim(ClaimGraph graph, String claimId) {
    Dependents dependents = new Dependents(graph);
    OptionalInt claim = graph.claimIndex(claimId);
    if (claim.isPresent()) {
      dependents.reach(claim.getAsInt());
      dependents.follow();
      dependents.reached.clear(claim.getAsInt());
    }
    return dependents.reached;
  }

  /** Reaches the claims with a line that reads the source, or one derived from it. */
  private void reachUsers(String sourceId) {
    Set<String> seen = new HashSet<>();
    Deque<String> derived = new ArrayDeque<>();
    seen.add(sourceId);
    derived.add(sourceId);
    while (!derived.isEmpty()) {
      String source = derived.remove();
      for (Use use : graph.uses(source)) {
        Cancellation.check();
        switch (use.role()) {
          case SOURCE, REVIEWER -> reach(claimOf(use.user()));
          // A relay only has to relay faithfully: its own origins are not read.
          case RELAY -> {
            if (source.equals(sourceId)) {
              reach(claimOf(use.user()));
            }
          }
          case ORIGIN -> {
            if (seen.add(use.user().id())) {
              derived.add(use.user().id());
            }
          }
          default -> {}
        }
      }
    }
  }

  private void follow() {
    for (int i = 0; i < found; i++) {
      int claim = toFollow[i];
      for (Use use : graph.dependents(graph.claims().get(claim).id())) {
        Cancellation.check();
        switch (use.role()) {
          case PREMISE, NEGATED_PREMISE, ASSUMPTION, EXCEPTION -> reach(claimOf(use.user()));
          case CONTRADICTED -> reach(graph.claimIndex(use.user().id()).orElseThrow());
          default -> {}
        }
      }
      // A contradiction is declared at one of its two claims, but holds in both directions.
      graph
          .claims()
          .get(claim)
          .contradicts()
          .forEach(other -> reach(graph.claimIndex(other).orElseThrow()));
    }
  }

  private void reach(int claim) {
    if (!reached.get(claim)) {
      reached.set(claim);
      if (found == toFollow.length) {
        toFollow = Arrays.copyOf(toFollow, 2 * found);
      }
      toFollow[found++] = claim;
    }
  }

  /**
   * Returns the position of the claim of a line. A derived id begins with that of the claim, which avoids a search through the
   * claim's lines.
   */
  private int claimOf(Element line) {
    int slash = line.id().indexOf('/');
    return graph
        .claimIndex(slash < 0 ? graph.claimOf(line.id()).id() : line.id().substring(0, slash))
        .orElseThrow();
  }
}
