package org.claimtrace.engine.circuit;

import org.claimtrace.work.Cancellation;

/**
 * Propagates through an open cyclic segment what is certain, what is impossible, and what is founded. Gates are computed again
 * in rounds, in the order of their numbers, until nothing changes.
 */
public final class Propagation {

  /**
   * A gate with more literals is wide: it takes in each change of what it reads by itself, so that it is not computed whole for
   * each of many changes.
   */
  private static final int WIDE = 8;

  /** How many gates are computed between two checks for cancellation; each takes a few microseconds where rows are wide. */
  private static final int STRIDE = 1 << 10;

  private final int[] first;
  private final Steps gates;
  private final int from;
  private final int size;
  private final int[] readersFirst;
  private final int[] readers;
  /** Gates to be computed again, by their distance from the first; wide gates are in it because they have changed. */
  private final WorkList work;

  /** How many gates were computed. */
  private int computed;

  /** By the distance of a gate from the first, whether its foundedness is being computed; allocated when it is first needed. */
  private boolean[] inQuestion = new boolean[0];

  private long steps;

  /** The operations of a representation on one gate of the open segment. */
  public interface Steps {

    /** Computes a gate from all that it reads; returns whether it became certain or impossible in any world. */
    boolean settle(int gate);

    /**
     * Computes a gate again after one gate that it reads has changed, and no other has since the gate was last computed.
     *
     * @param changed the literal that reads the changed gate
     * @return whether the gate became certain or impossible in any world
     */
    boolean update(int gate, int changed);

    /** Begins to compute where a gate is founded: at first only where it is certain. */
    void beginFoundedness(int gate);

    /** Adds the worlds in which a gate is founded by what it reads; returns whether there are new ones. */
    boolean addFounded(int gate);

    /**
     * Adds to the founded worlds of a gate after those of one gate that it reads positively, by the literal {@code changed},
     * have grown.
     */
    boolean extendFounded(int gate, int changed);

    /**
     * Ends the computation for a gate and makes it impossible where it is not founded; returns whether that changed anything.
     */
    boolean retainFounded(int gate);
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

  /** Computes all gates of the segment and propagates until nothing changes. */
  public void settle() {
    for (int gate = from; gate < from + size; gate++) {
      step();
      if (settle(gate)) {
        // Readers after it have not been computed yet.
        queueReaders(gate, gate + 1);
      }
    }
    propagate();
  }

  /** Returns how many literals have been read; a change taken in by a wide gate counts as {@code WIDE / 2}. */
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

  private boolean addFounded(int gate) {
    steps += first[gate + 1] - first[gate] + 1;
    return gates.addFounded(gate);
  }

  private boolean extendFounded(int gate, int changed) {
    steps += WIDE / 2;
    return gates.extendFounded(gate, changed);
  }

  private boolean isWide(int gate) {
    return first[gate + 1] - first[gate] > WIDE;
  }

  /** Counts one gate computed, and checks for cancellation now and then. */
  private void step() {
    if (++computed % STRIDE == 0) {
      Cancellation.check();
    }
  }

  private void propagate() {
    while (!work.isEmpty()) {
      step();
      int gate = from + work.take();
      if (isWide(gate) || settle(gate)) {
        queueReaders(gate, from + size);
      }
    }
  }

  /** Queues the readers of {@code changed} that come before {@code end}. */
  private void queueReaders(int changed, int end) {
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
   * Makes the given gates of the segment, which are ascending, impossible where they are unfounded, and propagates what
   * follows; returns whether any was.
   */
  public boolean falsifyUnfounded(int[] part) {
    if (inQuestion.length == 0) {
      inQuestion = new boolean[size];
    }
    for (int gate : part) {
      gates.beginFoundedness(gate);
      inQuestion[gate - from] = true;
    }
    for (int gate : part) {
      step();
      if (addFounded(gate)) {
        queueFoundedReaders(gate, gate + 1);
      }
    }
    while (!work.isEmpty()) {
      step();
      int gate = from + work.take();
      if (isWide(gate) || addFounded(gate)) {
        queueFoundedReaders(gate, from + size);
      }
    }
    boolean anyUnfounded = false;
    for (int gate : part) {
      inQuestion[gate - from] = false;
      if (gates.retainFounded(gate)) {
        queueReaders(gate, from + size);
        anyUnfounded = true;
      }
    }
    propagate();
    return anyUnfounded;
  }

  /** Queues the readers below {@code end} that read {@code changed} positively and whose foundedness is being computed. */
  private void queueFoundedReaders(int changed, int end) {
    int past = readersFirst[changed - from + 1];
    for (int at = readersFirst[changed - from]; at < past && readers[at] >> 1 < end; at++) {
      int reader = readers[at] >> 1;
      step();
      if ((readers[at] & 1) == 0
          && inQuestion[reader - from]
          && (!isWide(reader) || extendFounded(reader, Circuit.literal(changed)))) {
        work.add(reader - from);
      }
    }
  }
}
