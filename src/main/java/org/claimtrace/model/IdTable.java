package org.claimtrace.model;

import java.util.HashMap;
import java.util.Map;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the positions of ids in a list: a hash table with open addressing, at most half full. It takes twelve to twenty bytes
 * an id, where a map of entries would take fifty.
 *
 * <p>A slot holds a position and, in the bits that positions leave over, some of the id's hash code. These bits distinguish
 * nearly all ids that share a slot without loading the ids, which in a large graph would cost more than anything else here.
 *
 * <p>Ids may be chosen maliciously so that all have the same slot. No look-up goes through more than {@value #LONGEST_WALK}
 * slots: where that does not suffice, the ids are kept in a map instead, whose buckets are trees.
 */
final class IdTable {

  private static final int BLOCK = 512;

  private static final int IDS_BETWEEN_CHECKS = 4096;

  /** Ids that were not chosen maliciously need fewer, up to a hundred million of them. */
  private static final int LONGEST_WALK = 256;

  private final String[] ids;
  private final int[] slots;
  private final int positionMask;
  private final boolean unique;
  private final int longestWalk;
  private final @Nullable Map<String, Integer> crowded;

  /** Creates a table of all ids; of equal ones, the first is found. */
  IdTable(Ids all) {
    ids = all.toArray();
    slots = new int[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    positionMask = 2 * Integer.highestOneBit(Math.max(ids.length, 1)) - 1;
    int taken = 0;
    int longest = 1;
    for (int i = 0; i < ids.length && longest <= LONGEST_WALK; i++) {
      if (i % IDS_BETWEEN_CHECKS == 0) {
        Cancellation.check();
      }
      int hash = mixed(all.hash(i));
      int slot = hash & (slots.length - 1);
      int walk = 1;
      while (slots[slot] != 0 && !isAt(slot, hash, ids[i])) {
        slot = (slot + 1) & (slots.length - 1);
        walk++;
      }
      if (slots[slot] == 0) {
        slots[slot] = (hash & ~positionMask) | (i + 1);
        taken++;
      }
      longest = Math.max(longest, walk);
    }
    longestWalk = longest;
    crowded = longest <= LONGEST_WALK ? null : map(ids);
    unique = (crowded == null ? taken : crowded.size()) == ids.length;
  }

  private static Map<String, Integer> map(String[] ids) {
    Map<String, Integer> map = new HashMap<>(2 * ids.length);
    for (int i = 0; i < ids.length; i++) {
      map.putIfAbsent(ids[i], i);
    }
    return map;
  }

  /** Returns how many slots a look-up goes through at most; 0 where a map is used instead. */
  int longestWalk() {
    return crowded == null ? longestWalk : 0;
  }

  /** Returns whether no two ids are equal. */
  boolean isUnique() {
    return unique;
  }

  /** Returns the position of an id, or -1. */
  int find(String wanted) {
    if (crowded != null) {
      return crowded.getOrDefault(wanted, -1);
    }
    int hash = mixed(wanted.hashCode());
    int slot = hash & (slots.length - 1);
    for (int walk = 0; walk < longestWalk && slots[slot] != 0; walk++) {
      if (isAt(slot, hash, wanted)) {
        return (slots[slot] & positionMask) - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /** Returns whether all of some ids are in the table. */
  boolean containsAll(Ids wanted) {
    if (crowded != null) {
      for (int i = 0; i < wanted.count(); i++) {
        if (!crowded.containsKey(wanted.id(i))) {
          return false;
        }
      }
      return true;
    }
    int[] found = new int[BLOCK];
    String[] likely = new String[BLOCK];
    for (int from = 0; from < wanted.count(); from += BLOCK) {
      if (!containsAll(wanted, from, Math.min(BLOCK, wanted.count() - from), found, likely)) {
        return false;
      }
    }
    return true;
  }

  /** Works in stages, each a loop of independent reads, so that their waits for memory overlap. */
  private boolean containsAll(Ids wanted, int from, int count, int[] found, String[] likely) {
    for (int i = 0; i < count; i++) {
      int hash = mixed(wanted.hash(from + i));
      int slot = hash & (slots.length - 1);
      for (int walk = 1;
          walk < longestWalk && slots[slot] != 0 && ((slots[slot] ^ hash) & ~positionMask) != 0;
          walk++) {
        slot = (slot + 1) & (slots.length - 1);
      }
      found[i] = slots[slot] & positionMask;
    }
    for (int i = 0; i < count; i++) {
      likely[i] = found[i] == 0 ? "" : ids[found[i] - 1];
    }
    for (int i = 0; i < count; i++) {
      // Where nothing was found, nothing is equal, not even an empty id.
      found[i] = found[i] == 0 ? -1 : likely[i].length() - wanted.id(from + i).length();
    }
    for (int i = 0; i < count; i++) {
      String id = wanted.id(from + i);
      if ((found[i] != 0 || !likely[i].equals(id)) && find(id) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int mixed(int hashCode) {
    int hash = hashCode * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private boolean isAt(int slot, int hash, String wanted) {
    return ((slots[slot] ^ hash) & ~positionMask) == 0
        && ids[(slots[slot] & positionMask) - 1].equals(wanted);
  }
}
