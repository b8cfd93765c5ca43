package org.claimtrace.engine.circuit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.claimtrace.work.Cancellation;

/**
 * Computes the well-founded model of a circuit in every world at once, segment by segment.
 *
 * <p>In a cyclic segment, what is certainly true and certainly false spreads along a work list. Only where that stalls is
 * the least model of what is still possible computed anew; atoms outside it are unfounded, and false (Van Gelder, Ross and
 * Schlipf, "The well-founded semantics for general logic programs", Journal of the ACM 38(3), 1991, definitions 3.1 to 3.4).
 * If that decided something, what remains is condensed again and each part solved on its own; if not, the rest is undefined.
 * Atoms that are unfounded together read each other in a circle without negations: where no such circle is, as where claims
 * only attack each other, none is looked for.
 *
 * <p>Time is linear in the size of the circuit where nothing stalls, and one pass over what is still undecided in a part for
 * every stall in it.
 */
public final class Sweep {

  /** So many gates are computed between two looks at whether the thread was interrupted. */
  private static final int STRIDE = 1 << 16;

  private final Circuit circuit;
  private final Interpretation slots;

  private Sweep(Circuit circuit, Interpretation slots) {
    this.circuit = circuit;
    this.slots = slots;
  }

  /**
   * Computes all gates.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static void run(Circuit circuit, Interpretation slots) {
    Sweep sweep = new Sweep(circuit, slots);
    for (Circuit.Segment segment : circuit.segments()) {
      if (segment.isCyclic()) {
        Cancellation.check();
        sweep.new Cycle(segment).solve();
      } else {
        for (int from = segment.from(); from < segment.to(); from += STRIDE) {
          Cancellation.check();
          slots.compute(from, Math.min(segment.to(), from + STRIDE));
        }
      }
    }
  }

  /** One cyclic segment being solved. */
  private final class Cycle {

    private final Circuit.Segment segment;
    private final int from;
    private final int size;
    /** By gate, its place among those being condensed, plus one; zero for the others. Made when something stalls. */
    private int[] place = new int[0];

    Cycle(Circuit.Segment segment) {
      this.segment = segment;
      from = segment.from();
      size = segment.to() - from;
    }

    void solve() {
      slots.open(segment);
      if (segment.supportsItself()) {
        ruleOut();
      }
      slots.close();
    }

    /** Makes impossible whatever is unfounded, part by part. */
    private void ruleOut() {
      Deque<int[]> parts = new ArrayDeque<>();
      parts.push(undecided());
      while (!parts.isEmpty()) {
        Cancellation.check();
        int[] part = undecided(parts.pop());
        if (part.length > 0 && slots.rule(part)) {
          condense(undecided(part), parts);
        }
      }
    }

    private int[] undecided() {
      IntList open = new IntList(8);
      for (int gate = from; gate < from + size; gate++) {
        if (slots.isUndecided(gate)) {
          open.add(gate);
        }
      }
      return open.toArray();
    }

    private int[] undecided(int[] part) {
      IntList open = new IntList(part.length);
      for (int gate : part) {
        if (slots.isUndecided(gate)) {
          open.add(gate);
        }
      }
      return open.toArray();
    }

    /** Adds the strongly connected parts of what is undecided, so that those read by others are taken first. */
    private void condense(int[] open, Deque<int[]> parts) {
      if (place.length == 0) {
        place = new int[size];
      }
      for (int i = 0; i < open.length; i++) {
        place[open[i] - from] = i + 1;
      }
      int[] first = new int[open.length + 1];
      IntList targets = new IntList(open.length);
      for (int i = 0; i < open.length; i++) {
        for (int at = circuit.first()[open[i]]; at < circuit.first()[open[i] + 1]; at++) {
          int read = (circuit.literals()[at] >> 1) - from;
          if (read >= 0 && read < size && place[read] > 0) {
            targets.add(place[read] - 1);
          }
        }
        first[i + 1] = targets.size();
      }
      for (int gate : open) {
        place[gate - from] = 0;
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
