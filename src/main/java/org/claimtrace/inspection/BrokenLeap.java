package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each step that supports a claim, is not ascribed to anybody ({@code by}), and is a broken leap, if the argument for its claim
 * is one too, as {@link org.claimtrace.explanation.Diagnosis#BROKEN_LEAP} defines it: the premises hold together, and the step does not.
 * Not where an exception of the step is accepted or the claim is refuted, for then the authors have answered it themselves. The arguments
 * of others may well break; to show that is what a graph is for.
 */
final class BrokenLeap extends UsualRule {

  BrokenLeap() {
    super("broken-leap", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The lights", "sources": {"neighbour": "A neighbour"}, "claims": {
          "home": {"text": "Somebody is at home", "inferences": [{"premises": ["lights"], "strength": "unlikely"}]},
          "lights": {"text": "The lights are on", "evidence": ["neighbour"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The lights", "sources": {"neighbour": "A neighbour", "janitor": "The janitor"}, "claims": {
          "home": {"text": "Somebody is at home", "inferences": [{"premises": ["lights"], "unless": ["timer"]}]},
          "lights": {"text": "The lights are on", "evidence": ["neighbour"]},
          "timer": {"text": "A timer switches them on", "evidence": ["janitor"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Evaluation evaluation = inspected.evaluation();
    List<String> broken = new ArrayList<>();
    for (Claim claim : inspected.graph().claims()) {
      if (inspected.steps(claim).stream().anyMatch(step -> mayBeBroken(evaluation, step))
          && evaluation.verdict(claim.id()) != Verdict.REFUTED) {
        broken.add(claim.id());
      }
    }
    if (broken.isEmpty()) {
      return;
    }
    Explanations.of(evaluation, broken)
        .accountsOnce()
        .forEach((id, accounts) -> accounts.stream()
            .filter(account ->
                account.claimId().equals(id) && account.diagnosis() == Diagnosis.BROKEN_LEAP)
            .forEach(account -> account.supporting().stream()
                .filter(line -> line.diagnosis() == Diagnosis.BROKEN_LEAP && isOwn(inspected, line))
                .forEach(line -> found.accept(finding(
                        inspected,
                        phrases -> phrases.say(
                            Sentence.FINDING_BROKEN_LEAP, phrases.quoted(account.claimId())),
                        line.element(),
                        Element.claim(account.claimId()))
                    .number("chance", line.chance().yes())
                    .build()))));
  }

  /** Returns whether a step does not hold although each of its premises does, which is necessary for a broken leap and quick to find. */
  private static boolean mayBeBroken(Evaluation evaluation, Step step) {
    double burden = evaluation.standard().burden();
    return step.inference().stance() == Stance.SUPPORTS
        && step.inference().by().isEmpty()
        && !VerdictRule.exceeds(step.fires(), burden)
        && step.inference().premises().stream()
            .allMatch(premise -> VerdictRule.exceeds(
                evaluation
                    .belief(premise.claimId())
                    .of(premise.isNegated() ? Label.REFUTED : Label.SUPPORTED),
                burden));
  }

  private static boolean isOwn(InspectedGraph inspected, LineReport line) {
    boolean isAnswered =
        line.obstacles().stream().anyMatch(each -> each.kind() == Obstacle.Kind.EXCEPTION_ACCEPTED);
    return !isAnswered
        && inspected
            .graph()
            .findInference(line.element().id())
            .filter(inference -> inference.by().isEmpty())
            .isPresent();
  }
}
