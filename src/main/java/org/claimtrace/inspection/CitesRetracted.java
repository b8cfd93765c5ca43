package org.claimtrace.inspection;

import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source that gives evidence somewhere in the graph and cites ({@code cites}) a source that was retracted by the day of the
 * evaluation, unless it was published after the retraction, when its author may have cited it as retracted.
 */
final class CitesRetracted extends UsualRule {

  CitesRetracted() {
    super("cites-retracted", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The diet", "sources": {
          "review": {"title": "A review of diets", "published": "2018", "cites": ["trial"]},
          "trial": {"title": "A trial", "retracted": {"date": "2020-06-04"}}},
         "claims": {"helps": {"text": "The diet helps", "evidence": ["review"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The diet", "sources": {
          "review": {"title": "A review of diets", "published": "2021", "cites": ["trial"]},
          "trial": {"title": "A trial", "retracted": {"date": "2020-06-04"}}},
         "claims": {"helps": {"text": "The diet helps", "evidence": ["review"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().sources().forEach(source -> find(inspected, source, found));
  }

  private void find(InspectedGraph inspected, Source source, Consumer<Finding> found) {
    for (String id : source.cites()) {
      Source cited = inspected.graph().source(id);
      if (!inspected.evaluation().isRetracted(id) || cited.retracted().isEmpty()) {
        continue;
      }
      PartialDate date = cited.retracted().get().date();
      boolean isLater = source
          .published()
          .filter(published -> published.firstDay().isAfter(date.firstDay()))
          .isPresent();
      boolean speaks = inspected.graph().uses(source.id()).stream()
          .anyMatch(use -> use.role() == ClaimGraph.Use.Role.SOURCE);
      if (speaks && !isLater) {
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_CITES_RETRACTED,
                    phrases.cited(source.id()),
                    phrases.cited(id),
                    phrases.date(date)),
                Element.source(source.id()),
                Element.source(id))
            .word("retracted", date.toString())
            .build());
      }
    }
  }
}
