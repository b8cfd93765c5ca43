package org.claimtrace.evaluation;

/** Finds the rank of an id among ids in ascending order, in constant time: open addressing, at most half full. */
final class Ranks {

  private final String[] ids;
  private final int[] slots;

  /** Makes a table of distinct ids. */
  Ranks(String[] ids) {
    this.ids = ids;
    slots = new int[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    int mask = slots.length - 1;
    for (int rank = 0; rank < ids.length; rank++) {
      int slot = mixed(ids[rank]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = rank + 1;
    }
  }

  private static int mixed(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** The rank of an id, or -1. */
  int find(String id) {
    int mask = slots.length - 1;
    int slot = mixed(id) & mask;
    while (slots[slot] != 0) {
      if (ids[slots[slot] - 1].equals(id)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  String id(int rank) {
    return ids[rank];
  }

  int size() {
    return ids.length;
  }
}
