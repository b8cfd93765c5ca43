package org.claimtrace.engine.world;

import java.util.Objects;
import org.claimtrace.engine.circuit.Circuit;
import org.jspecify.annotations.Nullable;

/** The counting propagators of a circuit, one for every cyclic segment in which nothing supports itself. Immutable. */
final class CountingPropagators {

  private final @Nullable CountingPropagator[] bySegment;

  private CountingPropagators(@Nullable CountingPropagator[] bySegment) {
    this.bySegment = bySegment;
  }

  static CountingPropagators of(Circuit circuit) {
    return circuit.prepared(CountingPropagators.class, CountingPropagators::newOf);
  }

  private static CountingPropagators newOf(Circuit circuit) {
    int[] first = circuit.first();
    int[] literals = circuit.literals();
    boolean[] isReadLater = new boolean[circuit.gates()];
    for (Circuit.Segment segment : circuit.segments()) {
      for (int at = first[segment.from()]; at < first[segment.to()]; at++) {
        int read = literals[at] >> 1;
        isReadLater[read] |= read < segment.from();
      }
    }
    @Nullable CountingPropagator[] all = new CountingPropagator[circuit.segments().length];
    for (Circuit.Segment segment : circuit.segments()) {
      if (segment.isCyclic() && !segment.supportsItself()) {
        all[segment.number()] = CountingPropagator.of(circuit, segment, isReadLater);
      }
    }
    return new CountingPropagators(all);
  }

  /** Returns the propagator of a cyclic segment in which nothing supports itself. */
  CountingPropagator of(Circuit.Segment segment) {
    return Objects.requireNonNull(bySegment[segment.number()]);
  }
}
