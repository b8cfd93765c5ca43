package org.claimtrace.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a result, or of options, by name: what a record would have for its equality, its hash code and its text. Results
 * are classes, not records, so that one can get a component more without another constructor or pattern that others have written.
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

  /** Returns the names and values, such as {@code low=0.1}, of those that other components of the type have otherwise. */
  public List<String> otherThan(ResultComponents others) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).equals(others.values.get(i))) {
        differing.add(named(i));
      }
    }
    return differing;
  }

  private String named(int component) {
    return names.get(component) + "=" + values.get(component);
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
    return IntStream.range(0, names.size())
        .mapToObj(this::named)
        .collect(Collectors.joining(", ", type + "[", "]"));
  }
}
