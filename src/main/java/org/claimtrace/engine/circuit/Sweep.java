package org.claimtrace.engine.circuit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.claimtrace.work.Cancellation;

/**
 * Computes the well-founded model of a circuit in every world at once, segment by segment.
 *
 * <p>In a cyclic segment, what is certain and what is impossible is propagated along a work list. Only where that stalls is the
 * least model of what is still possible computed anew; atoms outside it are unfounded, and false (Van Gelder, Ross and Schlipf,
 * "The well-founded semantics for general logic programs", Journal of the ACM 38(3), 1991, definitions 3.1 to 3.4). If that
 * decided something, the rest is condensed again and each component is solved on its own; if not, the rest is undefined. Atoms
 * that are unfounded together read each other on a cycle without negation: where there is no such cycle, as where claims only
 * attack each other, none is searched for.
 *
 * <p>Time is linear in the size of the circuit where nothing stalls; each stall in a component costs one more pass over what is
 * still undecided in it.
 */
public final class Sweep {

  /** How many gates are computed between two checks for cancellation. */
  private static final int STRIDE = 1 << 16;

  private final Circuit circuit;
  private final Interpretation interpretation;

  private Sweep(Circuit circuit, Interpretation interpretation) {
    this.circuit = circuit;
    this.interpretation = interpretation;
  }

  /**
   * Computes all gates of a circuit in a representation.
   *
   * @throws CancellationException if the work is to stop
   */
  public static void run(Circuit circuit, Interpretation interpretation) {
    Sweep sweep = new Sweep(circuit, interpretation);
    for (Circuit.Segment segment : circuit.segments()) {
      if (segment.isCyclic()) {
        Cancellation.check();
        sweep.new Cycle(segment).solve();
      } else {
        for (int from = segment.from(); from < segment.to(); from += STRIDE) {
          Cancellation.check();
          interpretation.compute(from, Math.min(segment.to(), from + STRIDE));
        }
      }
    }
  }

  /** A cyclic segment being solved. */
  private final class Cycle {

    private final Circuit.Segment segment;
    private final int from;
    private final int size;
    /** By gate, its index among those being condensed, plus one; zero for the others. Allocated when something stalls. */
    private int[] indexOf = new int[0];

    Cycle(Circuit.Segment segment) {
      this.segment = segment;
      from = segment.from();
      size = segment.to() - from;
    }

    void solve() {
      interpretation.open(segment);
      if (segment.supportsItself()) {
        falsifyByComponents();
      }
      interpretation.close();
    }

    /** Makes impossible whatever is unfounded, component by component. */
    private void falsifyByComponents() {
      Deque<int[]> parts = new ArrayDeque<>();
      parts.push(undecided());
      while (!parts.isEmpty()) {
        Cancellation.check();
        int[] part = undecided(parts.pop());
        if (part.length > 0 && interpretation.falsifyUnfounded(part)) {
          condense(undecided(part), parts);
        }
      }
    }

    private int[] undecided() {
      IntList open = new IntList(8);
      for (int gate = from; gate < from + size; gate++) {
        if (interpretation.isUndecided(gate)) {
          open.add(gate);
        }
      }
      return open.toArray();
    }

    private int[] undecided(int[] part) {
      IntList open = new IntList(part.length);
      for (int gate : part) {
        if (interpretation.isUndecided(gate)) {
          open.add(gate);
        }
      }
      return open.toArray();
    }

    /** Pushes the strongly connected components of the undecided gates, so that those read by others are popped first. */
    private void condense(int[] open, Deque<int[]> parts) {
      if (indexOf.length == 0) {
        indexOf = new int[size];
      }
      for (int i = 0; i < open.length; i++) {
        indexOf[open[i] - from] = i + 1;
      }
      int[] first = new int[open.length + 1];
      IntList targets = new IntList(open.length);
      for (int i = 0; i < open.length; i++) {
        for (int at = circuit.first()[open[i]]; at < circuit.first()[open[i] + 1]; at++) {
          int read = (circuit.literals()[at] >> 1) - from;
          if (read >= 0 && read < size && indexOf[read] > 0) {
            targets.add(indexOf[read] - 1);
          }
        }
        first[i + 1] = targets.size();
      }
      for (int gate : open) {
        indexOf[gate - from] = 0;
      }
      Components components = Components.of(open.length, first, targets.toArray());
      for (int i = components.count() - 1; i >= 0; i--) {
        int[] part = new int[components.first[i + 1] - components.first[i]];
        for (int j = 0; j < part.length; j++) {
          part[j] = open[components.order[components.first[i] + j]];
        }
        Arrays.sort(part);
        parts.push(part);
      }
    }
  }
}
