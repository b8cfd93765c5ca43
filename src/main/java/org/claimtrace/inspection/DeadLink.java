package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.NoticeKind;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source that has a notice of a dead link and no archived copy.
 */
final class DeadLink extends UsualRule {

  DeadLink() {
    super("dead-link", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The notice", "sources": {
          "notice": {"title": "A notice", "url": "https://town.example/notice", "notices": [{"kind": "dead-link", "date": "2024-02-01"}]}},
         "claims": {"so": {"text": "The road is closed", "evidence": ["notice"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The notice", "sources": {
          "notice": {"title": "A notice", "url": "https://town.example/notice", "archived": "https://archive.example/1",
           "notices": [{"kind": "dead-link", "date": "2024-02-01"}]}},
         "claims": {"so": {"text": "The road is closed", "evidence": ["notice"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    if (isDead(source) && source.archived().isEmpty()) {
      found.accept(finding(
              inspected,
              phrases -> phrases.say(Sentence.FINDING_DEAD_LINK, phrases.cited(source.id())),
              Element.source(source.id()))
          .build());
    }
  }

  /** Returns whether a source has a notice of a dead link. */
  static boolean isDead(Source source) {
    return source.notices().stream().anyMatch(notice -> notice.kind() == NoticeKind.DEAD_LINK);
  }
}
