package org.claimtrace.engine.world;

import java.util.Arrays;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Interpretation;
import org.claimtrace.work.Cancellation;

/**
 * The set of the only world there is when no coin is open, or the empty set: a byte a gate. A sweep reads gates all over a
 * large graph, and bytes stay in the cache where rows of words would not.
 *
 * <p>Open coins are undefined, so that what comes out true or false is so however they fall.
 */
public final class WorldInterpretation implements Interpretation {

  // In this order: a conjunction is as true as the least true of its literals, a disjunction as the
  // most true; negation turns the order around.
  public static final byte FALSE = 0;
  public static final byte UNDEFINED = 1;
  public static final byte TRUE = 2;

  /** So few literals are looked at anew each time that one of them is decided. */
  private static final int FEW = 64;

  /** So many decided gates are told of between two looks at whether to go on. */
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
  /** How many gates others were told of. */
  private int told;

  /** Gates of which others have still to be told. */
  private final IntList changed = new IntList(64);
  /** Of gates that read much, the first literal that may not be as all before it; made when the first is told something. */
  private int[] watched = new int[0];

  // Made when something is to be founded.
  private boolean[] doubted = new boolean[0];
  private boolean[] founded = new boolean[0];
  /** The first positive literal of a doubted conjunction that may not be founded yet. */
  private int[] watchedFounding = new int[0];

  /**
   * Makes values for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off or on or open
   */
  public WorldInterpretation(Circuit circuit, byte[] kinds) {
    this.circuit = circuit;
    this.kinds = kinds;
    first = circuit.first();
    literals = circuit.literals();
    values = new byte[circuit.gates()];
  }

  /** What every gate is, or {@link CountingPropagator#DERIVED}. Shared: not to be written. */
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
        // Those after it were computed after it.
        tell(gate, gate);
      }
    }
    spread();
  }

  private void step() {
    if (++told % STRIDE == 0) {
      Cancellation.check();
    }
  }

  private void spread() {
    while (!changed.isEmpty()) {
      step();
      tell(changed.removeLast(), to);
    }
  }

  /** Computes again the readers of a decided gate that stand before another. */
  private void tell(int decided, int end) {
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
        } else if (kinds[reader] != Circuit.OPEN && isAll(reader, value)) {
          decide(reader, value);
        }
      }
    }
  }

  private void decide(int gate, int value) {
    values[gate] = (byte) value;
    changed.add(gate);
  }

  /** Whether all literals of an undecided gate have a value. */
  private boolean isAll(int gate, int value) {
    int at = first[gate];
    int past = first[gate + 1];
    if (past - at <= FEW) {
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
  public boolean rule(int[] gates) {
    if (doubted.length < to - from) {
      doubted = new boolean[to - from];
      founded = new boolean[to - from];
      watchedFounding = new int[to - from];
    }
    for (int gate : gates) {
      doubted[gate - from] = true;
      founded[gate - from] = values[gate] == TRUE;
      watchedFounding[gate - from] = first[gate];
    }
    for (int gate : gates) {
      if (!founded[gate - from] && isFoundedByNow(gate)) {
        found(gate);
      }
    }
    while (!changed.isEmpty()) {
      step();
      tellFounded(changed.removeLast());
    }
    boolean ruled = false;
    for (int gate : gates) {
      doubted[gate - from] = false;
      if (!founded[gate - from]) {
        decide(gate, FALSE);
        ruled = true;
      }
    }
    spread();
    return ruled;
  }

  private void found(int gate) {
    founded[gate - from] = true;
    changed.add(gate);
  }

  private void tellFounded(int gate) {
    int past = readersFirst[gate - from + 1];
    for (int at = readersFirst[gate - from]; at < past; at++) {
      int reader = readers[at] >> 1;
      boolean positive = (readers[at] & 1) == 0;
      if (positive
          && doubted[reader - from]
          && !founded[reader - from]
          && (!isConjunction(reader) || isFoundedByNow(reader))) {
        found(reader);
      }
    }
  }

  private boolean isFounded(int gate) {
    return (gate >= from && gate < to && doubted[gate - from])
        ? founded[gate - from]
        : values[gate] != FALSE;
  }

  private boolean isFoundedByNow(int gate) {
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
