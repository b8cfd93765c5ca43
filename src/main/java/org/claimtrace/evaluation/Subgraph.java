package org.claimtrace.evaluation;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;

/**
 * Some claims of a graph with all that they name: the sources, with those that these derive from, and other claims, of which
 * nothing but their ids is taken along. Mutable, for use by one thread.
 */
final class Subgraph {

  private final ClaimGraph whole;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();

  Subgraph(ClaimGraph whole) {
    this.whole = whole;
  }

  /**
   * Adds a claim; it may have lines that it does not have in the graph.
   *
   * @param contradicting the claims that contradict it, on whichever side that is written: the other may not come along
   */
  void add(Claim claim, ImmutableList<String> contradicting) {
    claims.put(
        claim.id(),
        contradicting.equals(claim.contradicts())
            ? claim
            : claim.toBuilder().allContradicts(contradicting).build());
    named.addAll(contradicting);
    named.addAll(claim.namedClaims());
    sources.addAll(claim.namedSources());
  }

  /** Adds a source. */
  void addSource(String id) {
    sources.add(id);
  }

  /** Returns whether a claim is one of those that were added. */
  boolean computes(String claimId) {
    return claims.containsKey(claimId);
  }

  /** Returns the claims that were added. */
  ImmutableSet<String> computed() {
    return ImmutableSet.copyOf(claims.keySet());
  }

  /** Returns the claims that are named and were not added, as far as the graph has them. */
  ImmutableSet<String> given() {
    return named.stream()
        .filter(id -> !claims.containsKey(id) && whole.findClaim(id).isPresent())
        .collect(toImmutableSet());
  }

  /** Returns the graph that they make. Throws what building a graph throws, if one of them names what there is not. */
  ClaimGraph build() {
    takeOrigins();
    ClaimGraph.Builder graph = ClaimGraph.builder(whole.id()).title(whole.title());
    for (String id : sources) {
      whole.findSource(id).ifPresent(source -> graph.source(withoutCitations(source)));
    }
    claims.values().forEach(graph::claim);
    for (String id : given()) {
      graph.claim(Claim.builder(id).text(whole.claim(id).text()));
    }
    return graph.build();
  }

  private void takeOrigins() {
    Deque<String> pending = new ArrayDeque<>(sources);
    while (!pending.isEmpty()) {
      whole.findSource(pending.pop()).ifPresent(source -> {
        take(source.derivedFrom(), pending);
        take(source.readIn(), pending);
      });
    }
  }

  private void take(Collection<String> ids, Deque<String> pending) {
    for (String id : ids) {
      if (sources.add(id)) {
        pending.push(id);
      }
    }
  }

  /** What a source cites, and who gave notice of it, does not enter an evaluation, and need not come along. */
  private static Source withoutCitations(Source source) {
    return source.cites().isEmpty() && source.notices().isEmpty()
        ? source
        : source.toBuilder()
            .allCites(ImmutableList.of())
            .allNotices(ImmutableList.of())
            .build();
  }

  /** Returns whether the graph that they make has a source or line that the whole has. */
  boolean has(Element element) {
    return element.kind() == Element.Kind.SOURCE
        ? sources.contains(element.id())
        : claims.containsKey(whole.claimOf(element.id()).id());
  }
}
