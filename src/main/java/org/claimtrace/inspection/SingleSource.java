package org.claimtrace.inspection;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceDependence;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each thesis that is supported, misleading or refuted, if its verdict would be another one without a single source, all else as
 * it is; it names each such source. The sources are tried within the usual limits of {@link org.claimtrace.sensitivity.Sensitivity}, so
 * that on a great graph some may be missing.
 */
final class SingleSource extends UsualRule {

  SingleSource() {
    super("single-source", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The visit", "thesis": ["visit"], "sources": {"guard": "The guard", "driver": "The driver"}, "claims": {
          "visit": {"text": "She met him", "inferences": [{"premises": ["came", "stayed"], "note": "Nobody else was there."}]},
          "came": {"text": "She came", "evidence": ["guard", "driver"]},
          "stayed": {"text": "She stayed", "evidence": ["guard"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The visit", "thesis": ["visit"], "sources": {"guard": "The guard", "driver": "The driver"}, "claims": {
          "visit": {"text": "She met him", "inferences": [{"premises": ["came", "stayed"], "note": "Nobody else was there."}]},
          "came": {"text": "She came", "evidence": ["guard", "driver"]},
          "stayed": {"text": "She stayed", "evidence": ["guard", "driver"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    for (String thesis : inspected.graph().thesis()) {
      Verdict verdict = evaluation.verdict(thesis);
      if (verdict == Verdict.UNVERIFIED || verdict == Verdict.CONFLICTING) {
        continue;
      }
      ImmutableList<String> necessary =
          SourceDependence.of(evaluation, thesis, Sensitivity.Limits.USUAL.largestSet(1))
              .necessary()
              .stream()
              .flatMap(set -> set.sourceIds().stream())
              .collect(toImmutableList());
      if (!necessary.isEmpty()) {
        found.accept(finding(
                inspected,
                phrases -> phrases.count(
                    Sentence.FINDING_SINGLE_SOURCE,
                    necessary.size(),
                    phrases.quoted(thesis),
                    phrases.citedAll(necessary)),
                Element.claim(thesis))
            .related("necessary", InspectedGraph.asSources(necessary))
            .build());
      }
    }
  }
}
