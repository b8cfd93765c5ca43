package org.claimtrace.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part that may carry a note. */
abstract class NotedPart extends Part {

  final @Nullable Text note;

  NotedPart(NotedPartBuilder<?, ?> builder) {
    this(builder, Given.value(builder.note));
  }

  NotedPart(NotedPartBuilder<?, ?> builder, @Nullable Text note) {
    super(builder);
    this.note = note;
  }

  /** What the authors of the graph say about it; of a search, what came of it. */
  public Optional<Text> note() {
    return Optional.ofNullable(note);
  }

  @Override
  boolean isUntagged() {
    return isUntagged(note);
  }
}
