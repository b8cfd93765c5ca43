package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;

/**
 * A source on both sides; what only one side has is the same on both.
 *
 * @param was what it was
 * @param is what it is
 * @param changes the differences in its attributes
 */
record ComparedSource(
    CountedSource was, CountedSource is, ImmutableList<NumberedChange<SourceDraft>> changes) {

  /** The source where some of the differences are made, and no others. */
  SourceDraft draft(BitSet made) {
    SourceDraft draft = new SourceDraft(was);
    NumberedChange.apply(changes, made, draft);
    return draft;
  }
}
