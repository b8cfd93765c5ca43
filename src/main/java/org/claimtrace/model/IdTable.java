package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/**
 * Finds parts of a graph by id: a hash table of their positions in a list, open addressing, at most half full. It takes
 * eight to sixteen bytes a part, where a map of entries would take fifty.
 */
final class IdTable<T> {

  private final ImmutableList<T> parts;
  private final Function<T, String> id;
  private final int[] slots;

  /** Makes a table of all parts; of several with one id, the first is found. */
  IdTable(ImmutableList<T> parts, Function<T, String> id) {
    this.parts = parts;
    this.id = id;
    slots = new int[Integer.highestOneBit(Math.max(parts.size(), 1)) * 4];
    for (int i = 0; i < parts.size(); i++) {
      int slot = slot(id.apply(parts.get(i)));
      if (slots[slot] == 0) {
        slots[slot] = i + 1;
      }
    }
  }

  /** The position of the part with an id, or -1. */
  int find(String wanted) {
    return slots[slot(wanted)] - 1;
  }

  /** The slot where the id is, or would be put. */
  private int slot(String wanted) {
    int mask = slots.length - 1;
    int hash = wanted.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] != 0 && !id.apply(parts.get(slots[slot] - 1)).equals(wanted)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
