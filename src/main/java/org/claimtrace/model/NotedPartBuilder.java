package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The common base of the builders of parts with a note. */
abstract class NotedPartBuilder<P, B> extends PartBuilder<P, B> {

  @Nullable
  Given<Text> note;

  /** Sets what the authors of the graph say about this part; for a search, its result. */
  public B note(Text note) {
    requireNonNull(note, "note");
    this.note = note;
    return self();
  }

  /** Sets what the authors of the graph say about this part, in the language of the graph. */
  public B note(String note) {
    requireNonNull(note, "note");
    this.note = Given.text(note);
    return self();
  }

  /**
   * Sets what the authors of the graph say about this part, in one language or several.
   *
   * @param tag a BCP 47 language tag
   * @param words the words in that language
   * @param more further tags, each followed by its words
   * @throws IllegalArgumentException if the last tag has no words
   */
  public B note(String tag, String words, String... more) {
    requireNonNull(tag, "tag");
    requireNonNull(words, "words");
    requireNonNull(more, "more");
    this.note = Given.text(tag, words, more);
    return self();
  }

  @Override
  void check(Problems problems) {
    Given.check(note, problems, "/note");
    super.check(problems);
  }

  B like(NotedPart part) {
    note = part.note;
    return super.like(part);
  }

  /** Tags the texts that have no tag with a language. */
  B inLanguage(String language) {
    note = Given.inLanguage(note, language);
    return self();
  }
}
