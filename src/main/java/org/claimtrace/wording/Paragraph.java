package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Verdict;

/**
 * One paragraph of what is told; a list of them is what text and Markdown are made from.
 *
 * @param kind what it is
 * @param verdicts whose marks it shows: none, one, or what a verdict was and what it is
 * @param text the words; of a verdict the claim
 * @param suffix what stands after the words: of a verdict its name, and what it was; of an item what is said of a link
 * @param id the id of the claim, or nothing
 * @param url where the words of an item lead
 */
public record Paragraph(
    Kind kind,
    ImmutableList<Verdict> verdicts,
    String text,
    String suffix,
    String id,
    Optional<String> url) {

  /** What a paragraph is. */
  public enum Kind {
    /** What all of it is about. */
    TITLE,
    /** Something about all of it. */
    LEAD,
    /** A heading. */
    SECTION,
    /** A claim and its verdict. */
    VERDICT,
    /** A point of time and the verdict from it on. */
    MOMENT,
    /** Something about what stands above. */
    SENTENCE,
    /** One of several things about what stands above. */
    ITEM
  }

  public static Paragraph of(Kind kind, String text) {
    return new Paragraph(kind, ImmutableList.of(), text, "", "", Optional.empty());
  }

  public Paragraph with(Verdict... shown) {
    return new Paragraph(kind, ImmutableList.copyOf(shown), text, suffix, id, url);
  }

  public Paragraph followedBy(String words) {
    return new Paragraph(kind, verdicts, text, words, id, url);
  }

  public Paragraph of(String claimId) {
    return new Paragraph(kind, verdicts, text, suffix, claimId, url);
  }

  public Paragraph leadingTo(Optional<String> there) {
    return new Paragraph(kind, verdicts, text, suffix, id, there);
  }
}
