package org.claimtrace.evaluation;

/**
 * Finds the rank of an id among ids in ascending order, in constant time: open addressing, at most half full.
 *
 * <p>A slot holds an id's whole hash code beside its rank. An id that is known to be there, as all ids in a graph are, is
 * found by its hash code alone unless two ids share it, without waiting for the id that was found to come from memory.
 */
final class Ranks {

  private static final int SHARED = 1 << 31;

  private final String[] ids;
  /** The hash code in the upper half; in the lower, the rank plus one, negative where ids share the hash code. */
  private final long[] slots;

  /** Makes a table of distinct ids. */
  Ranks(String[] ids) {
    this.ids = ids;
    slots = new long[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    for (int rank = 0; rank < ids.length; rank++) {
      int hash = ids[rank].hashCode();
      int shared = 0;
      int slot = first(hash);
      while (slots[slot] != 0) {
        if (hash(slots[slot]) == hash) {
          shared = SHARED;
          slots[slot] |= SHARED & 0xFFFFFFFFL;
        }
        slot = next(slot);
      }
      slots[slot] = (long) hash << 32 | ((rank + 1 | shared) & 0xFFFFFFFFL);
    }
  }

  private int first(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  private static int hash(long slot) {
    return (int) (slot >>> 32);
  }

  private static int rank(long slot) {
    return ((int) slot & ~SHARED) - 1;
  }

  /** The rank of an id, or -1. */
  int find(String id) {
    int hash = id.hashCode();
    for (int slot = first(hash); slots[slot] != 0; slot = next(slot)) {
      if (hash(slots[slot]) == hash && ids[rank(slots[slot])].equals(id)) {
        return rank(slots[slot]);
      }
    }
    return -1;
  }

  /** The rank of an id that is one of those in the table. */
  int known(String id) {
    int hash = id.hashCode();
    int slot = first(hash);
    while (hash(slots[slot]) != hash
        || ((slots[slot] & SHARED) != 0 && !ids[rank(slots[slot])].equals(id))) {
      slot = next(slot);
    }
    return rank(slots[slot]);
  }

  String id(int rank) {
    return ids[rank];
  }

  int size() {
    return ids.length;
  }
}
