package org.claimtrace.model;

import java.util.Arrays;
import java.util.List;

/**
 * A growing list of ids and their hash codes. Both are stored when an id is added, since loading each of millions of ids again
 * would cost more than what is then done with it. Mutable, for use by one thread.
 */
final class Ids {

  private String[] ids = new String[8];
  private int[] hashes = new int[8];
  private int count;

  void add(String id) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count + (count >> 1));
      hashes = Arrays.copyOf(hashes, ids.length);
    }
    ids[count] = id;
    hashes[count++] = id.hashCode();
  }

  void addAll(List<String> all) {
    for (int i = 0; i < all.size(); i++) {
      add(all.get(i));
    }
  }

  int count() {
    return count;
  }

  String id(int i) {
    return ids[i];
  }

  int hash(int i) {
    return hashes[i];
  }

  String[] toArray() {
    return Arrays.copyOf(ids, count);
  }
}
