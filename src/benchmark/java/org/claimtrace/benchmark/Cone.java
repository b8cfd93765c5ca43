package org.claimtrace.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimGraph.Use;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;

/**
 * What may come out otherwise when the grade of one element changes, found by walking the graph, whatever its numbers: reviews
 * count as they do where evidence comes first.
 */
final class Cone {

  private final ClaimGraph graph;
  private final Set<Element> reached = new LinkedHashSet<>();
  private final Deque<Element> next = new ArrayDeque<>();

  private Cone(ClaimGraph graph) {
    this.graph = graph;
  }

  static Cone of(ClaimGraph graph, Element changed) {
    Cone cone = new Cone(graph);
    cone.reach(changed);
    while (!cone.next.isEmpty()) {
      cone.follow(cone.next.remove());
    }
    return cone;
  }

  boolean contains(Element element) {
    return reached.contains(element);
  }

  /** How many lines may fire otherwise. */
  int linesReached() {
    return (int) reached.stream().filter(each -> each.kind().isLine()).count();
  }

  /** How many lines the claims have whose verdict may be another. */
  int linesOfClaims() {
    return reached.stream()
        .filter(each -> each.kind() == Element.Kind.CLAIM)
        .mapToInt(each -> graph.lines(each.id()).size())
        .sum();
  }

  private void reach(Element element) {
    if (reached.add(element)) {
      next.add(element);
    }
  }

  private void follow(Element element) {
    switch (element.kind()) {
      case SOURCE -> followSource(element.id());
      case CLAIM -> followClaim(element.id());
      case EVIDENCE -> followEvidence(graph.findEvidence(element.id()).orElseThrow(), element);
      case INFERENCE -> {
        Inference inference = graph.findInference(element.id()).orElseThrow();
        followLine(element, inference.overrides());
      }
      case REVIEW -> {
        Review review = graph.findReview(element.id()).orElseThrow();
        followLine(element, review.overrides());
      }
    }
  }

  private void followSource(String source) {
    for (Use use : graph.uses(source)) {
      switch (use.role()) {
        case SOURCE, RELAY, ORIGIN -> reach(use.user());
        case REVIEWER -> reachReview(use.user());
        default -> {
          // Told, but it tosses no coin.
        }
      }
    }
  }

  private void followClaim(String id) {
    for (Use use : graph.dependents(id)) {
      switch (use.role()) {
        case PREMISE, NEGATED_PREMISE, ASSUMPTION, EXCEPTION, CONTRADICTED -> reach(use.user());
        default -> {
          // Told, but it tosses no coin.
        }
      }
    }
    for (String contradicted : graph.claim(id).contradicts()) {
      reach(Element.claim(contradicted));
    }
  }

  private void followLine(Element line, Iterable<String> overridden) {
    reach(Element.claim(graph.claimOf(line.id()).id()));
    for (String id : overridden) {
      Element other = graph.findLine(id).orElseThrow();
      if (other.kind() == Element.Kind.REVIEW) {
        reachReview(other);
      } else {
        reach(other);
      }
    }
  }

  /** A review stands in for evidence that nobody wrote down, and else counts for nothing. */
  private void reachReview(Element review) {
    Claim claim = graph.claimOf(review.id());
    boolean hasGround =
        claim.evidence().stream().anyMatch(each -> each.stance() != Stance.QUALIFIES)
            || claim.inferences().stream().anyMatch(each -> each.stance() != Stance.QUALIFIES);
    if (!hasGround) {
      reach(review);
    }
  }

  private void followEvidence(Evidence evidence, Element line) {
    followLine(line, evidence.overrides());
    Claim claim = graph.claimOf(line.id());
    for (Element other : graph.lines(claim.id())) {
      if (other.kind() == Element.Kind.EVIDENCE) {
        Evidence copy = graph.findEvidence(other.id()).orElseThrow();
        if (copy.stance() == evidence.stance() && isDerived(copy.sourceId(), evidence.sourceId())) {
          reach(other);
        }
      }
    }
  }

  private boolean isDerived(String source, String origin) {
    Set<String> seen = new HashSet<>();
    Deque<String> above = new ArrayDeque<>(graph.source(source).derivedFrom());
    while (!above.isEmpty()) {
      String each = above.remove();
      if (each.equals(origin)) {
        return true;
      }
      if (seen.add(each)) {
        above.addAll(graph.source(each).derivedFrom());
      }
    }
    return false;
  }
}
