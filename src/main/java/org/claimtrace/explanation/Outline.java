package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result;
import org.claimtrace.wording.Links;
import org.claimtrace.wording.Marks;
import org.jspecify.annotations.Nullable;

/**
 * What a result says to readers, as paragraphs: for whoever draws it in another way than as text or Markdown. These are drawn
 * from the same paragraphs.
 *
 * <p>The paragraphs come from the top down. Those below a heading form a tree: a paragraph belongs to the nearest one above that
 * is less deep. Immutable; equal are outlines with equal paragraphs.
 *
 * <p>Stable.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class Outline implements Result {

  private final org.claimtrace.wording.Outline drawn;
  private final ImmutableList<ClaimGraph> graphs;
  private final Supplier<ImmutableList<Paragraph>> paragraphs;

  private Outline(org.claimtrace.wording.Outline drawn, List<ClaimGraph> graphs) {
    this.drawn = drawn;
    this.graphs = ImmutableList.copyOf(graphs);
    this.paragraphs = Suppliers.memoize(
        () -> drawn.paragraphs().stream().map(Outline::paragraph).collect(toImmutableList()));
  }

  /**
   * Returns an outline; only this library can call it.
   *
   * @param graphs the graphs whose words it has
   */
  public static Outline of(org.claimtrace.wording.Outline drawn, ClaimGraph... graphs) {
    return new Outline(drawn, List.of(graphs));
  }

  private static Paragraph paragraph(org.claimtrace.wording.Paragraph each) {
    return new Paragraph(
        kind(each),
        each.depth(),
        each.branch(),
        each.verdict().map(Marks::of).orElse(""),
        each.text(),
        each.kind() == org.claimtrace.wording.Paragraph.Kind.NUMBERED
            ? org.claimtrace.wording.Outline.bracketed(each.id())
            : each.suffix(),
        each.element(),
        each.verdict(),
        each.links().stream()
            .map(link -> new Link(link.begin(), link.end(), link.url()))
            .collect(toImmutableList()));
  }

  private static Kind kind(org.claimtrace.wording.Paragraph paragraph) {
    return switch (paragraph.subject()) {
      case GRAPH -> Kind.HEAD;
      case LINE_FOR -> Kind.LINE_FOR;
      case LINE_AGAINST -> Kind.LINE_AGAINST;
      case LINE_QUALIFYING -> Kind.LINE_QUALIFYING;
      case OBSTACLE -> Kind.OBSTACLE;
      case SOURCE -> Kind.SOURCE;
      case QUOTE -> Kind.QUOTE;
      case SEARCH -> Kind.SEARCH;
      case NOTE -> Kind.NOTE;
      case AS_ITS_KIND ->
        switch (paragraph.kind()) {
          case TITLE -> Kind.TITLE;
          case VERDICT -> Kind.VERDICT;
          case LEAD -> Kind.LEAD;
          case REVIEW -> Kind.REVIEW;
          case SECTION -> Kind.HEADING;
          case CHANGE -> Kind.CHANGE;
          case MOMENT -> Kind.MOMENT;
          case CLAIM, CLAIM_AGAIN -> Kind.CLAIM;
          case NUMBERED -> Kind.SOURCE;
          case REMARK, SENTENCE, ITEM -> Kind.SENTENCE;
        };
    };
  }

  /** Returns the paragraphs, from the top down. */
  public ImmutableList<Paragraph> paragraphs() {
    return paragraphs.get();
  }

  /** Returns the paragraphs of a kind, from the top down. */
  public ImmutableList<Paragraph> paragraphs(Kind kind) {
    requireNonNull(kind, "kind");
    return paragraphs().stream().filter(each -> each.kind() == kind).collect(toImmutableList());
  }

  /**
   * Returns the outline as text for a terminal. Every line, also the last, ends with a line feed.
   *
   * @param style the width of the lines, and whether they are coloured; the words are those of the outline
   */
  public String toText(Style style) {
    requireNonNull(style, "style");
    return drawn.text(style.width(), style.hasColour());
  }

  /** Returns the outline as Markdown. Words of the graph are escaped, so that none of them is taken for markup. */
  public String toMarkdown() {
    return drawn.markdown(Links.in(Iterables.toArray(graphs, ClaimGraph.class)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Outline that && paragraphs().equals(that.paragraphs());
  }

  @Override
  public int hashCode() {
    return paragraphs().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "outline of " + drawn.paragraphs().size() + " paragraphs"
        + drawn.paragraphs().stream()
            .filter(each -> each.kind() == org.claimtrace.wording.Paragraph.Kind.TITLE)
            .findFirst()
            .map(title -> ": " + title.text())
            .orElse("");
  }

  /** What a paragraph is. */
  public enum Kind {
    /** What the graph says about itself: its title, its authors, its dates, its corrections. */
    HEAD,
    /** The title of the whole; of an explanation the words of the claim. */
    TITLE,
    /** The verdict on the claim that is the title. */
    VERDICT,
    /** A paragraph about the whole, such as the reason for the verdict. */
    LEAD,
    /** A comparison of a published verdict with the one above. */
    REVIEW,
    /** The heading of a section. */
    HEADING,
    /** A claim, with the verdict on it. */
    CLAIM,
    /** A line for the claim that it belongs to, or the sources of several. */
    LINE_FOR,
    /** A line against the claim that it belongs to, or the sources of several. */
    LINE_AGAINST,
    /** A line that qualifies the claim that it belongs to, or the sources of several. */
    LINE_QUALIFYING,
    /** What keeps the line that it belongs to from holding. */
    OBSTACLE,
    /** A source. */
    SOURCE,
    /** Words of a source. */
    QUOTE,
    /** A search for evidence. */
    SEARCH,
    /** A note of the author of the graph. */
    NOTE,
    /** A claim whose verdict changed; it begins a section. */
    CHANGE,
    /** A date and the verdict that holds from it on; it begins a section. */
    MOMENT,
    /** Any other sentence. */
    SENTENCE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code line-for}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A part of the text of a paragraph that leads to an address.
   *
   * @param begin the index in the text of its first UTF-16 code unit, from 0
   * @param end the index after its last one
   * @param url the address, of the scheme {@code http} or {@code https}
   */
  public record Link(int begin, int end, String url) {
    public Link {
      requireNonNull(url, "url");
    }
  }

  /**
   * One paragraph of an outline.
   *
   * @param kind what it is
   * @param depth the depth in the tree of its section, from 0 directly below the heading
   * @param isBranch whether it is a branch of the paragraph to which it belongs; otherwise it continues that one
   * @param mark the mark of the verdict, legible without colour; empty if it has none
   * @param text the words
   * @param remark the words after the text, such as the id of a claim or, of a change, the verdicts before and after; of an
   *     entry in the list of sources, its number in brackets; empty for none
   * @param element the element of the graph that it is about, if it is about one
   * @param verdict the verdict on the claim that it names, if it shows one
   * @param links the parts of the text that lead to an address, in the order of the text, none overlapping: the numbers of the
   *     sources that it names, and the titles and addresses in the list of sources
   */
  public record Paragraph(
      Kind kind,
      int depth,
      boolean isBranch,
      String mark,
      String text,
      String remark,
      Optional<Element> element,
      Optional<Verdict> verdict,
      ImmutableList<Link> links) {
    public Paragraph {
      requireNonNull(kind, "kind");
      requireNonNull(mark, "mark");
      requireNonNull(text, "text");
      requireNonNull(remark, "remark");
      requireNonNull(element, "element");
      requireNonNull(verdict, "verdict");
      requireNonNull(links, "links");
    }
  }
}
