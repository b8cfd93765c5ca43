package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import com.google.common.graph.Traverser;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;

/** Finds the sources that are listed as references below a difference. */
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
            .map(evidence -> ImmutableList.of(evidence.sourceId()))
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

  /** Returns the first sources below the premises of an inference, nearest first. */
  private ImmutableList<String> below(Inference step) {
    Traverser<String> premises = Traverser.forGraph(id ->
        Iterables.concat(Iterables.transform(graph.claim(id).steps(), SourcesBehind::premises)));
    return Streams.stream(premises.breadthFirst(premises(step)))
        .map(graph::claim)
        .flatMap(claim -> claim.evidence().stream().map(Evidence::sourceId).limit(MOST))
        .distinct()
        .limit(MOST)
        .collect(ImmutableList.toImmutableList());
  }

  private static Iterable<String> premises(Inference step) {
    return Iterables.transform(step.premises(), Premise::claimId);
  }
}
