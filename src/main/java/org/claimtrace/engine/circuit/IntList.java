package org.claimtrace.engine.circuit;

import java.util.Arrays;

/** A growing list of ints, without boxing. */
public final class IntList {

  private static final int INSERTION_SORTED = 16;

  private int[] numbers;
  private int size;

  public IntList(int expected) {
    numbers = new int[Math.max(expected, 8)];
  }

  public void add(int number) {
    if (size == numbers.length) {
      numbers =
          Arrays.copyOf(numbers, Math.addExact(size, Math.min(size, Integer.MAX_VALUE - 8 - size)));
    }
    numbers[size++] = number;
  }

  public int get(int at) {
    return numbers[at];
  }

  public void set(int at, int number) {
    numbers[at] = number;
  }

  /** Sorts the numbers from a position to the end: a few by insertion, since a general sort takes longer to begin. */
  public void sortFrom(int at) {
    if (size - at > INSERTION_SORTED) {
      Arrays.sort(numbers, at, size);
      return;
    }
    for (int i = at + 1; i < size; i++) {
      int number = numbers[i];
      int to = i;
      for (; to > at && numbers[to - 1] > number; to--) {
        numbers[to] = numbers[to - 1];
      }
      numbers[to] = number;
    }
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  public int removeLast() {
    return numbers[--size];
  }

  public int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
