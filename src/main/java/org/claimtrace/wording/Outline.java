package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Paragraph.Kind;

/**
 * What is told, paragraph by paragraph from the top down; text and Markdown are both laid out from it.
 *
 * @param paragraphs the paragraphs in their order
 */
public record Outline(ImmutableList<Paragraph> paragraphs) {

  /** An outline of some paragraphs. */
  public static Outline of(List<Paragraph> paragraphs) {
    return new Outline(ImmutableList.copyOf(paragraphs));
  }

  /** Begins an outline. */
  public static Builder builder() {
    return new Builder();
  }

  /** An id as it stands after what it names. */
  public static String bracketed(String id) {
    return "[" + Isolation.isolated(id) + "]";
  }

  /**
   * The outline as text for a terminal. Lines end with a line feed, the last one too.
   *
   * @param width how many columns a line may take
   * @param isColoured whether marks and headings carry the colours of a terminal
   */
  public String text(int width, boolean isColoured) {
    return TextLayout.text(paragraphs, width, isColoured);
  }

  /** The outline as Markdown, its words escaped. Lines end with a line feed, the last one too. */
  public String markdown(Links links) {
    return MarkdownLayout.markdown(paragraphs, links);
  }

  /** Gathers the paragraphs of an outline, from the top down; those without words are left out. Not for use by several threads. */
  public static final class Builder {

    private final ImmutableList.Builder<Paragraph> paragraphs = ImmutableList.builder();

    private Builder() {}

    private void words(Kind kind, int depth, boolean branch, String text) {
      if (!text.isEmpty()) {
        paragraphs.add(
            new Paragraph(kind, depth, branch, Optional.empty(), text, "", "", Optional.empty()));
      }
    }

    private void words(Kind kind, String text) {
      words(kind, 0, false, text);
    }

    private void withVerdict(Kind kind, Verdict verdict, String text, String suffix, String id) {
      paragraphs.add(
          new Paragraph(kind, 0, false, Optional.of(verdict), text, suffix, id, Optional.empty()));
    }

    /** What all of it is about. */
    public void title(String text) {
      words(Kind.TITLE, text);
    }

    /** The verdict on the claim that is the title; leads below it are indented in text. */
    public void verdict(Verdict verdict, String text, String claimId) {
      withVerdict(Kind.VERDICT, verdict, text, "", claimId);
    }

    /** Something about all of it. */
    public void lead(String text) {
      words(Kind.LEAD, text);
    }

    /** How a published verdict compares with the one above. */
    public void review(String text) {
      words(Kind.REVIEW, text);
    }

    /** A heading. */
    public void section(String heading) {
      words(Kind.SECTION, heading);
    }

    /**
     * A claim whose verdict changed.
     *
     * @param now the verdict that it has now
     * @param change the verdicts before and after, in words
     * @param text the claim
     */
    public void change(Verdict now, String change, String text, String claimId) {
      withVerdict(Kind.CHANGE, now, text, change, claimId);
    }

    /** A point of time and the verdict from it on. */
    public void moment(Verdict verdict, String text) {
      withVerdict(Kind.MOMENT, verdict, text, "", "");
    }

    /** A few sentences about what stands above, a paragraph of their own. */
    public void remark(String text) {
      words(Kind.REMARK, text);
    }

    /** A sentence in the tree. */
    public void sentence(int depth, boolean branch, String text) {
      words(Kind.SENTENCE, depth, branch, text);
    }

    /** An item of a list. */
    public void item(String text) {
      item(0, text);
    }

    /** An item of a list in the tree. */
    public void item(int depth, String text) {
      words(Kind.ITEM, depth, true, text);
    }

    /**
     * An item whose words lead somewhere.
     *
     * @param suffix what is said of it after the words, with what sets that apart
     * @param url where the words lead; only an address of the web is followed
     */
    public void link(String text, String suffix, Optional<String> url) {
      paragraphs.add(new Paragraph(Kind.ITEM, 0, true, Optional.empty(), text, suffix, "", url));
    }

    /** A claim with the mark of its verdict, and what stands after its words. */
    public void claim(int depth, boolean branch, Verdict verdict, String text, String suffix) {
      claim(Kind.CLAIM, depth, branch, verdict, text, suffix);
    }

    /** A claim that was told above, so that its words may be cut short. */
    public void claimAgain(int depth, boolean branch, Verdict verdict, String text, String suffix) {
      claim(Kind.CLAIM_AGAIN, depth, branch, verdict, text, suffix);
    }

    private void claim(
        Kind kind, int depth, boolean branch, Verdict verdict, String text, String suffix) {
      paragraphs.add(new Paragraph(
          kind, depth, branch, Optional.of(verdict), text, suffix, "", Optional.empty()));
    }

    /** Builds the outline. */
    public Outline build() {
      return new Outline(paragraphs.build());
    }
  }
}
