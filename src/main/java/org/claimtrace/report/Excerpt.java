package org.claimtrace.report;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Line;
import org.claimtrace.model.Notice;
import org.claimtrace.model.Source;

/**
 * The part of a graph that an answer is about: some claims as they are, the sources that they name with those to which these refer,
 * and of further claims that they name the text alone. It is a claim graph itself, with what the whole says about itself.
 */
final class Excerpt {

  private final ClaimGraph whole;
  private final Set<String> claims = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private final Deque<String> pendingSources = new ArrayDeque<>();

  private Excerpt(ClaimGraph whole) {
    this.whole = whole;
  }

  /**
   * Returns the part of a graph, in its order. Takes time linear in the number of its claims and sources.
   *
   * @param claimIds the ids of the claims that are taken as they are
   * @param sourceIds the ids of sources that are taken besides those that the claims name
   */
  static ClaimGraph of(
      ClaimGraph whole, Collection<String> claimIds, Collection<String> sourceIds) {
    Excerpt excerpt = new Excerpt(whole);
    claimIds.forEach(excerpt::take);
    sourceIds.forEach(excerpt::source);
    while (!excerpt.pending.isEmpty()) {
      excerpt.claim(whole.claim(excerpt.pending.pop()));
    }
    while (!excerpt.pendingSources.isEmpty()) {
      excerpt.source(whole.source(excerpt.pendingSources.pop()));
    }
    return excerpt.graph();
  }

  private void take(String claimId) {
    if (claims.add(claimId)) {
      pending.push(claimId);
    }
  }

  private void source(String sourceId) {
    if (sources.add(sourceId)) {
      pendingSources.push(sourceId);
    }
  }

  private void claim(Claim claim) {
    claim.namedSources().forEach(this::source);
    named.addAll(claim.namedClaims());
    claim.evidence().forEach(this::overridden);
    claim.inferences().forEach(this::overridden);
    claim.reviews().forEach(this::overridden);
  }

  /** Takes the claims of the lines that a line overrides, which may be lines of claims that contradict its own. */
  private void overridden(Line line) {
    line.overrides().forEach(id -> take(whole.claimOf(id).id()));
  }

  private void source(Source source) {
    source.derivedFrom().forEach(this::source);
    source.readIn().forEach(this::source);
    source.cites().forEach(this::source);
    source.notices().stream().map(Notice::by).forEach(by -> by.ifPresent(this::source));
  }

  private ClaimGraph graph() {
    Set<String> thesis = new LinkedHashSet<>(whole.thesis());
    thesis.retainAll(claims);
    ClaimGraph.Builder graph = whole.toBuilder()
        .allThesis(thesis)
        .allAccepted(whole.accepted().stream()
            .filter(each -> each.at().filter(this::isElsewhere).isEmpty())
            .toList())
        .allClaims(whole.claims().stream()
            .filter(claim -> claims.contains(claim.id()) || named.contains(claim.id()))
            .map(claim -> claims.contains(claim.id())
                ? claim
                : Claim.builder(claim.id()).text(claim.text()).build())
            .toList())
        .allSources(whole.sources().stream()
            .filter(source -> sources.contains(source.id()))
            .toList());
    return graph.build();
  }

  private boolean isElsewhere(String id) {
    return !claims.contains(id)
        && !sources.contains(id)
        && whole
            .findLine(id)
            .filter(line -> claims.contains(whole.claimOf(id).id()))
            .isEmpty();
  }
}
