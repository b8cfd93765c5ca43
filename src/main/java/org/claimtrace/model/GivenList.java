package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A list that a builder is given: of ids, of words, or of parts, built or not, with the problems of those that were not. The
 * empty list is shared; any other is mutable, for use by one thread.
 */
final class GivenList<T> {

  private static final GivenList<?> EMPTY = new GivenList<>(ImmutableList.of());

  private List<T> values;
  private @Nullable Problems flaws;
  // Reused for the next part, since nearly all parts have no problems.
  private @Nullable Problems unused;

  private GivenList(List<T> values) {
    this.values = values;
  }

  @SuppressWarnings("unchecked")
  static <T> GivenList<T> empty() {
    return (GivenList<T>) EMPTY;
  }

  static <T> GivenList<T> of(Iterable<? extends T> values) {
    ImmutableList<T> list = ImmutableList.copyOf(values);
    return list.isEmpty() ? empty() : new GivenList<>(list);
  }

  /** Returns the list with one more value at its end; only the first few calls copy. */
  GivenList<T> with(T value) {
    if (this == EMPTY) {
      return new GivenList<>(ImmutableList.of(value));
    }
    if (values instanceof ImmutableList) {
      values = new ArrayList<>(values);
    }
    values.add(value);
    return this;
  }

  /** Returns the list with more values at its end; only the first few calls copy. */
  @SafeVarargs
  final GivenList<T> withAll(T... more) {
    GivenList<T> longer = this;
    for (T each : more) {
      longer = longer.with(each);
    }
    return longer;
  }

  /** Returns the list with one more part that is not built yet, named by its index in pointers. */
  GivenList<T> with(PartBuilder<? extends T, ?> builder) {
    return with(builder, null);
  }

  /**
   * Returns the list with one more part that is not built yet.
   *
   * @param name the name of the part in pointers; null for its index
   */
  GivenList<T> with(PartBuilder<? extends T, ?> builder, @Nullable String name) {
    GivenList<T> longer = with(builder.draft());
    longer.check(builder, name, -1);
    return longer;
  }

  /**
   * Returns the list with one more part that is not built yet, one of several of a name.
   *
   * @param name the name of the parts in pointers
   * @param index the index among them
   */
  GivenList<T> with(PartBuilder<? extends T, ?> builder, String name, int index) {
    GivenList<T> longer = with(builder.draft());
    longer.check(builder, name, index);
    return longer;
  }

  /** Returns the list with another part, which is built, in place of one, of which all problems are forgotten. */
  GivenList<T> withInPlace(int index, T value, String name) {
    List<T> others = new ArrayList<>(values);
    others.set(index, value);
    GivenList<T> changed = new GivenList<>(others);
    changed.flaws = flaws;
    if (changed.flaws != null) {
      changed.flaws.forget("/" + Place.escape(name));
    }
    return changed;
  }

  /** Returns the list with another part, which is not built yet, in place of one, of which all problems are forgotten. */
  GivenList<T> withInPlace(int index, PartBuilder<? extends T, ?> builder, String name) {
    GivenList<T> changed = withInPlace(index, builder.draft(), name);
    changed.check(builder, name, -1);
    return changed;
  }

  private void check(PartBuilder<?, ?> builder, @Nullable String name, int index) {
    Problems found = unused == null ? new Problems() : unused;
    builder.check(found);
    if (found.isEmpty()) {
      unused = found;
      return;
    }
    unused = null;
    if (flaws == null) {
      flaws = new Problems();
    }
    String segment = name == null ? String.valueOf(values.size() - 1) : Place.escape(name);
    flaws.addAll("/" + segment + (index < 0 ? "" : "/" + index), found);
  }

  T last() {
    return values.get(values.size() - 1);
  }

  /** Returns the list with every part replaced by a function of it. */
  GivenList<T> map(UnaryOperator<T> other) {
    if (this == EMPTY) {
      return this;
    }
    GivenList<T> mapped = of(Lists.transform(values, other::apply));
    mapped.flaws = flaws;
    return mapped;
  }

  List<T> values() {
    return values;
  }

  ImmutableList<T> toList() {
    return ImmutableList.copyOf(values);
  }

  void check(Problems problems, String pointer) {
    if (flaws != null) {
      problems.addAll(pointer, flaws);
    }
  }
}
