package org.claimtrace.engine.compiled;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of distinct ids that finds the rank of an id in constant time, by open addressing, at most half full.
 *
 * <p>A slot holds an id's whole hash code beside its rank. An id that is known to be in the table, as all ids inside a graph
 * are, is found by its hash code alone unless two ids share it, without loading the string from memory.
 *
 * <p>Ids may be chosen maliciously so that all have the same slot. No look-up goes through more than {@value #LONGEST_WALK}
 * slots: where that does not suffice, the ids are kept in a map instead, whose buckets are trees.
 */
public final class Ranks {

  private static final int SHARED = 1 << 31;

  /** Ids that were not chosen maliciously need fewer, up to a hundred million of them. */
  private static final int LONGEST_WALK = 256;

  private final String[] ids;
  /** The hash code in the upper half; in the lower, the rank plus one, negative where ids share the hash code. */
  private final long[] slots;

  private final int longestWalk;
  private final @Nullable Map<String, Integer> crowded;

  /** Creates a table of distinct ids; the rank of an id is its index. */
  Ranks(String[] ids) {
    this.ids = ids;
    slots = new long[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    int longest = 1;
    for (int rank = 0; rank < ids.length && longest <= LONGEST_WALK; rank++) {
      int hash = ids[rank].hashCode();
      int shared = 0;
      int slot = first(hash);
      int walk = 1;
      while (slots[slot] != 0) {
        if (hash(slots[slot]) == hash) {
          shared = SHARED;
          slots[slot] |= SHARED & 0xFFFFFFFFL;
        }
        slot = next(slot);
        walk++;
      }
      slots[slot] = (long) hash << 32 | ((rank + 1 | shared) & 0xFFFFFFFFL);
      longest = Math.max(longest, walk);
    }
    longestWalk = longest;
    crowded = longest <= LONGEST_WALK ? null : map(ids);
  }

  private static Map<String, Integer> map(String[] ids) {
    Map<String, Integer> map = new HashMap<>(2 * ids.length);
    for (int rank = 0; rank < ids.length; rank++) {
      map.put(ids[rank], rank);
    }
    return map;
  }

  /** Returns how many slots a look-up goes through at most; 0 where a map is used instead. */
  int longestWalk() {
    return crowded == null ? longestWalk : 0;
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

  /** Returns the rank of an id, or -1 if it is not in the table. */
  public int find(String id) {
    if (crowded != null) {
      return crowded.getOrDefault(id, -1);
    }
    int hash = id.hashCode();
    int slot = first(hash);
    for (int walk = 0; walk < longestWalk && slots[slot] != 0; walk++) {
      if (hash(slots[slot]) == hash && ids[rank(slots[slot])].equals(id)) {
        return rank(slots[slot]);
      }
      slot = next(slot);
    }
    return -1;
  }

  /** Returns the rank of an id that is in the table; the result for any other is undefined. */
  int known(String id) {
    if (crowded != null) {
      return find(id);
    }
    int hash = id.hashCode();
    int slot = first(hash);
    while (hash(slots[slot]) != hash
        || ((slots[slot] & SHARED) != 0 && !ids[rank(slots[slot])].equals(id))) {
      slot = next(slot);
    }
    return rank(slots[slot]);
  }

  public String id(int rank) {
    return ids[rank];
  }

  public int size() {
    return ids.length;
  }
}
