package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;

/** Whose word a difference brings: for the references under it. */
final class SourcesBehind {

  private static final int MOST = 5;

  private final ClaimGraph graph;

  SourcesBehind(ClaimGraph graph) {
    this.graph = graph;
  }

  ImmutableList<String> of(Difference difference) {
    if (difference.element().isEmpty()) {
      return ImmutableList.of();
    }
    Element element = difference.element().get();
    return switch (element.kind()) {
      case SOURCE -> ImmutableList.of(element.id());
      case EVIDENCE ->
        graph
            .findEvidence(element.id())
            .map(evidence -> ImmutableList.of(evidence.source()))
            .orElse(ImmutableList.of());
      case REVIEW ->
        graph
            .findReview(element.id())
            .map(Review::reviewer)
            .map(ImmutableList::of)
            .orElse(ImmutableList.of());
      case INFERENCE ->
        graph.findInference(element.id()).map(this::below).orElse(ImmutableList.of());
      case CLAIM -> ImmutableList.of();
    };
  }

  /** The first sources met on the way down from what a step starts from, nearest first. */
  private ImmutableList<String> below(Inference step) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    step.premises().stream().map(Premise::claim).forEach(open::add);
    while (!open.isEmpty() && sources.size() < MOST) {
      String id = open.remove();
      if (!seen.add(id)) {
        continue;
      }
      Claim claim = graph.claim(id);
      claim.evidence().stream().map(Evidence::source).limit(MOST).forEach(sources::add);
      for (Inference each : claim.inferences()) {
        each.premises().stream().map(Premise::claim).forEach(open::add);
      }
    }
    return sources.stream().limit(MOST).collect(ImmutableList.toImmutableList());
  }
}
