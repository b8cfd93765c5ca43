package org.claimtrace.engine.circuit;

/**
 * The gates of a cyclic segment that are to be computed again, taken in rounds of ascending order: when a gate is taken, all
 * queued gates before it have been taken in this round, however many of the gates that it reads have changed.
 *
 * <p>The list is a hierarchical bit set: a bit for each gate, a bit for each word of these that is not empty, and so on. Adding
 * and taking look at one word of each level, whose number is logarithmic in the segment's size, to the base of 64.
 */
final class WorkList {

  /** The levels of words, from the gates up to a single word. */
  private final long[][] levels;

  /** The gate after the last one taken. */
  private int position;

  /** Creates an empty list for gates numbered from 0 to {@code size - 1}. */
  WorkList(int size) {
    int depth = 1;
    for (int words = words(size); words > 1; words = words(words)) {
      depth++;
    }
    levels = new long[depth][];
    int bits = size;
    for (int level = 0; level < depth; level++) {
      levels[level] = new long[words(bits)];
      bits = words(bits);
    }
  }

  private static int words(int bits) {
    return Math.max(1, (bits + 63) >>> 6);
  }

  boolean isEmpty() {
    return levels[levels.length - 1][0] == 0;
  }

  /** Adds a gate; does nothing if it is in the list. */
  void add(int gate) {
    int at = gate;
    for (long[] level : levels) {
      long word = level[at >> 6];
      level[at >> 6] = word | 1L << at;
      if (word != 0) {
        return;
      }
      at >>= 6;
    }
  }

  /** Removes and returns the next gate of this round, or the first of the next round. The list must not be empty. */
  int take() {
    int gate = next(position);
    if (gate < 0) {
      gate = next(0);
    }
    remove(gate);
    position = gate + 1;
    return gate;
  }

  private void remove(int gate) {
    int at = gate;
    for (long[] level : levels) {
      level[at >> 6] &= ~(1L << at);
      if (level[at >> 6] != 0) {
        return;
      }
      at >>= 6;
    }
  }

  /** The first gate in the list at or after {@code from}, or -1. */
  private int next(int from) {
    int at = from;
    for (int level = 0; level < levels.length; level++) {
      int word = at >> 6;
      if (word >= levels[level].length) {
        return -1;
      }
      long rest = levels[level][word] & -1L << at;
      if (rest != 0) {
        return lowest(level, (word << 6) + Long.numberOfTrailingZeros(rest));
      }
      at = word + 1;
    }
    return -1;
  }

  /** The first gate below a bit of a level. */
  private int lowest(int level, int bit) {
    int at = bit;
    for (int below = level - 1; below >= 0; below--) {
      at = (at << 6) + Long.numberOfTrailingZeros(levels[below][at]);
    }
    return at;
  }
}
