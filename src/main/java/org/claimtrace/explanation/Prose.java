package org.claimtrace.explanation;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CancellationException;

/**
 * A result that can be written for readers: as text for a terminal and as Markdown, with the same words in the same order. For
 * programs, {@link org.claimtrace.report.ResultJson} writes the same results as JSON.
 *
 * <p>Stable.
 */
public interface Prose {

  /**
   * Returns what the result says as paragraphs, for whoever draws it in another way. Text and Markdown are drawn from them.
   *
   * @param style the language, and whether anything is abridged
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  Outline outline(Style style);

  /** Returns what the result says as paragraphs, in the usual style. */
  default Outline outline() {
    return outline(Style.usual());
  }

  /**
   * Returns what the result says as paragraphs in a language, see {@link Style.Builder#language}.
   *
   * @param language a BCP 47 tag, such as {@code zh} or {@code en-GB}
   * @throws IllegalArgumentException if the tag is ill-formed
   */
  default Outline outline(String language) {
    requireNonNull(language, "language");
    return outline(Style.builder().language(language).build());
  }

  /**
   * Returns the result as text for a terminal. Every line, also the last, ends with a line feed.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  default String toText(Style style) {
    requireNonNull(style, "style");
    return outline(style).toText(style);
  }

  /**
   * Returns the result as Markdown. Words of the graph are escaped, so that none of them is taken for markup.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  default String toMarkdown(Style style) {
    requireNonNull(style, "style");
    return outline(style).toMarkdown();
  }

  /** Returns the result as text in the usual style: in the language of the graph if there are sentences in it, else English. */
  default String toText() {
    return toText(Style.usual());
  }

  /**
   * Returns the result as text in a language, see {@link Style.Builder#language}.
   *
   * @param language a BCP 47 tag, such as {@code zh} or {@code en-GB}
   * @throws IllegalArgumentException if the tag is ill-formed
   */
  default String toText(String language) {
    requireNonNull(language, "language");
    return toText(Style.builder().language(language).build());
  }

  /** Returns the result as Markdown in the usual style: in the language of the graph if there are sentences in it, else English. */
  default String toMarkdown() {
    return toMarkdown(Style.usual());
  }

  /**
   * Returns the result as Markdown in a language, see {@link Style.Builder#language}.
   *
   * @param language a BCP 47 tag, such as {@code zh} or {@code en-GB}
   * @throws IllegalArgumentException if the tag is ill-formed
   */
  default String toMarkdown(String language) {
    requireNonNull(language, "language");
    return toMarkdown(Style.builder().language(language).build());
  }
}
