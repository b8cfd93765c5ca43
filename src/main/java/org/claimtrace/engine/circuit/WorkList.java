package org.claimtrace.engine.circuit;

/**
 * The gates of a cyclic segment that are to be computed again, taken in the order in which they can be computed, round after
 * round: a gate is taken when what stands before it has come to rest, however many of the gates that it reads have changed.
 *
 * <p>A set of bits, and a bit for each word of them that is not empty, and so on: adding and taking look at as many words as
 * the segment's size has digits to the base of 64.
 */
final class WorkList {

  /** Level by level, from the gates up to a single word. */
  private final long[][] levels;

  /** Where the round is. */
  private int position;

  /** Makes an empty list for gates numbered from 0. */
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

  /** Adds a gate; once more is no more. */
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

  /** Takes the next gate of this round, or the first of the next one; the list must not be empty. */
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

  /** The first gate of the list that does not stand before one, or -1. */
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
