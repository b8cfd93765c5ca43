package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.inspection.InspectedGraph.Step;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim that a step assumes, or that is an exception of a step or a piece of evidence ({@code assuming}, {@code unless}),
 * where the line exists and counts, if nothing bears on it, no line that exists and no claim that contradicts it, and no search for
 * evidence is on record.
 */
final class UnexaminedAssumption extends UsualRule {

  UnexaminedAssumption() {
    super("unexamined-assumption", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The fingerprint", "sources": {"lab": "The laboratory"}, "claims": {
          "there": {"text": "He was in the room", "inferences": [{"premises": ["print"], "unless": ["planted"], "note": "Fingers leave prints."}]},
          "print": {"text": "His fingerprint was found there", "evidence": ["lab"]},
          "planted": "The print was planted"}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The fingerprint", "sources": {"lab": "The laboratory"}, "claims": {
          "there": {"text": "He was in the room", "inferences": [{"premises": ["print"], "unless": ["planted"], "note": "Fingers leave prints."}]},
          "print": {"text": "His fingerprint was found there", "evidence": ["lab"]},
          "planted": {"text": "The print was planted", "searches": [{"where": "The laboratory's records"}]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Map<String, List<Element>> assumed = new LinkedHashMap<>();
    Map<String, List<Element>> excepted = new LinkedHashMap<>();
    for (Claim claim : inspected.graph().claims()) {
      for (Statement each : inspected.evidence(claim)) {
        add(excepted, each.evidence().unless(), each.element());
      }
      for (Step step : inspected.steps(claim)) {
        add(assumed, step.inference().assuming(), step.element());
        add(excepted, step.inference().unless(), step.element());
      }
    }
    assumed.forEach(
        (id, lines) -> tell(inspected, id, lines, Sentence.FINDING_UNEXAMINED_ASSUMPTION, found));
    excepted.forEach((id, lines) ->
        tell(inspected, id, lines, Sentence.FINDING_UNEXAMINED_ASSUMPTION_EXCEPTION, found));
  }

  private static void add(Map<String, List<Element>> lines, List<String> claimIds, Element line) {
    claimIds.forEach(id -> lines.computeIfAbsent(id, key -> new ArrayList<>()).add(line));
  }

  private void tell(
      InspectedGraph inspected,
      String id,
      List<Element> lines,
      Sentence sentence,
      Consumer<Finding> found) {
    Claim claim = inspected.graph().claim(id);
    if (inspected.isExamined(claim) || !claim.searches().isEmpty()) {
      return;
    }
    List<String> conclusions = lines.stream()
        .map(line -> inspected.graph().claimOf(line.id()).id())
        .distinct()
        .toList();
    List<Element> elements = new ArrayList<>(List.of(Element.claim(id)));
    elements.addAll(lines);
    found.accept(finding(
            inspected,
            phrases -> phrases.say(sentence, phrases.quoted(id), phrases.quotedAll(conclusions)),
            elements)
        .related("conclusions", InspectedGraph.asClaims(conclusions))
        .about(sentence.name(), "")
        .build());
  }
}
