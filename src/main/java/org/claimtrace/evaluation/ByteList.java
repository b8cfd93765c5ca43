package org.claimtrace.evaluation;

import java.util.Arrays;

/** A growing list of bytes. */
final class ByteList {

  private byte[] bytes;
  private int size;

  ByteList(int expected) {
    bytes = new byte[Math.max(expected, 8)];
  }

  void add(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(size, size));
    }
    bytes[size++] = value;
  }

  byte get(int at) {
    return bytes[at];
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
