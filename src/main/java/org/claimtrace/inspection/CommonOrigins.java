package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.inspection.InspectedGraph.Statement;

/** Decides whether pieces of evidence, or sources, have an origin in common, as far as that is declared. */
final class CommonOrigins {

  private final DeepestOrigins origins;

  CommonOrigins(InspectedGraph inspected) {
    this.origins = inspected.origins();
  }

  /**
   * Returns those of some pieces of evidence for which no origin in common is declared: the first, and each later one of another source
   * that has no deepest origin in common with one returned before. Those whose deepest origins are not known, or that have them only from
   * each other, are left out.
   */
  ImmutableList<Statement> apart(Iterable<Statement> evidence) {
    ImmutableList.Builder<Statement> apart = ImmutableList.builder();
    Set<String> seen = new HashSet<>();
    for (Statement each : evidence) {
      if (isApart(origins.of(each.evidence()), seen)) {
        apart.add(each);
      }
    }
    return apart.build();
  }

  /** Returns those of some sources for which no origin in common is declared, likewise. */
  ImmutableList<String> apartOf(Iterable<String> sourceIds) {
    ImmutableList.Builder<String> apart = ImmutableList.builder();
    Set<String> seen = new HashSet<>();
    for (String each : sourceIds) {
      if (isApart(origins.of(each), seen)) {
        apart.add(each);
      }
    }
    return apart.build();
  }

  private static boolean isApart(Optional<ImmutableSet<String>> deepest, Set<String> seen) {
    boolean isKnown = deepest.isPresent() && !deepest.get().isEmpty();
    return isKnown
        && deepest.get().stream().noneMatch(seen::contains)
        && seen.addAll(deepest.get());
  }
}
