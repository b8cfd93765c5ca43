package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Paragraph.Kind;
import org.claimtrace.wording.Paragraph.Link;
import org.claimtrace.wording.Paragraph.Subject;

/**
 * The content of an answer for readers as a list of paragraphs, from which both text and Markdown are laid out.
 *
 * @param paragraphs the paragraphs, from the top down
 */
public record Outline(ImmutableList<Paragraph> paragraphs) {

  /** Returns an outline of some paragraphs, from the top down. */
  public static Outline of(List<Paragraph> paragraphs) {
    return new Outline(ImmutableList.copyOf(paragraphs));
  }

  /**
   * Returns a builder of an outline without paragraphs.
   *
   * @param references the numbers of the sources that the document names so far; those that the outline names are added
   */
  public static Builder builder(References references) {
    return new Builder(references);
  }

  /** Returns an id in brackets, as it is printed after the element that it names. */
  public static String bracketed(String id) {
    return "[" + Isolation.isolated(id) + "]";
  }

  /**
   * Returns the outline as text for a terminal. Every line, also the last, ends with a line feed.
   *
   * @param width the most columns that a line takes
   * @param isColoured whether marks and headings are coloured with the escape sequences of a terminal
   */
  public String text(int width, boolean isColoured) {
    return TextLayout.text(paragraphs, width, isColoured);
  }

  /** Returns the outline as Markdown, its words escaped. Every line, also the last, ends with a line feed. */
  public String markdown(Links links) {
    return MarkdownLayout.markdown(paragraphs, links);
  }

  /** Collects the paragraphs of an outline, from the top down; those without words are left out. Not safe for use by several threads. */
  public static final class Builder {

    private final ImmutableList.Builder<Paragraph> paragraphs = ImmutableList.builder();
    private final References references;

    private Subject subject = Subject.AS_ITS_KIND;
    private Optional<Element> element = Optional.empty();

    private Builder(References references) {
      this.references = references;
    }

    /** Returns the numbers of the sources that the document names so far. */
    public References references() {
      return references;
    }

    /** Says what the next paragraph is about. */
    public Builder about(Subject subject, Optional<Element> element) {
      this.subject = subject;
      this.element = element;
      return this;
    }

    /** Says which element the next paragraph is about. */
    public Builder about(Element element) {
      return about(Subject.AS_ITS_KIND, Optional.of(element));
    }

    private void add(
        Kind kind,
        int depth,
        boolean branch,
        Optional<Verdict> verdict,
        String text,
        String suffix,
        String id) {
      add(kind, depth, branch, verdict, text, suffix, id, ImmutableList.of());
    }

    /** Adds a paragraph; the numbers that take the place of marks in its text are links, besides those that it has. */
    private void add(
        Kind kind,
        int depth,
        boolean branch,
        Optional<Verdict> verdict,
        String text,
        String suffix,
        String id,
        ImmutableList<Link> links) {
      References.Numbered numbered = references.numbered(text);
      paragraphs.add(new Paragraph(
          kind,
          depth,
          branch,
          verdict,
          numbered.text(),
          references.numbered(suffix).text(),
          id,
          numbered.links().isEmpty() ? links : numbered.links(),
          subject,
          element));
    }

    private void told() {
      subject = Subject.AS_ITS_KIND;
      element = Optional.empty();
    }

    private void words(Kind kind, int depth, boolean branch, String text) {
      if (!text.isEmpty()) {
        add(kind, depth, branch, Optional.empty(), text, "", "");
      }
      told();
    }

    private void words(Kind kind, String text) {
      words(kind, 0, false, text);
    }

    private void withVerdict(Kind kind, Verdict verdict, String text, String suffix, String id) {
      if (element.isEmpty() && !id.isEmpty()) {
        element = Optional.of(Element.claim(id));
      }
      add(kind, 0, false, Optional.of(verdict), text, suffix, id);
      told();
    }

    /** Adds the title of the whole outline. */
    public void title(String text) {
      words(Kind.TITLE, text);
    }

    /** Adds the verdict on the claim that is the title; in text, the leads below it are indented. */
    public void verdict(Verdict verdict, String text, String claimId) {
      withVerdict(Kind.VERDICT, verdict, text, "", claimId);
    }

    /** Adds a paragraph about the whole outline. */
    public void lead(String text) {
      words(Kind.LEAD, text);
    }

    /** Adds a comparison of a published verdict with the one above. */
    public void review(String text) {
      words(Kind.REVIEW, text);
    }

    /** Adds the heading of a section. */
    public void section(String heading) {
      words(Kind.SECTION, heading);
    }

    /**
     * Adds a claim whose verdict changed.
     *
     * @param now the verdict after the change
     * @param change the verdicts before and after the change, in words
     * @param text the words of the claim
     */
    public void change(Verdict now, String change, String text, String claimId) {
      withVerdict(Kind.CHANGE, now, text, change, claimId);
    }

    /** Adds a date and the verdict that holds from it on. */
    public void moment(Verdict verdict, String text) {
      withVerdict(Kind.MOMENT, verdict, text, "", "");
    }

    /** Adds a paragraph about the paragraph above. */
    public void remark(String text) {
      words(Kind.REMARK, text);
    }

    /** Adds an entry that is a sentence. */
    public void sentence(int depth, boolean branch, String text) {
      words(Kind.SENTENCE, depth, branch, text);
    }

    /** Adds an item of a list directly below its section. */
    public void item(String text) {
      item(0, text);
    }

    /** Adds an item of a list as an entry at a depth. */
    public void item(int depth, String text) {
      words(Kind.ITEM, depth, true, text);
    }

    /**
     * Adds an entry of a numbered list, whose words begin with a link.
     *
     * @param linked the number of characters of the link
     * @param url the address of the link
     */
    public void numbered(int number, String text, int linked, Optional<String> url) {
      subject = Subject.SOURCE;
      linked(
          Kind.NUMBERED,
          0,
          text,
          String.valueOf(number),
          url.map(each -> new Link(0, linked, each)));
    }

    /** Adds a sentence as an entry at a depth that ends in an address, which is a link. */
    public void address(int depth, String label, String url) {
      address(Kind.SENTENCE, depth, label, url);
    }

    /** Adds to a comparison with a published verdict the address at which that can be read, which is a link. */
    public void reviewAddress(String label, String url) {
      address(Kind.REVIEW, 0, label, url);
    }

    private void address(Kind kind, int depth, String label, String url) {
      String words = label + url;
      linked(kind, depth, words, "", Optional.of(new Link(label.length(), words.length(), url)));
    }

    private void linked(Kind kind, int depth, String text, String id, Optional<Link> link) {
      ImmutableList<Link> links = link.filter(each -> Links.isOfTheWeb(each.url()))
          .map(ImmutableList::of)
          .orElse(ImmutableList.of());
      add(kind, depth, false, Optional.empty(), text, "", id, links);
      told();
    }

    /** Adds paragraphs of another outline, which may still have the marks of {@link References#later}. */
    public void add(List<Paragraph> others) {
      for (Paragraph each : others) {
        about(each.subject(), each.element());
        add(
            each.kind(),
            each.depth(),
            each.branch(),
            each.verdict(),
            each.text(),
            each.suffix(),
            each.id(),
            each.links());
        told();
      }
    }

    /** Adds a claim with the mark of its verdict, and a suffix after its words. */
    public void claim(int depth, boolean branch, Verdict verdict, String text, String suffix) {
      claim(Kind.CLAIM, depth, branch, verdict, text, suffix);
    }

    /** Adds a claim that is named above, so that its words may be cut short. */
    public void claimAgain(int depth, boolean branch, Verdict verdict, String text, String suffix) {
      claim(Kind.CLAIM_AGAIN, depth, branch, verdict, text, suffix);
    }

    private void claim(
        Kind kind, int depth, boolean branch, Verdict verdict, String text, String suffix) {
      add(kind, depth, branch, Optional.of(verdict), text, suffix, "");
      told();
    }

    /** Returns an outline of the paragraphs added so far. */
    public Outline build() {
      return new Outline(paragraphs.build());
    }
  }
}
