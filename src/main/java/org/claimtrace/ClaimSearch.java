package org.claimtrace;

import com.google.common.collect.AbstractIterator;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/** Goes through a graph, or through the claims of it that can meet a condition, and stops at each that does. */
final class ClaimSearch extends AbstractIterator<FoundClaim> {

  private static final int CHARACTERISTICS =
      Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE;

  private final ClaimTrace trace;
  private final ClaimGraph graph;
  private final Criterion.Filter filter;
  private @Nullable BitSet candidates;
  private boolean begun;
  private int next;

  private ClaimSearch(ClaimTrace trace, ClaimCondition condition) {
    this.trace = trace;
    this.graph = trace.graph();
    this.filter = condition.criterion().in(trace);
  }

  static Stream<FoundClaim> of(ClaimTrace trace, ClaimCondition condition) {
    Iterator<FoundClaim> search = new ClaimSearch(trace, condition);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(search, CHARACTERISTICS), false);
  }

  @Override
  protected @Nullable FoundClaim computeNext() {
    if (!begun) {
      begun = true;
      Optional<BitSet> only = filter.candidates();
      candidates = only.orElse(null);
    }
    for (int claim = candidate(next); claim < graph.claims().size(); claim = candidate(claim + 1)) {
      Cancellation.check();
      if (filter.admits(claim)) {
        next = claim + 1;
        return new FoundClaim(trace, graph.claims().get(claim));
      }
    }
    return endOfData();
  }

  private int candidate(int from) {
    BitSet only = candidates;
    if (only == null) {
      return from;
    }
    int claim = only.nextSetBit(from);
    return claim < 0 ? graph.claims().size() : claim;
  }
}
