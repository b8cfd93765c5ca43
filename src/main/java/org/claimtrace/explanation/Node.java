package org.claimtrace.explanation;

import java.util.Optional;
import org.claimtrace.model.Verdict;

/**
 * One paragraph of an explanation; an outline of them, each with how deep it lies, is what text and Markdown are made from.
 *
 * @param kind what it is
 * @param depth how deep it lies below its section: 0 for what stands directly below it
 * @param branch whether it branches off what it lies below; else it goes on with that
 * @param verdict what its mark shows
 * @param text the words
 * @param suffix what stands after the words, in one piece: an id, or that this was told above; empty for nothing
 * @param brief whether the words may be cut short to one line, having been told before
 */
record Node(
    Kind kind,
    int depth,
    boolean branch,
    Optional<Verdict> verdict,
    String text,
    String suffix,
    boolean brief) {

  enum Kind {
    /** The claim that is explained. */
    TITLE,
    /** Its verdict. */
    VERDICT,
    /** Why, in a few sentences. */
    LEAD,
    /** How a published verdict compares with it. */
    REVIEW,
    /** A heading. */
    SECTION,
    /** A claim, with its mark. */
    CLAIM,
    /** Anything said about what it lies below. */
    SENTENCE,
    /** An item of a list: a source, a search. */
    ITEM
  }
}
