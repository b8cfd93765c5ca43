package org.claimtrace.evaluation;

/**
 * How the gates of a circuit are switched.
 *
 * @param kinds the kind of every gate; shared, not to be written
 * @param open how many of them take an open coin
 */
record Switches(byte[] kinds, int open) {

  /** Counts the open coins of gates of some kinds, which are not to be written any more. */
  static Switches of(byte[] kinds) {
    int open = 0;
    for (byte kind : kinds) {
      open += kind == Circuit.OPEN ? 1 : 0;
    }
    return new Switches(kinds, open);
  }
}
