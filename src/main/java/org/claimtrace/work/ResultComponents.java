package org.claimtrace.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a result by name: what a record would have for its equality, its hash code and its text. Results are classes, not
 * records, so that one can get a component more without another constructor or pattern that others have written.
 */
public final class ResultComponents {

  private final String type;
  private final List<String> names = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private ResultComponents(String type) {
    this.type = type;
  }

  /** Begins the components of a type. */
  public static ResultComponents of(String type) {
    return new ResultComponents(type);
  }

  /** Adds a component. */
  public ResultComponents and(String name, Object value) {
    names.add(name);
    values.add(value);
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResultComponents that
        && type.equals(that.type)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns type, names and values as a record does, such as {@code Interval[low=0.1, high=0.2]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type).append('[');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=').append(values.get(i));
    }
    return text.append(']').toString();
  }
}
