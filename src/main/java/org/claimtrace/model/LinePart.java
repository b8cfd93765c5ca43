package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@linkplain Line lines} have in common. */
abstract class LinePart extends NotedPart {

  final ImmutableList<String> overrides;
  final @Nullable PartialDate date;

  LinePart(LineBuilder<?, ?> builder) {
    super(builder);
    overrides = builder.overrides;
    date = Given.value(builder.date);
  }

  /** The ids of the lines of the same claim that this line settles: where it fires, they do not. */
  public ImmutableList<String> overrides() {
    return overrides;
  }

  /** From when on the line exists, as far as it is written; {@link ClaimGraph#begin} knows what serves where it is absent. */
  public Optional<PartialDate> date() {
    return Optional.ofNullable(date);
  }
}
