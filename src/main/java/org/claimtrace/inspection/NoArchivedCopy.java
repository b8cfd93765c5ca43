package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source that gives evidence somewhere in the graph, or passes it on, and has a web address but no archived copy, no DOI
 * and no notice of a dead link; not if the address is that of an archive.
 */
final class NoArchivedCopy extends UsualRule {

  NoArchivedCopy() {
    super("no-archived-copy", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The post", "sources": {"post": {"title": "A post", "url": "https://social.example/1"}},
         "claims": {"so": {"text": "He said so", "evidence": [{"source": "post", "exhibit": true}]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The post", "sources": {
          "post": {"title": "A post", "url": "https://social.example/1", "archived": "https://archive.example/1"}},
         "claims": {"so": {"text": "He said so", "evidence": [{"source": "post", "exhibit": true}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    if (source.url().isEmpty()
        || !source.archived().isEmpty()
        || source.doi().isPresent()
        || DeadLink.isDead(source)
        || !WebAddress.of(source.url().get()).isLive()) {
      return;
    }
    boolean isRead = inspected.graph().uses(source.id()).stream()
        .anyMatch(use -> use.role() == ClaimGraph.Use.Role.SOURCE
            || use.role() == ClaimGraph.Use.Role.RELAY
            || use.role() == ClaimGraph.Use.Role.ORIGIN);
    if (isRead) {
      found.accept(finding(
              inspected,
              phrases -> phrases.say(Sentence.FINDING_NO_ARCHIVED_COPY, phrases.cited(source.id())),
              Element.source(source.id()))
          .build());
    }
  }
}
