package org.claimtrace.query;

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

/** A lazy iterator over the claims of a graph that meet a condition; it visits only candidates if these are known. */
final class FoundClaims extends AbstractIterator<FoundClaim> {

  private static final int CHARACTERISTICS =
      Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE;

  private final ClaimSearch search;
  private final ClaimGraph graph;
  private final Criterion.Filter filter;
  private @Nullable BitSet candidates;
  private boolean begun;
  private int next;

  private FoundClaims(ClaimSearch search, ClaimCondition condition) {
    this.search = search;
    this.graph = search.graph();
    this.filter = condition.criterion().in(search);
  }

  static Stream<FoundClaim> of(ClaimSearch search, ClaimCondition condition) {
    Iterator<FoundClaim> found = new FoundClaims(search, condition);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, CHARACTERISTICS), false);
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
        return new FoundClaim(search, graph.claims().get(claim));
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
