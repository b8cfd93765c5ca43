package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;

/**
 * A source as both sides have it; a source that only one side has is equal on both.
 *
 * @param was the source on the side before
 * @param is the source on the side after
 * @param changes the differences in its attributes
 */
record ComparedSource(
    CountedSource was, CountedSource is, ImmutableList<NumberedChange<SourceDraft>> changes) {

  /** Returns a draft of the source with only the given differences made. */
  SourceDraft draft(BitSet made) {
    SourceDraft draft = new SourceDraft(was);
    NumberedChange.apply(changes, made, draft);
    return draft;
  }
}
