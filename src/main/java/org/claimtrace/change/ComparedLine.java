package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.jspecify.annotations.Nullable;

/**
 * A line on both sides.
 *
 * @param was what it was, if it existed
 * @param is what it is, if it exists
 * @param presence the number of the difference that it is there, or -1 where it always is
 * @param relays the relays before, where either side names them at the line: then the source's no longer serve in its stead
 * @param changes the differences in its attributes
 */
record ComparedLine(
    Element element,
    @Nullable CountedLine was,
    @Nullable CountedLine is,
    int presence,
    Optional<ImmutableList<String>> relays,
    ImmutableList<NumberedChange<LineDraft>> changes) {

  /** A line that only one side has, or of which it does not matter which side it is taken from. */
  static ComparedLine unchanged(
      Element element, @Nullable CountedLine was, @Nullable CountedLine is, int presence) {
    return new ComparedLine(element, was, is, presence, Optional.empty(), ImmutableList.of());
  }

  boolean isThere(BitSet made) {
    return presence < 0 || made.get(presence) == (was == null);
  }

  /** The line where some of the differences are made, and no others. */
  LineDraft draft(BitSet made) {
    LineDraft draft = new LineDraft(either());
    relays.ifPresent(draft::relays);
    NumberedChange.apply(changes, made, draft);
    return draft;
  }

  private CountedLine either() {
    return was != null ? was : Objects.requireNonNull(is);
  }

  /** The line as each side has it that has it, the side before first. */
  List<CountedLine> sides() {
    if (was == null || is == null) {
      return List.of(either());
    }
    return List.of(was, is);
  }
}
