package org.claimtrace.engine.compiled;

import java.util.Arrays;
import org.claimtrace.engine.circuit.IntList;

/**
 * Sorts ids as strings are compared, several characters at a time: ids with the same beginning are sorted again by what follows
 * it. The characters being compared are close in memory, where the ids of a large graph are not.
 */
final class IdOrder {

  private final String[] ids;
  private final int bits;
  private final int characters;
  private final Entry[] entries;

  /** An id being sorted: its position, and its next characters as an unsigned number. */
  private static final class Entry {
    final int position;
    long key;

    Entry(int position) {
      this.position = position;
    }
  }

  private IdOrder(String[] ids) {
    this.ids = ids;
    bits = areNarrow(ids) ? 8 : 16;
    characters = Long.SIZE / bits;
    entries = new Entry[ids.length];
    Arrays.setAll(entries, Entry::new);
  }

  /** Returns the positions of distinct ids, in ascending order of the ids. */
  static int[] of(String[] ids) {
    int[] positions = new int[ids.length];
    if (isSorted(ids)) {
      Arrays.setAll(positions, i -> i);
      return positions;
    }
    IdOrder order = new IdOrder(ids);
    order.sort();
    Arrays.setAll(positions, i -> order.entries[i].position);
    return positions;
  }

  private static boolean isSorted(String[] ids) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1].compareTo(ids[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean areNarrow(String[] ids) {
    for (String id : ids) {
      for (int i = 0; i < id.length(); i++) {
        if (id.charAt(i) > 0xFF) {
          return false;
        }
      }
    }
    return true;
  }

  private void sort() {
    // Runs of entries that are equal so far: from, to, and the number of characters compared.
    IntList runs = new IntList(8);
    push(runs, 0, entries.length, 0);
    while (!runs.isEmpty()) {
      int compared = runs.removeLast();
      int to = runs.removeLast();
      int from = runs.removeLast();
      for (int i = from; i < to; i++) {
        entries[i].key = key(ids[entries[i].position], compared);
      }
      Arrays.sort(entries, from, to, (left, right) -> Long.compareUnsigned(left.key, right.key));
      for (int begin = from; begin < to; ) {
        int end = begin + 1;
        while (end < to && entries[end].key == entries[begin].key) {
          end++;
        }
        if (end - begin > 1) {
          push(runs, begin, end, compared + characters);
        }
        begin = end;
      }
    }
  }

  private static void push(IntList runs, int from, int to, int compared) {
    runs.add(from);
    runs.add(to);
    runs.add(compared);
  }

  /**
   * The next characters of an id from a position; an id that ends comes before longer ones, since no id has the character 0.
   */
  private long key(String id, int from) {
    long key = 0;
    for (int i = from; i < from + characters; i++) {
      key = key << bits | (i < id.length() ? id.charAt(i) : 0);
    }
    return key;
  }
}
