package org.claimtrace.engine.circuit;

import java.util.Arrays;

/** A growing list of bytes, without boxing. */
public final class ByteList {

  private byte[] bytes;
  private int size;

  public ByteList(int expected) {
    bytes = new byte[Math.max(expected, 8)];
  }

  public void add(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(size, size));
    }
    bytes[size++] = value;
  }

  public byte get(int at) {
    return bytes[at];
  }

  public int size() {
    return size;
  }

  public byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
