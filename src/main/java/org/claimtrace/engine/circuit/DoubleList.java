package org.claimtrace.engine.circuit;

import java.util.Arrays;

/** A growing list of doubles, without boxing. */
public final class DoubleList {

  private double[] numbers;
  private int size;

  public DoubleList(int expected) {
    numbers = new double[Math.max(expected, 8)];
  }

  public void add(double value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.addExact(size, size));
    }
    numbers[size++] = value;
  }

  double get(int at) {
    return numbers[at];
  }

  int size() {
    return size;
  }

  public double[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
