package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * One paragraph of an {@link Outline}.
 *
 * @param kind what the paragraph is for
 * @param depth the depth of an entry in the tree of its section, from 0 for an entry directly below the section
 * @param branch whether an entry is a branch of its parent; otherwise it continues the parent
 * @param verdict the verdict that its mark shows
 * @param text the words
 * @param suffix the words after the text: for a claim an id or a remark, which is not broken; for a change the verdicts before
 *     and after; for an item a remark with the separator before it; empty for none
 * @param id the id of the claim of a verdict or a change, the number of a numbered entry, otherwise empty
 * @param links the parts of the text that are linked to an address, in the order of the text, none overlapping
 * @param subject what it is about, for whoever draws an outline in another way
 * @param element the element that it is about
 */
public record Paragraph(
    Kind kind,
    int depth,
    boolean branch,
    Optional<Verdict> verdict,
    String text,
    String suffix,
    String id,
    ImmutableList<Link> links,
    Subject subject,
    Optional<Element> element) {

  /**
   * A part of a text that is linked to an address.
   *
   * @param begin the index in the text at which it begins
   * @param end the index after its last character
   * @param url the address, of the scheme {@code http} or {@code https}
   */
  public record Link(int begin, int end, String url) {}

  /** What a paragraph is about, where its kind does not say so. */
  public enum Subject {
    /** What its kind says. */
    AS_ITS_KIND,
    /** The graph itself: its title, its authors, its dates. */
    GRAPH,
    /** A line for the claim above. */
    LINE_FOR,
    /** A line against the claim above. */
    LINE_AGAINST,
    /** A line that qualifies the claim above. */
    LINE_QUALIFYING,
    /** What keeps the line above from holding. */
    OBSTACLE,
    /** A source. */
    SOURCE,
    /** Words of a source. */
    QUOTE,
    /** A search for evidence. */
    SEARCH,
    /** A note of the author. */
    NOTE;

    /** Returns the subject of a paragraph about a line with a stance. */
    public static Subject line(Stance stance) {
      return switch (stance) {
        case SUPPORTS -> LINE_FOR;
        case REFUTES -> LINE_AGAINST;
        case QUALIFIES -> LINE_QUALIFYING;
      };
    }
  }

  /** What a paragraph is for. */
  public enum Kind {
    /** The title of the whole outline. */
    TITLE,
    /** The verdict on the claim that is the title. */
    VERDICT,
    /** A paragraph about the whole outline. */
    LEAD,
    /** A comparison of a published verdict with the one above. */
    REVIEW,
    /** The heading of a section. */
    SECTION,
    /** A claim whose verdict changed; it begins a section. */
    CHANGE,
    /** A date and the verdict that holds from it on; it begins a section. */
    MOMENT,
    /** A few sentences about the paragraph above. */
    REMARK,
    /** An entry that is a claim, with the mark of its verdict. */
    CLAIM,
    /** An entry that is a claim named above, so that its words may be cut short. */
    CLAIM_AGAIN,
    /** An entry that is a sentence about its parent. */
    SENTENCE,
    /** An entry that is one of a list of things about its parent, such as a source or a search. */
    ITEM,
    /** An entry of a numbered list, whose number is its id; in text, the address of its link is written out below it. */
    NUMBERED;

    /** Returns whether it is an entry, which has a depth and in Markdown is part of a list. */
    boolean isEntry() {
      return switch (this) {
        case CLAIM, CLAIM_AGAIN, SENTENCE, ITEM, NUMBERED -> true;
        case TITLE, VERDICT, LEAD, REVIEW, SECTION, CHANGE, MOMENT, REMARK -> false;
      };
    }
  }
}
