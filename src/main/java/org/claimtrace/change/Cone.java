package org.claimtrace.change;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.graph.Traverser;
import java.util.Collection;
import java.util.List;
import org.claimtrace.work.Cancellation;

/**
 * All that can bear on some claims.
 *
 * @param claims the ids of the claims, those themselves included
 * @param asserting the ids of the sources that must be right
 * @param sources the ids of all sources, those included that must only relay faithfully
 */
record Cone(
    ImmutableSet<String> claims, ImmutableSet<String> asserting, ImmutableSet<String> sources) {

  /** What can bear on some claims where each line may be as any of some sides has it. Iterative; linear in what it finds. */
  static Cone of(List<ComparedEvaluation> sides, Collection<String> claimIds) {
    ImmutableSet.Builder<String> claims = ImmutableSet.builder();
    ImmutableSet.Builder<String> asserting = ImmutableSet.builder();
    ImmutableSet.Builder<String> sources = ImmutableSet.builder();
    Traverser<Dependency> below = Traverser.forGraph(
        reader -> Iterables.concat(Iterables.transform(sides, side -> side.readBy(reader))));
    for (Dependency each : below.breadthFirst(Iterables.transform(claimIds, Dependency::claim))) {
      Cancellation.check();
      switch (each.role()) {
        case CLAIM -> claims.add(each.id());
        case ASSERTING -> {
          asserting.add(each.id());
          sources.add(each.id());
        }
        case RELAYING -> sources.add(each.id());
      }
    }
    return new Cone(claims.build(), asserting.build(), sources.build());
  }
}
