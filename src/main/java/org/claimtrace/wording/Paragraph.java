package org.claimtrace.wording;

import java.util.Optional;
import org.claimtrace.model.Verdict;

/**
 * One paragraph of an {@link Outline}.
 *
 * @param kind what it is
 * @param depth how deep an entry lies below its section: 0 for what stands directly below it
 * @param branch whether an entry branches off what it lies below; else it goes on with that
 * @param verdict what its mark shows
 * @param text the words
 * @param suffix what stands after the words: of a claim an id or a remark, kept in one piece; of a change the verdicts before and
 *     after; of an item what is said of it, with what sets that apart; empty for nothing
 * @param id the id of the claim that a verdict or a change is about, else empty
 * @param url where the words of an item lead
 */
public record Paragraph(
    Kind kind,
    int depth,
    boolean branch,
    Optional<Verdict> verdict,
    String text,
    String suffix,
    String id,
    Optional<String> url) {

  /** What a paragraph is. */
  public enum Kind {
    /** What all of it is about. */
    TITLE,
    /** The verdict on the claim that is the title. */
    VERDICT,
    /** Something about all of it. */
    LEAD,
    /** How a published verdict compares with the one above. */
    REVIEW,
    /** A heading. */
    SECTION,
    /** A claim whose verdict changed; it begins a section. */
    CHANGE,
    /** A point of time and the verdict from it on; it begins a section. */
    MOMENT,
    /** A few sentences about what stands above. */
    REMARK,
    /** An entry: a claim, with its mark. */
    CLAIM,
    /** An entry: a claim that was named above, so that its words may be cut short. */
    CLAIM_AGAIN,
    /** An entry: anything said about what it lies below. */
    SENTENCE,
    /** An entry: one of several things about what it lies below, as a source or a search. */
    ITEM;

    /** Whether it is an entry, which has a depth: in Markdown it is part of a list. */
    boolean isEntry() {
      return switch (this) {
        case CLAIM, CLAIM_AGAIN, SENTENCE, ITEM -> true;
        case TITLE, VERDICT, LEAD, REVIEW, SECTION, CHANGE, MOMENT, REMARK -> false;
      };
    }
  }
}
