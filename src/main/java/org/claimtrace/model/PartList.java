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
 * A list of parts as a builder is given them, built or not, and what is wrong with those that were not. The empty one is shared;
 * any other is mutable, for use by one thread.
 */
final class PartList<P> {

  private static final PartList<?> EMPTY = new PartList<>(ImmutableList.of());

  private List<P> parts;
  private @Nullable Problems flaws;

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

  /** The list with one more at its end; only the first few steps copy. */
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

  /** The list with one more that is not built yet, called by its number. */
  PartList<P> with(PartBuilder<? extends P, ?> builder) {
    return with(builder.draft(), builder.flaws(), null);
  }

  /**
   * The list with one more that is not built yet.
   *
   * @param more what is wrong with it
   * @param name what it is called in pointers; null where that is its number
   */
  PartList<P> with(P draft, Problems more, @Nullable String name) {
    PartList<P> longer = with(draft);
    if (!more.isEmpty()) {
      if (longer.flaws == null) {
        longer.flaws = new Problems();
      }
      String called = name == null ? String.valueOf(longer.parts.size() - 1) : Place.escape(name);
      longer.flaws.addAll("/" + called, more);
    }
    return longer;
  }

  /** The list with every part replaced by another. */
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
