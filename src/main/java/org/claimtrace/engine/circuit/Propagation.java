package org.claimtrace.engine.circuit;

import org.claimtrace.work.Cancellation;

/**
 * Spreads through an open cyclic segment what is certainly true and certainly false, and what is founded, step by step: gates
 * are computed again round after round in their order, each when what stands before it has come to rest.
 */
public final class Propagation {

  /**
   * A gate with more literals takes in every change of what it reads by itself, so that it is not computed whole for each of
   * many.
   */
  private static final int WIDE = 8;

  /** So many gates are computed between two looks at whether to go on: at a few microseconds each where rows are wide. */
  private static final int STRIDE = 1 << 10;

  private final int[] first;
  private final Steps gates;
  private final int from;
  private final int size;
  private final int[] readersFirst;
  private final int[] readers;
  /** Gates that are to be computed again, by their distance from the first; wide ones, that have changed. */
  private final WorkList work;

  /** How many gates were computed. */
  private int computed;

  /** Made when something is to be founded. */
  private boolean[] doubted = new boolean[0];

  private long steps;

  /** What is done to one gate of the open segment. */
  public interface Steps {

    /** Computes a gate from all that it reads; tells whether anything became certain or impossible. */
    public boolean settle(int gate);

    /**
     * Computes a gate again after one gate that it reads has changed, and none of the others since it was last computed.
     *
     * @param changed the literal that reads the changed gate
     * @return whether anything became certain or impossible
     */
    boolean update(int gate, int changed);

    /** Takes a gate into the set that is to be founded anew: what is certain is founded, nothing else is yet. */
    void doubt(int gate);

    /** Founds a doubted gate on all that it reads; tells whether more is founded now. */
    boolean found(int gate);

    /** Founds a doubted gate further after one that it reads, positively, has been founded further; tells whether it was. */
    boolean foundFurther(int gate, int changed);

    /** Makes what was not founded impossible, and doubts the gate no more; tells whether anything became impossible. */
    boolean confine(int gate);
  }

  public Propagation(Circuit circuit, Circuit.Segment segment, Steps steps) {
    first = circuit.first();
    gates = steps;
    from = segment.from();
    size = segment.to() - from;
    readersFirst = segment.cycle().first();
    readers = segment.cycle().literals();
    work = new WorkList(size);
  }

  /** Spreads what the gates of the segment read from elsewhere, until nothing changes. */
  public void settle() {
    for (int gate = from; gate < from + size; gate++) {
      step();
      if (settle(gate)) {
        // Those after it read it as they are settled.
        tell(gate, gate + 1);
      }
    }
    spread();
  }

  /** How many literals have been read; a change that a wide gate takes in counts as some. */
  public long steps() {
    return steps;
  }

  private boolean settle(int gate) {
    steps += first[gate + 1] - first[gate] + 1;
    return gates.settle(gate);
  }

  private boolean update(int gate, int changed) {
    steps += WIDE / 2;
    return gates.update(gate, changed);
  }

  private boolean found(int gate) {
    steps += first[gate + 1] - first[gate] + 1;
    return gates.found(gate);
  }

  private boolean foundFurther(int gate, int changed) {
    steps += WIDE / 2;
    return gates.foundFurther(gate, changed);
  }

  private boolean isWide(int gate) {
    return first[gate + 1] - first[gate] > WIDE;
  }

  /** Counts one gate computed; looks now and then at whether to go on. */
  private void step() {
    if (++computed % STRIDE == 0) {
      Cancellation.check();
    }
  }

  private void spread() {
    while (!work.isEmpty()) {
      step();
      int gate = from + work.take();
      if (isWide(gate) || settle(gate)) {
        tell(gate, from + size);
      }
    }
  }

  /** Has the readers of a changed gate that stand before another computed again. */
  private void tell(int changed, int end) {
    int past = readersFirst[changed - from + 1];
    for (int at = readersFirst[changed - from]; at < past && readers[at] >> 1 < end; at++) {
      int reader = readers[at] >> 1;
      step();
      if (!isWide(reader) || update(reader, changed << 1 | (readers[at] & 1))) {
        work.add(reader - from);
      }
    }
  }

  /**
   * Makes impossible what is unfounded among some gates of the segment, which are ascending, and spreads what follows; tells
   * whether anything was.
   */
  public boolean rule(int[] part) {
    if (doubted.length == 0) {
      doubted = new boolean[size];
    }
    for (int gate : part) {
      gates.doubt(gate);
      doubted[gate - from] = true;
    }
    for (int gate : part) {
      step();
      if (found(gate)) {
        tellFounded(gate, gate + 1);
      }
    }
    while (!work.isEmpty()) {
      step();
      int gate = from + work.take();
      if (isWide(gate) || found(gate)) {
        tellFounded(gate, from + size);
      }
    }
    boolean ruled = false;
    for (int gate : part) {
      doubted[gate - from] = false;
      if (gates.confine(gate)) {
        tell(gate, from + size);
        ruled = true;
      }
    }
    spread();
    return ruled;
  }

  /** Has the doubted gates founded further that read a gate, which has been, positively, and stand before another. */
  private void tellFounded(int changed, int end) {
    int past = readersFirst[changed - from + 1];
    for (int at = readersFirst[changed - from]; at < past && readers[at] >> 1 < end; at++) {
      int reader = readers[at] >> 1;
      step();
      if ((readers[at] & 1) == 0
          && doubted[reader - from]
          && (!isWide(reader) || foundFurther(reader, Circuit.literal(changed)))) {
        work.add(reader - from);
      }
    }
  }
}
