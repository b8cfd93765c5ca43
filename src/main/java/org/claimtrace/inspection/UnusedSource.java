package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source that nothing in the graph names: no line, no other source and no appearance or search of a claim.
 */
final class UnusedSource extends UsualRule {

  UnusedSource() {
    super("unused-source", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The bridge", "sources": {"county": "The county", "mayor": "The mayor"},
         "claims": {"closed": {"text": "The bridge is closed", "evidence": ["county"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The bridge", "sources": {"county": {"title": "The county", "cites": ["mayor"]}, "mayor": "The mayor"},
         "claims": {"closed": {"text": "The bridge is closed", "evidence": ["county"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    if (inspected.graph().uses(source.id()).isEmpty()) {
      found.accept(finding(
              inspected,
              phrases -> phrases.say(Sentence.FINDING_UNUSED_SOURCE, phrases.cited(source.id())),
              Element.source(source.id()))
          .build());
    }
  }
}
