package org.claimtrace.inspection;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Evidence;

/**
 * The sources from which each source has what it says in the end: those that it is derived from, directly or through others, and that
 * are derived from nothing themselves. A source that is derived from nothing is its own; sources that only have it from each other
 * have none.
 *
 * <p>Only up to {@value #MOST} sources are visited for each; of a source with more behind it, the deepest origins are not known.
 */
final class DeepestOrigins {

  private static final int MOST = 256;

  private final Evaluation evaluation;
  private final Map<String, Optional<ImmutableSet<String>>> known = new HashMap<>();

  DeepestOrigins(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Returns the deepest origins of a source; empty if they are not known. */
  Optional<ImmutableSet<String>> of(String sourceId) {
    return known.computeIfAbsent(sourceId, this::found);
  }

  private Optional<ImmutableSet<String>> found(String sourceId) {
    Set<String> seen = new LinkedHashSet<>();
    ImmutableSet.Builder<String> deepest = ImmutableSet.builder();
    Deque<String> open = new ArrayDeque<>();
    seen.add(sourceId);
    open.add(sourceId);
    while (!open.isEmpty()) {
      String source = open.remove();
      if (evaluation.origins(source).isEmpty()) {
        deepest.add(source);
      }
      for (String origin : evaluation.origins(source)) {
        if (seen.add(origin)) {
          open.add(origin);
        }
      }
      if (seen.size() > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(deepest.build());
  }

  /** Returns the deepest origins of a piece of evidence, by its own derivation if it has one; empty if they are not known. */
  Optional<ImmutableSet<String>> of(Evidence evidence) {
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    if (evaluation.origins(evidence).isEmpty()) {
      return Optional.of(ImmutableSet.of(evidence.sourceId()));
    }
    for (String origin : evaluation.origins(evidence)) {
      Optional<ImmutableSet<String>> deepest = of(origin);
      if (deepest.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(deepest.get());
    }
    return Optional.of(all.build());
  }
}
