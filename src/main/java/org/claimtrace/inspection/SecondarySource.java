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
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim that is supported or refuted if evidence on the winning side can fire, exhibits apart, all of it from one named source
 * whose {@code level} is secondary or tertiary, and no step on that side can fire; of a refuted claim, only if no claim contradicts it.
 * Two such sources may confirm each other, and one that is not named is a finding of its own.
 */
final class SecondarySource extends ClaimRule {

  SecondarySource() {
    super("secondary-source", Severity.NOTE);
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
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    if (claim.evidence().stream()
        .noneMatch(each -> isSecondHand(inspected.graph().source(each.sourceId())))) {
      return;
    }
    Verdict verdict = evaluation.verdict(claim.id());
    if (verdict != Verdict.SUPPORTED && verdict != Verdict.REFUTED) {
      return;
    }
    Stance side = verdict == Verdict.REFUTED ? Stance.REFUTES : Stance.SUPPORTS;
    ImmutableList<Statement> firing = inspected.firing(claim, side);
    boolean isOnly = !firing.isEmpty()
        && InspectedGraph.sources(firing.stream()).size() == 1
        && firing.stream().allMatch(each -> isSecondHand(inspected.graph().source(each.sourceId())))
        && !inspected.anyStepFires(claim, side)
        && (side == Stance.SUPPORTS || evaluation.contradicting(claim.id()).isEmpty());
    if (isOnly) {
      String source = firing.get(0).sourceId();
      found.accept(finding(
              inspected,
              phrases -> phrases.say(
                  Sentence.FINDING_SECONDARY_SOURCE,
                  phrases.quoted(claim.id()),
                  phrases.cited(source)),
              Element.claim(claim.id()))
          .related("source", Element.source(source))
          .build());
    }
  }

  private static boolean isSecondHand(Source source) {
    return source.type() != SourceType.UNNAMED
        && source.level().filter(level -> level != SourceLevel.PRIMARY).isPresent();
  }
}
