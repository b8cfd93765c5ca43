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
 * A list of parts that a builder is given, built or not, and the problems of those that were not. The empty list is shared; any
 * other is mutable, for use by one thread.
 */
final class PartList<P> {

  private static final PartList<?> EMPTY = new PartList<>(ImmutableList.of());

  private List<P> parts;
  private @Nullable Problems flaws;
  // Reused for the next part, since nearly all parts have no problems.
  private @Nullable Problems unused;

  private PartList(List<P> parts) {
    this.parts = parts;
  }

  @SuppressWarnings("unchecked")
  static <P> PartList<P> empty() {
    return (PartList<P>) EMPTY;
  }

  static <P> PartList<P> of(Iterable<? extends P> parts) {
    ImmutableList<P> list = ImmutableList.copyOf(parts);
    return list.isEmpty() ? empty() : new PartList<>(list);
  }

  /** Returns the list with one more part at its end; only the first few calls copy. */
  PartList<P> with(P part) {
    if (this == EMPTY) {
      return new PartList<>(ImmutableList.of(part));
    }
    if (parts instanceof ImmutableList) {
      parts = new ArrayList<>(parts);
    }
    parts.add(part);
    return this;
  }

  /** Returns the list with one more part that is not built yet, named by its index in pointers. */
  PartList<P> with(PartBuilder<? extends P, ?> builder) {
    return with(builder, null);
  }

  /**
   * Returns the list with one more part that is not built yet.
   *
   * @param name the name of the part in pointers; null for its index
   */
  PartList<P> with(PartBuilder<? extends P, ?> builder, @Nullable String name) {
    PartList<P> longer = with(builder.draft());
    longer.check(builder, name);
    return longer;
  }

  private void check(PartBuilder<?, ?> builder, @Nullable String name) {
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
    String segment = name == null ? String.valueOf(parts.size() - 1) : Place.escape(name);
    flaws.addAll("/" + segment, found);
  }

  P last() {
    return parts.get(parts.size() - 1);
  }

  /** Returns the list with every part replaced by a function of it. */
  PartList<P> map(UnaryOperator<P> other) {
    if (this == EMPTY) {
      return this;
    }
    PartList<P> mapped = of(Lists.transform(parts, other::apply));
    mapped.flaws = flaws;
    return mapped;
  }

  List<P> parts() {
    return parts;
  }

  ImmutableList<P> toList() {
    return ImmutableList.copyOf(parts);
  }

  void check(Problems problems, String pointer) {
    if (flaws != null) {
      problems.addAll(pointer, flaws);
    }
  }
}
