package org.claimtrace.model;

import java.util.Map;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The common base of the builders of parts with a note. */
abstract class NotedPartBuilder<P, B> extends PartBuilder<P, B> {

  @Nullable
  Given<Text> note;

  /** Sets what the authors of the graph say about this part; for a search, its result. */
  public B note(Text note) {
    this.note = note;
    return self();
  }

  /** Sets what the authors of the graph say about this part, in the language of the graph. */
  public B note(String note) {
    this.note = Given.text(note);
    return self();
  }

  /** Sets what the authors of the graph say about this part, as words by BCP 47 language tag. */
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

  /** Tags the texts that have no tag with a language. */
  B inLanguage(String language) {
    note = Given.inLanguage(note, language);
    return self();
  }
}
