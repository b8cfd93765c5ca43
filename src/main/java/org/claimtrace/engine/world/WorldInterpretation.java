package org.claimtrace.engine.world;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Interpretation;
import org.claimtrace.work.Cancellation;

/**
 * Interprets a circuit in a single world, with one byte for each gate. A sweep over a large graph reads gates all over it;
 * bytes stay in the cache where rows of words would not.
 *
 * <p>Open coins are undefined, so a gate that comes out true or false does so in every world.
 */
public final class WorldInterpretation implements Interpretation {

  // The order matters: a conjunction is the minimum of its literals, a disjunction the maximum,
  // and negation is TRUE minus the value.
  public static final byte FALSE = 0;
  public static final byte UNDEFINED = 1;
  public static final byte TRUE = 2;

  /** Up to this many literals are read anew each time that one of them is decided. */
  private static final int READ_ANEW = 64;

  /** How many decided gates are propagated between two checks for cancellation. */
  private static final int STRIDE = 1 << 14;

  private final Circuit circuit;
  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final byte[] values;

  // The open cyclic segment, by the distance from its first gate.
  private int from;
  private int to;
  private int[] readersFirst = new int[0];
  private int[] readers = new int[0];
  /** How many gates have been propagated. */
  private int propagated;

  /** Decided gates whose readers have not been notified yet. */
  private final IntList changed = new IntList(64);
  /** For a gate with many literals, the first that may differ from those before it; allocated when it is first needed. */
  private int[] watched = new int[0];

  // Allocated when foundedness is first computed.
  private boolean[] inQuestion = new boolean[0];
  private boolean[] founded = new boolean[0];
  /** By conjunction whose foundedness is being computed, the first positive literal that may not be founded yet. */
  private int[] watchedFounding = new int[0];

  /**
   * Creates values for the gates of a circuit, all unset.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off, on or open
   */
  public WorldInterpretation(Circuit circuit, byte[] kinds) {
    this.circuit = circuit;
    this.kinds = kinds;
    first = circuit.first();
    literals = circuit.literals();
    values = new byte[circuit.gates()];
  }

  /** Returns the value of every gate, or {@link CountingPropagator#DERIVED}. Shared: not to be written. */
  public byte[] values() {
    return values;
  }

  @Override
  public void compute(int begin, int end) {
    int at = first[begin];
    for (int gate = begin; gate < end; gate++) {
      int past = first[gate + 1];
      int value;
      switch (kinds[gate]) {
        case Circuit.AND -> {
          value = TRUE;
          for (; at < past; at++) {
            value = Math.min(value, literal(literals[at]));
          }
        }
        case Circuit.OR -> {
          value = FALSE;
          for (; at < past; at++) {
            value = Math.max(value, values[literals[at] >> 1]);
          }
        }
        case Circuit.OPEN -> {
          value = UNDEFINED;
          for (; at < past; at++) {
            value = Math.min(value, literal(literals[at]));
          }
        }
        default -> value = constant(gate);
      }
      at = past;
      values[gate] = (byte) value;
    }
  }

  private int literal(int literal) {
    int read = values[literal >> 1];
    return (literal & 1) == 0 ? read : TRUE - read;
  }

  private byte constant(int gate) {
    return switch (kinds[gate]) {
      case Circuit.ON -> TRUE;
      case Circuit.OFF -> FALSE;
      default -> throw new IllegalStateException("gate " + gate + " is of kind " + kinds[gate]);
    };
  }

  @Override
  public void open(Circuit.Segment segment) {
    if (!segment.supportsItself() && circuit.isUnswitched(segment, kinds)) {
      CountingPropagators.of(circuit).of(segment).run(circuit, values);
      return;
    }
    from = segment.from();
    to = segment.to();
    readersFirst = segment.cycle().first();
    readers = segment.cycle().literals();
    watched = new int[0];
    Arrays.fill(values, from, to, UNDEFINED);
    compute(from, to);
    for (int gate : segment.readBefore()) {
      if (values[gate] != UNDEFINED) {
        // Readers after it were computed after it.
        notifyReaders(gate, gate);
      }
    }
    propagate();
  }

  private void step() {
    if (++propagated % STRIDE == 0) {
      Cancellation.check();
    }
  }

  private void propagate() {
    while (!changed.isEmpty()) {
      step();
      notifyReaders(changed.removeLast(), to);
    }
  }

  /** Decides, where possible, the undecided readers of {@code decided} that come before {@code end}. */
  private void notifyReaders(int decided, int end) {
    int past = readersFirst[decided - from + 1];
    for (int at = readersFirst[decided - from]; at < past; at++) {
      int reader = readers[at] >> 1;
      if (reader >= end) {
        return;
      }
      if (values[reader] == UNDEFINED) {
        int value = literal(decided << 1 | (readers[at] & 1));
        if (kinds[reader] == Circuit.OR ? value == TRUE : value == FALSE) {
          decide(reader, value);
        } else if (kinds[reader] != Circuit.OPEN && haveAll(reader, value)) {
          decide(reader, value);
        }
      }
    }
  }

  private void decide(int gate, int value) {
    values[gate] = (byte) value;
    changed.add(gate);
  }

  /** Whether all literals of an undecided gate have the given value. */
  private boolean haveAll(int gate, int value) {
    int at = first[gate];
    int past = first[gate + 1];
    if (past - at <= READ_ANEW) {
      while (at < past && literal(literals[at]) == value) {
        at++;
      }
      return at == past;
    }
    if (watched.length == 0) {
      watched = Arrays.copyOfRange(first, from, to);
    }
    at = watched[gate - from];
    while (at < past && literal(literals[at]) == value) {
      at++;
    }
    watched[gate - from] = at;
    return at == past;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  @Override
  public boolean isUndecided(int gate) {
    return values[gate] == UNDEFINED;
  }

  @Override
  public boolean falsifyUnfounded(int[] gates) {
    if (inQuestion.length < to - from) {
      inQuestion = new boolean[to - from];
      founded = new boolean[to - from];
      watchedFounding = new int[to - from];
    }
    for (int gate : gates) {
      inQuestion[gate - from] = true;
      founded[gate - from] = values[gate] == TRUE;
      watchedFounding[gate - from] = first[gate];
    }
    for (int gate : gates) {
      if (!founded[gate - from] && isNowFounded(gate)) {
        setFounded(gate);
      }
    }
    while (!changed.isEmpty()) {
      step();
      notifyFoundedReaders(changed.removeLast());
    }
    boolean anyUnfounded = false;
    for (int gate : gates) {
      inQuestion[gate - from] = false;
      if (!founded[gate - from]) {
        decide(gate, FALSE);
        anyUnfounded = true;
      }
    }
    propagate();
    return anyUnfounded;
  }

  private void setFounded(int gate) {
    founded[gate - from] = true;
    changed.add(gate);
  }

  private void notifyFoundedReaders(int gate) {
    int past = readersFirst[gate - from + 1];
    for (int at = readersFirst[gate - from]; at < past; at++) {
      int reader = readers[at] >> 1;
      boolean positive = (readers[at] & 1) == 0;
      if (positive
          && inQuestion[reader - from]
          && !founded[reader - from]
          && (!isConjunction(reader) || isNowFounded(reader))) {
        setFounded(reader);
      }
    }
  }

  private boolean isFounded(int gate) {
    return (gate >= from && gate < to && inQuestion[gate - from])
        ? founded[gate - from]
        : values[gate] != FALSE;
  }

  private boolean isNowFounded(int gate) {
    int past = first[gate + 1];
    if (isConjunction(gate)) {
      // What a possible conjunction reads negated is possible already.
      int at = watchedFounding[gate - from];
      while (at < past && ((literals[at] & 1) != 0 || isFounded(literals[at] >> 1))) {
        at++;
      }
      watchedFounding[gate - from] = at;
      return at == past;
    }
    for (int at = first[gate]; at < past; at++) {
      if (isFounded(literals[at] >> 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    from = 0;
    to = 0;
  }
}
