package org.claimtrace.evaluation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;

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
final class Sweep {

  /** So many gates are computed between two looks at whether the thread was interrupted. */
  private static final int STRIDE = 1 << 16;

  /**
   * A gate with more literals takes in every change of what it reads by itself, so that it is not computed whole for each of
   * many.
   */
  private static final int WIDE = 8;

  private final Circuit circuit;
  private final Slots slots;

  private Sweep(Circuit circuit, Slots slots) {
    this.circuit = circuit;
    this.slots = slots;
  }

  /**
   * Computes all gates.
   *
   * @throws CancellationException if the thread is interrupted
   */
  static void run(Circuit circuit, Slots slots) {
    Sweep sweep = new Sweep(circuit, slots);
    for (Circuit.Segment segment : circuit.segments()) {
      if (segment.isCyclic()) {
        stopIfInterrupted();
        sweep.new Cycle(segment).solve();
      } else {
        for (int from = segment.from(); from < segment.to(); from += STRIDE) {
          stopIfInterrupted();
          slots.compute(from, Math.min(segment.to(), from + STRIDE));
        }
      }
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the evaluation was interrupted");
    }
  }

  /** One cyclic segment being solved. */
  private final class Cycle {

    private final int from;
    private final int size;
    private final int[] readersFirst;
    private final int[] readers;
    private final boolean supportsItself;
    /** Gates that are to be computed again, by their distance from the first; wide ones, that have changed. */
    private final WorkList work;

    // Made when something stalls.
    private boolean[] doubted = new boolean[0];
    /** By gate, its place among those being condensed, plus one; zero for the others. */
    private int[] place = new int[0];

    Cycle(Circuit.Segment segment) {
      from = segment.from();
      size = segment.to() - from;
      readersFirst = segment.cycle().first();
      readers = segment.cycle().literals();
      supportsItself = segment.supportsItself();
      work = new WorkList(size);
    }

    void solve() {
      slots.open(from, from + size);
      for (int gate = from; gate < from + size; gate++) {
        if (slots.settle(gate)) {
          // Those after it read it as they are settled.
          tell(gate, gate + 1);
        }
      }
      spread();
      if (supportsItself) {
        ruleOut();
      }
      slots.close();
    }

    /** Makes impossible whatever is unfounded, part by part, and spreads what follows. */
    private void ruleOut() {
      Deque<int[]> parts = new ArrayDeque<>();
      parts.push(undecided());
      while (!parts.isEmpty()) {
        stopIfInterrupted();
        int[] part = undecided(parts.pop());
        if (part.length > 0 && rule(part)) {
          spread();
          condense(undecided(part), parts);
        }
      }
    }

    private boolean isWide(int gate) {
      return circuit.first()[gate + 1] - circuit.first()[gate] > WIDE;
    }

    private void spread() {
      while (!work.isEmpty()) {
        int gate = from + work.take();
        if (isWide(gate) || slots.settle(gate)) {
          tell(gate, from + size);
        }
      }
    }

    /** Has the readers of a changed gate that stand before another computed again. */
    private void tell(int changed, int end) {
      int past = readersFirst[changed - from + 1];
      for (int at = readersFirst[changed - from]; at < past && readers[at] >> 1 < end; at++) {
        int reader = readers[at] >> 1;
        if (!isWide(reader) || slots.update(reader, changed << 1 | (readers[at] & 1))) {
          work.add(reader - from);
        }
      }
    }

    /** Makes impossible what is unfounded in a part, which is ascending; tells whether anything was. */
    private boolean rule(int[] part) {
      if (doubted.length == 0) {
        doubted = new boolean[size];
      }
      for (int gate : part) {
        slots.doubt(gate);
        doubted[gate - from] = true;
      }
      for (int gate : part) {
        if (slots.found(gate)) {
          tellFounded(gate, gate + 1);
        }
      }
      while (!work.isEmpty()) {
        int gate = from + work.take();
        if (isWide(gate) || slots.found(gate)) {
          tellFounded(gate, from + size);
        }
      }
      boolean ruled = false;
      for (int gate : part) {
        doubted[gate - from] = false;
        if (slots.confine(gate)) {
          tell(gate, from + size);
          ruled = true;
        }
      }
      return ruled;
    }

    /** Has the doubted gates founded further that read a gate, which has been, positively, and stand before another. */
    private void tellFounded(int changed, int end) {
      int past = readersFirst[changed - from + 1];
      for (int at = readersFirst[changed - from]; at < past && readers[at] >> 1 < end; at++) {
        int reader = readers[at] >> 1;
        if ((readers[at] & 1) == 0
            && doubted[reader - from]
            && (!isWide(reader) || slots.foundFurther(reader, Circuit.literal(changed)))) {
          work.add(reader - from);
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
