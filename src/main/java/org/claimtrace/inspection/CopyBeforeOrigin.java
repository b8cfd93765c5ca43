package org.claimtrace.inspection;

import java.util.Optional;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source and each source that it is directly derived from where the copy was published first: the last day of its
 * publication lies before the first day of that of its origin.
 */
final class CopyBeforeOrigin extends UsualRule {

  CopyBeforeOrigin() {
    super("copy-before-origin", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The leak", "sources": {
          "blog": {"title": "A blog", "published": "2020-03-01", "derivedFrom": ["wire"]}, "wire": {"title": "The wire", "published": "2020-03-02"}},
         "claims": {"so": {"text": "It is so", "evidence": ["blog"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The leak", "sources": {
          "blog": {"title": "A blog", "published": "2020-03", "derivedFrom": ["wire"]}, "wire": {"title": "The wire", "published": "2020-03-02"}},
         "claims": {"so": {"text": "It is so", "evidence": ["blog"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    if (source.published().isEmpty()) {
      return;
    }
    PartialDate published = source.published().get();
    for (String id : inspected.evaluation().origins(source.id())) {
      Optional<PartialDate> before = inspected
          .graph()
          .source(id)
          .published()
          .filter(date -> published.lastDay().isBefore(date.firstDay()));
      before.ifPresent(date -> found.accept(finding(
              inspected,
              phrases -> phrases.say(
                  Sentence.FINDING_COPY_BEFORE_ORIGIN,
                  phrases.cited(source.id()),
                  phrases.date(published),
                  phrases.cited(id),
                  phrases.date(date)),
              Element.source(source.id()),
              Element.source(id))
          .word("copy", published.toString())
          .word("origin", date.toString())
          .build()));
    }
  }
}
