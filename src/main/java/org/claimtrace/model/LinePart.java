package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common base of {@linkplain Line lines}. */
abstract class LinePart extends NotedPart {

  final ImmutableList<String> overrides;
  final @Nullable PartialDate date;

  LinePart(LineBuilder<?, ?> builder) {
    super(builder);
    overrides = builder.overrides.toList();
    date = Given.value(builder.date);
  }

  /** Returns the ids of the lines, of the same claim or one that contradicts it, that this line overrides: where it fires, they do not. */
  public ImmutableList<String> overrides() {
    return overrides;
  }

  /**
   * Returns the written date from which the line exists; where it is absent, {@link ClaimGraph#begin} finds the date that
   * applies.
   */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }
}
