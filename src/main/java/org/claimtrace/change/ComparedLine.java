package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.jspecify.annotations.Nullable;

/**
 * A line as both sides have it.
 *
 * @param was the line on the side before, if it existed
 * @param is the line on the side after, if it exists
 * @param presence the number of the difference in its presence, or -1 if there is none
 * @param relays the relays before, if either side names relays at the line, so that those of the source are not used; otherwise
 *     empty
 * @param origins the origins that both sides name in effect, though only one of them does at the line; otherwise empty
 * @param changes the differences in its attributes
 */
record ComparedLine(
    Element element,
    @Nullable CountedLine was,
    @Nullable CountedLine is,
    int presence,
    Optional<ImmutableList<String>> relays,
    Optional<ImmutableList<String>> origins,
    ImmutableList<NumberedChange<LineDraft>> changes) {

  /** Returns a line without differences in its attributes. */
  static ComparedLine unchanged(
      Element element, @Nullable CountedLine was, @Nullable CountedLine is, int presence) {
    return new ComparedLine(
        element, was, is, presence, Optional.empty(), Optional.empty(), ImmutableList.of());
  }

  boolean isThere(BitSet made) {
    return presence < 0 || made.get(presence) == (was == null);
  }

  /** Returns a draft of the line with only the given differences made. */
  LineDraft draft(BitSet made) {
    LineDraft draft = new LineDraft(either());
    relays.ifPresent(draft::relays);
    origins.ifPresent(same -> draft.origins(Optional.of(same)));
    NumberedChange.apply(changes, made, draft);
    return draft;
  }

  private CountedLine either() {
    return was != null ? was : Objects.requireNonNull(is);
  }

  /** Returns the line on each side that has it, the side before first. */
  List<CountedLine> sides() {
    if (was == null || is == null) {
      return List.of(either());
    }
    return List.of(was, is);
  }
}
