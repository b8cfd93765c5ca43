package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a source that was retracted before it was published: the last day of the date of its retraction lies before the first day of
 * its publication.
 */
final class RetractedBeforePublished extends UsualRule {

  RetractedBeforePublished() {
    super("retracted-before-published", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The paper", "sources": {
          "paper": {"title": "A paper", "published": "2021-05", "retracted": {"date": "2012-08-01"}}},
         "claims": {"so": {"text": "It is so", "evidence": ["paper"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The paper", "sources": {
          "paper": {"title": "A paper", "published": "2021-05", "retracted": {"date": "2021-05"}}},
         "claims": {"so": {"text": "It is so", "evidence": ["paper"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    if (source.retracted().isEmpty() || source.published().isEmpty()) {
      return;
    }
    PartialDate retracted = source.retracted().get().date();
    PartialDate published = source.published().get();
    if (retracted.lastDay().isBefore(published.firstDay())) {
      found.accept(finding(
              inspected,
              phrases -> phrases.say(
                  Sentence.FINDING_RETRACTED_BEFORE_PUBLISHED,
                  phrases.cited(source.id()),
                  phrases.date(retracted),
                  phrases.date(published)),
              Element.source(source.id()))
          .word("retracted", retracted.toString())
          .word("published", published.toString())
          .build());
    }
  }
}
