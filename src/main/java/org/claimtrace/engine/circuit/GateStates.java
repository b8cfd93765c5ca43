package org.claimtrace.engine.circuit;

/**
 * How the gates of a circuit are switched.
 *
 * @param kinds the kind of every gate; shared, not to be written
 * @param open how many of them take an open coin
 */
public record GateStates(byte[] kinds, int open) {

  /** Counts the open coins of gates of some kinds, which are not to be written any more. */
  public static GateStates of(byte[] kinds) {
    int open = 0;
    for (byte kind : kinds) {
      open += kind == Circuit.OPEN ? 1 : 0;
    }
    return new GateStates(kinds, open);
  }
}
