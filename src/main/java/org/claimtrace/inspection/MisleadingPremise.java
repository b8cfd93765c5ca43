package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each step to a supported claim that supports it, can fire and is not ascribed to anybody ({@code by}), and for each of its
 * premises, not negated, whose verdict is misleading. A claim that is itself misleading, or is not supported, tells its readers already.
 * The arguments of others may well lean on half-truths; to show that is what a graph is for. Steps from parts do not count.
 */
final class MisleadingPremise extends ClaimRule {

  MisleadingPremise() {
    super("misleading-premise", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The tax", "sources": {"act": "The act", "annex": "The annex of the act"}, "claims": {
          "all": {"text": "Everybody pays less", "inferences": [{"premises": ["cut"], "note": "Who is taxed less pays less."}]},
          "cut": {"text": "The tax was cut", "evidence": ["act", {"source": "annex", "stance": "qualifies", "note": "Only for companies."}]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The tax", "sources": {"act": "The act", "annex": "The annex of the act"}, "claims": {
          "all": {"text": "Companies pay less", "inferences": [{"premises": ["cut"], "note": "Who is taxed less pays less."}]},
          "cut": {"text": "The tax on companies was cut", "evidence": ["act", "annex"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    ImmutableList<Step> steps = inspected.steps(claim);
    if (steps.isEmpty() || inspected.evaluation().verdict(claim.id()) != Verdict.SUPPORTED) {
      return;
    }
    for (Step step : steps) {
      Inference inference = step.inference();
      if (inference.stance() != Stance.SUPPORTS
          || inference.by().isPresent()
          || inference.isFromParts()
          || step.fires() <= 0) {
        continue;
      }
      for (Premise premise : inference.premises()) {
        String id = premise.claimId();
        if (!premise.isNegated() && inspected.evaluation().verdict(id) == Verdict.MISLEADING) {
          found.accept(finding(
                  inspected,
                  phrases -> phrases.say(
                      Sentence.FINDING_MISLEADING_PREMISE,
                      phrases.quoted(claim.id()),
                      phrases.quoted(id)),
                  step.element(),
                  Element.claim(id))
              .build());
        }
      }
    }
  }
}
