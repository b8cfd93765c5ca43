package org.claimtrace.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common base of parts that may have a note. */
abstract class NotedPart extends Part {

  final @Nullable Text note;

  NotedPart(NotedPartBuilder<?, ?> builder) {
    this(builder, Given.value(builder.note));
  }

  NotedPart(NotedPartBuilder<?, ?> builder, @Nullable Text note) {
    super(builder);
    this.note = note;
  }

  /** Returns what the authors of the graph say about this part; for a search, its result. */
  public Optional<Text> note() {
    return Optional.ofNullable(note);
  }

  @Override
  boolean isUntagged() {
    return isUntagged(note);
  }
}
