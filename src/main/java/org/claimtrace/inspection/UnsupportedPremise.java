package org.claimtrace.inspection;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Premise;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim that is a premise of a step that exists and counts, negated or not, if nothing bears on it, no line that exists and
 * no claim that contradicts it, and no search for evidence is on record. Claims that are only parts of others do not count as premises.
 */
final class UnsupportedPremise extends UsualRule {

  UnsupportedPremise() {
    super("unsupported-premise", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The strike", "claims": {
          "strike": {"text": "The trains stand still", "inferences": [{"premises": ["called"], "note": "Whoever is called out stays at home."}]},
          "called": "The drivers were called out"}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The strike", "sources": {"union": "The union"}, "claims": {
          "strike": {"text": "The trains stand still", "inferences": [{"premises": ["called"], "note": "Whoever is called out stays at home."}]},
          "called": {"text": "The drivers were called out", "evidence": ["union"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Map<String, List<Step>> byPremise = new LinkedHashMap<>();
    for (Claim claim : inspected.graph().claims()) {
      for (Step step : inspected.steps(claim)) {
        if (step.inference().isFromParts()) {
          continue;
        }
        for (Premise premise : step.inference().premises()) {
          byPremise.computeIfAbsent(premise.claimId(), id -> new ArrayList<>()).add(step);
        }
      }
    }
    byPremise.forEach((id, steps) -> {
      Claim premise = inspected.graph().claim(id);
      if (!inspected.isExamined(premise) && premise.searches().isEmpty()) {
        List<Element> elements = new ArrayList<>(List.of(Element.claim(id)));
        steps.forEach(step -> elements.add(step.element()));
        List<String> conclusions =
            steps.stream().map(step -> step.claim().id()).distinct().toList();
        found.accept(finding(
                inspected,
                phrases -> phrases.say(
                    Sentence.FINDING_UNSUPPORTED_PREMISE,
                    phrases.quoted(id),
                    phrases.quotedAll(conclusions)),
                ImmutableSet.copyOf(elements).asList())
            .related("conclusions", InspectedGraph.asClaims(conclusions))
            .build());
      }
    });
  }
}
