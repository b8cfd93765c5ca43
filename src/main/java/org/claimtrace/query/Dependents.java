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
 * Which claims have a source or a claim among what their evaluation reads, found upwards from it: at a cost in proportion to
 * what depends on it, beside the index of uses, which a graph makes once. Iterative. For one question.
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

  /** The claims that use a source, by position; none where the graph does not have it. */
  static BitSet ofSource(ClaimGraph graph, String sourceId) {
    Dependents dependents = new Dependents(graph);
    if (graph.findSource(sourceId).isPresent()) {
      dependents.begin(sourceId);
      dependents.follow();
    }
    return dependents.reached;
  }

  /** The other claims that depend on a claim, by position; none where the graph does not have it. */
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

  /** The claims with a line that reads the source, or a source that is derived from it. */
  private void begin(String sourceId) {
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
          // A relay need only relay: what it is itself derived from is not read.
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
      // That one claim contradicts another is written at one of them, and holds both ways.
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

  /** The claim of a line. A derived id begins with it, and looking for the line would take as long as its claim has lines. */
  private int claimOf(Element line) {
    int slash = line.id().indexOf('/');
    return graph
        .claimIndex(slash < 0 ? graph.claimOf(line.id()).id() : line.id().substring(0, slash))
        .orElseThrow();
  }
}
