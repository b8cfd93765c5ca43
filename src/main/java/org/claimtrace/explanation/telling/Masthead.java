package org.claimtrace.explanation.telling;

import java.util.Optional;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Correction;
import org.claimtrace.model.PartialDate;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Sentence;

/** Renders what a graph says about itself at the head of a document: its title, its authors, its dates and its corrections. */
final class Masthead {

  private Masthead() {}

  /**
   * Adds the head of a document.
   *
   * @param asOf the date at which the graph is looked at; later corrections are left out
   * @param all whether the note of the graph is added
   */
  static void add(
      ExplanationPhrases phrases,
      Outline.Builder outline,
      Optional<PartialDate> asOf,
      boolean all) {
    ClaimGraph graph = phrases.graph();
    String authors = graph.authors().isEmpty()
        ? ""
        : phrases.say(Sentence.MASTHEAD_BY, phrases.allNames(graph.authors()));
    String published = graph
        .published()
        .map(date -> phrases.say(Sentence.MASTHEAD_PUBLISHED, phrases.date(date)))
        .orElse("");
    String modified = graph
        .modified()
        .map(date -> phrases.say(Sentence.MASTHEAD_MODIFIED, phrases.date(date)))
        .orElse("");
    lead(outline, phrases.join(phrases.title(), authors, published, modified));
    for (Correction correction : graph.corrections()) {
      if (asOf.isEmpty() || correction.date().beginsBy(asOf.get())) {
        lead(
            outline,
            phrases.say(
                Sentence.MASTHEAD_CORRECTED,
                phrases.when(correction.date()),
                phrases.text(correction.note())));
      }
    }
    if (all) {
      lead(outline, phrases.text(graph.note()));
    }
  }

  private static void lead(Outline.Builder outline, String words) {
    outline.about(Subject.GRAPH, Optional.empty()).lead(words);
  }
}
