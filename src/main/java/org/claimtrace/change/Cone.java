package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.graph.Traverser;
import java.util.Collection;
import java.util.function.Function;
import org.claimtrace.work.Cancellation;

/**
 * The claims and sources that can bear on some claims.
 *
 * @param claims the ids of the claims, including those themselves
 * @param asserting the ids of the sources that must be right
 * @param showing the ids of the sources of evidence that need not be right
 * @param sources the ids of all sources, including those that must only relay faithfully
 */
record Cone(
    ImmutableSet<String> claims,
    ImmutableSet<String> asserting,
    ImmutableSet<String> showing,
    ImmutableSet<String> sources) {

  /** Returns the cone of some claims on one side. Iterative, in time linear in the cone. */
  static Cone of(ComparedEvaluation side, String claimId) {
    return of(side::readBy, ImmutableList.of(claimId));
  }

  /**
   * Returns the cone of some claims.
   *
   * @param readBy returns what a claim or source reads
   */
  static Cone of(
      Function<Dependency, ? extends Iterable<Dependency>> readBy, Collection<String> claimIds) {
    ImmutableSet.Builder<String> claims = ImmutableSet.builder();
    ImmutableSet.Builder<String> asserting = ImmutableSet.builder();
    ImmutableSet.Builder<String> showing = ImmutableSet.builder();
    ImmutableSet.Builder<String> sources = ImmutableSet.builder();
    Traverser<Dependency> below = Traverser.forGraph(readBy::apply);
    for (Dependency each : below.breadthFirst(Iterables.transform(claimIds, Dependency::claim))) {
      Cancellation.check();
      switch (each.role()) {
        case CLAIM -> claims.add(each.id());
        case ASSERTING -> {
          asserting.add(each.id());
          sources.add(each.id());
        }
        case RELAYING -> sources.add(each.id());
        case SHOWING -> {
          showing.add(each.id());
          sources.add(each.id());
        }
      }
    }
    return new Cone(claims.build(), asserting.build(), showing.build(), sources.build());
  }
}
