package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceLevel;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim that is supported or refuted if evidence on the winning side can fire, exhibits apart, all of it from sources whose {@code level} is secondary or tertiary, and no step on that side can fire. A source without a level is not counted among
 * them, and nothing that contradicts a refuted claim may be accepted.
 */
final class SecondarySources extends UsualRule {

  SecondarySources() {
    super("secondary-sources", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The study", "sources": {"paper": {"title": "A newspaper on the study", "level": "secondary"}},
         "claims": {"coffee": {"text": "The study found no effect of coffee", "evidence": ["paper"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The study", "sources": {
          "paper": {"title": "A newspaper on the study", "level": "secondary"}, "study": {"title": "The study", "level": "primary"}},
         "claims": {"coffee": {"text": "The study found no effect of coffee", "evidence": ["paper", "study"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().claims().forEach(claim -> find(inspected, claim, found));
  }

  private void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    Verdict verdict = evaluation.verdict(claim.id());
    if (verdict != Verdict.SUPPORTED && verdict != Verdict.REFUTED) {
      return;
    }
    Stance side = verdict == Verdict.REFUTED ? Stance.REFUTES : Stance.SUPPORTS;
    ImmutableList<Statement> firing = inspected.firing(claim, side);
    boolean isOnly = !firing.isEmpty()
        && firing.stream().allMatch(each -> isSecondHand(inspected.graph().source(each.sourceId())))
        && !inspected.anyStepFires(claim, side)
        && (side == Stance.SUPPORTS || evaluation.contradicting(claim.id()).isEmpty());
    if (isOnly) {
      ImmutableList<String> sources = InspectedGraph.sources(firing.stream());
      found.accept(finding(
              inspected,
              phrases -> phrases.count(
                  Sentence.FINDING_SECONDARY_SOURCES,
                  sources.size(),
                  phrases.quoted(claim.id()),
                  phrases.citedAll(sources)),
              Element.claim(claim.id()))
          .related("sources", InspectedGraph.asSources(sources))
          .build());
    }
  }

  private static boolean isSecondHand(Source source) {
    return source.level().filter(level -> level != SourceLevel.PRIMARY).isPresent();
  }
}
