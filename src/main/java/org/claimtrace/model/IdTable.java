package org.claimtrace.model;

/**
 * Finds the positions of ids in a list: a hash table, open addressing, at most half full. It takes twelve to twenty bytes an
 * id, where a map of entries would take fifty.
 *
 * <p>A slot holds a position and, in the bits that positions leave over, some of the id's hash code. Of the ids that share a
 * slot nearly all are told apart without looking at them, which in a large graph would cost more than anything else here.
 */
final class IdTable {

  private static final int BLOCK = 512;

  private final String[] ids;
  private final int[] slots;
  private final int positionMask;
  private final boolean unique;

  /** Makes a table of all ids; of equal ones, the first is found. */
  IdTable(Ids all) {
    ids = all.toArray();
    slots = new int[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    positionMask = 2 * Integer.highestOneBit(Math.max(ids.length, 1)) - 1;
    int taken = 0;
    for (int i = 0; i < ids.length; i++) {
      int hash = spread(all.hash(i));
      int slot = slot(hash, ids[i]);
      if (slots[slot] == 0) {
        slots[slot] = (hash & ~positionMask) | (i + 1);
        taken++;
      }
    }
    unique = taken == ids.length;
  }

  /** Whether no two ids are equal. */
  boolean isUnique() {
    return unique;
  }

  /** The position of an id, or -1. */
  int find(String wanted) {
    return (slots[slot(spread(wanted.hashCode()), wanted)] & positionMask) - 1;
  }

  /** Whether all of some ids are there. */
  boolean containsAll(Ids wanted) {
    int[] found = new int[BLOCK];
    String[] likely = new String[BLOCK];
    for (int from = 0; from < wanted.count(); from += BLOCK) {
      if (!containsAll(wanted, from, Math.min(BLOCK, wanted.count() - from), found, likely)) {
        return false;
      }
    }
    return true;
  }

  /** Goes in stages, each a loop whose reads do not wait for one another: every one is a wait for memory, and so they overlap. */
  private boolean containsAll(Ids wanted, int from, int count, int[] found, String[] likely) {
    for (int i = 0; i < count; i++) {
      int hash = spread(wanted.hash(from + i));
      int slot = hash & (slots.length - 1);
      while (slots[slot] != 0 && ((slots[slot] ^ hash) & ~positionMask) != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      found[i] = slots[slot] & positionMask;
    }
    for (int i = 0; i < count; i++) {
      likely[i] = found[i] == 0 ? "" : ids[found[i] - 1];
    }
    for (int i = 0; i < count; i++) {
      found[i] = likely[i].length() - wanted.id(from + i).length();
    }
    for (int i = 0; i < count; i++) {
      String id = wanted.id(from + i);
      if ((found[i] != 0 || !likely[i].equals(id)) && find(id) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int spread(int hashCode) {
    int hash = hashCode * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** The slot where the id is, or would be put. */
  private int slot(int hash, String wanted) {
    int slot = hash & (slots.length - 1);
    while (true) {
      int found = slots[slot];
      if (found == 0
          || (((found ^ hash) & ~positionMask) == 0
              && ids[(found & positionMask) - 1].equals(wanted))) {
        return slot;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
