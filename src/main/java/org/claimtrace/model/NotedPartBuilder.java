package org.claimtrace.model;

import java.util.Map;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What the builders of parts with a note have in common. */
abstract class NotedPartBuilder<P, B> extends PartBuilder<P, B> {

  @Nullable
  Given<Text> note;

  /** What the authors of the graph say about it; of a search, what came of it. */
  public B note(Text note) {
    this.note = note;
    return self();
  }

  /** The same, in the language of the graph. */
  public B note(String note) {
    this.note = Given.text(note);
    return self();
  }

  /** The same, as words by language tag. */
  public B note(Map<String, String> note) {
    this.note = Given.text(note);
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

  /** Gives a language to the texts that have no tag. */
  B inLanguage(String language) {
    note = Given.inLanguage(note, language);
    return self();
  }
}
