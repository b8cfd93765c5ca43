package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.inspection.ClaimNetwork.Bearing;
import org.claimtrace.inspection.ClaimNetwork.Ring;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires once for each set of claims that are premises of supporting steps to each other in rings, if there is no case for any of them
 * in any world; it shows the shortest ring through the first of them. Claims for which something else speaks, however weakly, are in
 * no such ring, and neither are negated premises.
 */
final class CircularReasoning extends UsualRule {

  CircularReasoning() {
    super("circular-reasoning", Severity.ERROR);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "An honest witness", "claims": {
          "true": {"text": "What he says is true", "inferences": [{"premises": ["honest"]}]},
          "honest": {"text": "He is an honest man", "inferences": [{"premises": ["true"]}]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "An honest witness", "sources": {"court": "The record of the court"}, "claims": {
          "true": {"text": "What he says is true", "inferences": [{"premises": ["honest"]}]},
          "honest": {"text": "He is an honest man", "evidence": ["court"], "inferences": [{"premises": ["true"]}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    List<Element> claims = new ArrayList<>();
    List<Bearing> reasons = new ArrayList<>();
    for (Claim claim : inspected.graph().claims()) {
      if (!claim.steps().isEmpty() && hasNoCase(inspected, claim.id())) {
        claims.add(Element.claim(claim.id()));
        addReasons(inspected, claim, reasons);
      }
    }
    for (Ring ring : ClaimNetwork.of(claims.stream(), reasons.stream()).rings()) {
      List<Element> circle = ring.elements().stream()
          .filter(element -> element.kind() == Element.Kind.CLAIM)
          .toList();
      List<String> names = new ArrayList<>(circle.stream().map(Element::id).toList());
      names.add(names.get(0));
      found.accept(finding(
              inspected,
              phrases -> phrases.say(
                  Sentence.FINDING_CIRCULAR_REASONING,
                  phrases.path(names.stream().map(phrases::quoted).toList())),
              circle)
          .related("ring", ring.elements())
          .build());
    }
  }

  private static boolean hasNoCase(InspectedGraph inspected, String claimId) {
    Chance chance = inspected.evaluation().caseFor(claimId);
    return chance.yes() == 0
        && chance.undecided() == 0
        && inspected.evaluation().supposed(claimId).isEmpty();
  }

  private static void addReasons(InspectedGraph inspected, Claim claim, List<Bearing> reasons) {
    Element conclusion = Element.claim(claim.id());
    for (Step step : inspected.steps(claim)) {
      if (step.inference().stance() != Stance.SUPPORTS) {
        continue;
      }
      for (Premise premise : step.inference().premises()) {
        if (!premise.isNegated() && hasNoCase(inspected, premise.claimId())) {
          reasons.add(new Bearing(Element.claim(premise.claimId()), step.element(), Role.PREMISE));
          reasons.add(new Bearing(step.element(), conclusion, Role.PREMISE));
        }
      }
    }
  }
}
