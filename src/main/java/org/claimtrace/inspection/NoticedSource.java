package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Notice;
import org.claimtrace.model.NoticeKind;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each source with a notice of a concern or a correction, dated no later than the day of the evaluation, on which a verdict
 * rests: without the source, all else as it is, some claim would have another verdict. Not where a statement of the source is withdrawn on
 * the day of the notice or later, for then somebody has acted on it. The verdicts are computed within a budget of
 * {@value #MOST_WORK} steps of work; sources beyond it are left out.
 */
final class NoticedSource extends UsualRule {

  NoticedSource() {
    super("noticed-source", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The drug", "sources": {"trial": {"title": "A trial", "notices": [{"kind": "concern", "date": "2022-01-10"}]}},
         "claims": {"works": {"text": "The drug works", "evidence": ["trial"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The drug", "sources": {
          "trial": {"title": "A trial", "notices": [{"kind": "concern", "date": "2022-01-10"}]}, "second": {"title": "A second trial"}},
         "claims": {"works": {"text": "The drug works", "evidence": ["trial", "second"]}}}""";
  }

  static final long MOST_WORK = 1L << 26;

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    Map<String, Notice> noticed = new LinkedHashMap<>();
    for (Source source : inspected.graph().sources()) {
      source.notices().stream()
          .filter(NoticedSource::casts)
          .filter(notice -> evaluation.asOf().isEmpty()
              || notice.date().beginsBy(evaluation.asOf().get()))
          .filter(notice -> !isActedOn(inspected.graph(), source, notice))
          .findFirst()
          .ifPresent(notice -> noticed.put(source.id(), notice));
    }
    if (!noticed.isEmpty()) {
      evaluation.verdictsWithout(noticed.keySet(), MOST_WORK, (source, verdicts) -> {
        Notice notice = noticed.get(source);
        if (notice != null && !verdicts.isEmpty()) {
          found.accept(rested(inspected, source, notice, verdicts.keySet().asList()));
        }
      });
    }
  }

  private static boolean isActedOn(ClaimGraph graph, Source source, Notice notice) {
    return graph.uses(source.id()).stream()
        .filter(use -> use.role() == ClaimGraph.Use.Role.SOURCE)
        .flatMap(use -> graph.findEvidence(use.user().id()).stream())
        .flatMap(evidence -> evidence.retracted().stream())
        .anyMatch(
            retraction -> !retraction.date().firstDay().isBefore(notice.date().firstDay()));
  }

  private static boolean casts(Notice notice) {
    return notice.kind() == NoticeKind.CONCERN || notice.kind() == NoticeKind.CORRECTION;
  }

  private Finding rested(
      InspectedGraph inspected, String source, Notice notice, ImmutableList<String> claims) {
    return finding(
            inspected,
            phrases -> phrases.say(
                notice.kind() == NoticeKind.CONCERN
                    ? Sentence.FINDING_NOTICED_SOURCE_CONCERN
                    : Sentence.FINDING_NOTICED_SOURCE_CORRECTION,
                phrases.cited(source),
                phrases.date(notice.date()),
                phrases.quotedAll(claims)),
            Element.source(source))
        .related("claims", InspectedGraph.asClaims(claims))
        .number("verdicts", claims.size())
        .build();
  }
}
