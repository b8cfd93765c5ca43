package org.claimtrace.evaluation;

import java.util.Arrays;

/**
 * The set of the only world there is when no coin is open, or the empty set: a byte a gate. A sweep reads gates all over a
 * large graph, and bytes stay in the cache where rows of words would not.
 *
 * <p>Open coins are undefined, so that what comes out true or false is so however they fall.
 */
final class WorldSlots implements Slots {

  // In this order: a conjunction is as true as the least true of its literals, a disjunction as the
  // most true; negation turns the order around.
  static final byte FALSE = 0;
  static final byte UNDEFINED = 1;
  static final byte TRUE = 2;

  private final byte[] kinds;
  private final int[] first;
  private final int[] literals;
  private final byte[] values;

  // The open cyclic segment, by the distance from its first gate.
  private int from;
  private int to;
  /** The first literal that does not settle its gate's value yet. */
  private int[] watched = new int[0];

  private boolean[] doubted = new boolean[0];
  private boolean[] founded = new boolean[0];
  /** The first positive literal of a doubted conjunction that is not founded yet. */
  private int[] watchedFounding = new int[0];

  /**
   * Makes values for the gates of a circuit.
   *
   * @param circuit the gates
   * @param kinds their kinds, some switched off or on or open
   */
  WorldSlots(Circuit circuit, byte[] kinds) {
    this.kinds = kinds;
    first = circuit.first();
    literals = circuit.literals();
    values = new byte[circuit.gates()];
  }

  /** What every gate is. Shared: not to be written. */
  byte[] values() {
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
  public void open(int begin, int end) {
    from = begin;
    to = end;
    watched = Arrays.copyOfRange(first, begin, end);
    doubted = new boolean[end - begin];
    founded = new boolean[end - begin];
    watchedFounding = new int[end - begin];
    for (int gate = begin; gate < end; gate++) {
      values[gate] = isConstant(gate) ? constant(gate) : UNDEFINED;
    }
  }

  private boolean isConstant(int gate) {
    return kinds[gate] == Circuit.OFF || kinds[gate] == Circuit.ON;
  }

  private boolean isConjunction(int gate) {
    return kinds[gate] != Circuit.OR;
  }

  @Override
  public boolean settle(int gate) {
    if (values[gate] != UNDEFINED) {
      return false;
    }
    int value = switch (kinds[gate]) {
      case Circuit.AND -> TRUE;
      case Circuit.OPEN -> UNDEFINED;
      default -> FALSE;
    };
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      value = isConjunction(gate)
          ? Math.min(value, literal(literals[at]))
          : Math.max(value, literal(literals[at]));
    }
    return decide(gate, value);
  }

  private boolean decide(int gate, int value) {
    values[gate] = (byte) value;
    return value != UNDEFINED;
  }

  @Override
  public boolean update(int gate, int changed) {
    if (values[gate] != UNDEFINED) {
      return false;
    }
    int decisive = isConjunction(gate) ? FALSE : TRUE;
    int value = literal(changed);
    if (value == decisive) {
      return decide(gate, decisive);
    }
    int end = first[gate + 1];
    int at = watched[gate - from];
    while (at < end && literal(literals[at]) == TRUE - decisive) {
      at++;
    }
    watched[gate - from] = at;
    return at == end && kinds[gate] != Circuit.OPEN && decide(gate, TRUE - decisive);
  }

  @Override
  public boolean isUndecided(int gate) {
    return values[gate] == UNDEFINED;
  }

  @Override
  public void doubt(int gate) {
    doubted[gate - from] = true;
    founded[gate - from] = values[gate] == TRUE;
    watchedFounding[gate - from] = first[gate];
  }

  private boolean isFounded(int gate) {
    return (gate >= from && gate < to && doubted[gate - from])
        ? founded[gate - from]
        : values[gate] != FALSE;
  }

  @Override
  public boolean found(int gate) {
    if (founded[gate - from]) {
      return false;
    }
    return isConjunction(gate) ? foundConjunction(gate) : foundDisjunction(gate);
  }

  /** What a possible conjunction reads negated is possible already. */
  private boolean foundConjunction(int gate) {
    int end = first[gate + 1];
    int at = watchedFounding[gate - from];
    while (at < end && ((literals[at] & 1) != 0 || isFounded(literals[at] >> 1))) {
      at++;
    }
    watchedFounding[gate - from] = at;
    founded[gate - from] = at == end;
    return at == end;
  }

  private boolean foundDisjunction(int gate) {
    for (int at = first[gate]; at < first[gate + 1]; at++) {
      if (isFounded(literals[at] >> 1)) {
        founded[gate - from] = true;
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean foundFurther(int gate, int changed) {
    if (founded[gate - from]) {
      return false;
    }
    if (isConjunction(gate)) {
      return foundConjunction(gate);
    }
    founded[gate - from] = true;
    return true;
  }

  @Override
  public boolean confine(int gate) {
    doubted[gate - from] = false;
    return !founded[gate - from] && decide(gate, FALSE);
  }

  @Override
  public void close() {
    from = 0;
    to = 0;
  }
}
