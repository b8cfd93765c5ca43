package org.claimtrace.engine.circuit;

/**
 * How an evaluation switches the gates of a circuit: off, on, or open to a coin.
 *
 * @param kinds the kind of every gate; shared, not to be written
 * @param open how many gates take an open coin
 */
public record GateStates(byte[] kinds, int open) {

  /** Returns the states with these kinds, which must not be written any more. Takes time linear in the gates. */
  public static GateStates of(byte[] kinds) {
    int open = 0;
    for (byte kind : kinds) {
      open += kind == Circuit.OPEN ? 1 : 0;
    }
    return new GateStates(kinds, open);
  }
}
