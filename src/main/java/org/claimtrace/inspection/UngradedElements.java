package org.claimtrace.inspection;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires once for a graph in which some elements of a kind carry a grade below 1 and others of the kind do not: sources that give evidence
 * or publish verdicts, or whom these pass on or were read in; pieces of evidence; inferences. Each kind is told by itself, so that pieces
 * of evidence may go without grades where only sources are graded. Not where the evaluation is by logic alone.
 */
final class UngradedElements extends UsualRule {

  UngradedElements() {
    super("taken-for-certain", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The witness", "sources": {"one": {"title": "One witness", "reliability": "C"}, "two": "Another witness"},
         "claims": {"seen": {"text": "He was seen", "evidence": ["one", "two"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The witness", "sources": {
          "one": {"title": "One witness", "reliability": "C"}, "two": {"title": "Another witness", "reliability": "B"}},
         "claims": {"seen": {"text": "He was seen", "evidence": ["one", "two"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    if (inspected.evaluation().isByLogic()) {
      return;
    }
    ClaimGraph graph = inspected.graph();
    Grades sources = new Grades();
    Grades evidence = new Grades();
    Grades inferences = new Grades();
    for (Claim claim : graph.claims()) {
      claim.evidence().forEach(each -> evidence.add(each.element(claim.id()), each.strength()));
      claim.inferences().forEach(each -> inferences.add(each.element(claim.id()), each.strength()));
    }
    for (Source source : graph.sources()) {
      if (graph.uses(source.id()).stream().anyMatch(use -> READ.contains(use.role()))) {
        sources.add(Element.source(source.id()), source.reliability());
      }
    }
    if (sources.areMixed() || evidence.areMixed() || inferences.areMixed()) {
      Finding.Builder finding = finding(
          inspected,
          phrases -> phrases.join(
              phrases.say(Sentence.FINDING_TAKEN_FOR_CERTAIN),
              sources.told(phrases, Sentence.FINDING_TAKEN_FOR_CERTAIN_SOURCES),
              evidence.told(phrases, Sentence.FINDING_TAKEN_FOR_CERTAIN_EVIDENCE),
              inferences.told(phrases, Sentence.FINDING_TAKEN_FOR_CERTAIN_STEPS)));
      sources.addTo(finding, "sources");
      evidence.addTo(finding, "evidence");
      inferences.addTo(finding, "inferences");
      found.accept(finding.build());
    }
  }

  /** The uses of a source in which it is read by an evaluation. */
  private static final ImmutableSet<ClaimGraph.Use.Role> READ = ImmutableSet.of(
      ClaimGraph.Use.Role.SOURCE,
      ClaimGraph.Use.Role.RELAY,
      ClaimGraph.Use.Role.REVIEWER,
      ClaimGraph.Use.Role.ORIGIN);

  /** The elements of one kind, with and without a grade. */
  private static final class Grades {

    private final List<Element> ungraded = new ArrayList<>();
    private int all;

    void add(Element element, Grade grade) {
      all++;
      if (grade.value() == 1) {
        ungraded.add(element);
      }
    }

    boolean areMixed() {
      return !ungraded.isEmpty() && ungraded.size() < all;
    }

    String told(FindingPhrases phrases, Sentence sentence) {
      return areMixed() ? phrases.count(sentence, ungraded.size(), phrases.number(all)) : "";
    }

    void addTo(Finding.Builder finding, String name) {
      if (areMixed()) {
        finding.related(name, ungraded).number(name, ungraded.size());
      }
    }
  }
}
