package org.claimtrace.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.inspection.ClaimNetwork.Bearing;
import org.claimtrace.inspection.ClaimNetwork.Ring;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires once for each set of sources that are derived from each other in rings, as {@code derivedFrom} of the sources says, and shows
 * the shortest ring through the first of them. Whether one of them is derived from a source outside as well is told, and makes no
 * difference. The derivation of a single statement makes no ring. Finds nothing where derivation is ignored.
 */
final class CircularSourcing extends UsualRule {

  CircularSourcing() {
    super("circular-sourcing", Severity.ERROR);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "A rumour", "sources": {
          "blog": {"title": "A blog", "derivedFrom": ["paper"]},
          "paper": {"title": "A paper", "derivedFrom": ["blog"]}},
         "claims": {"resigned": {"text": "The mayor has resigned", "evidence": ["blog", "paper"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "A rumour", "sources": {
          "blog": {"title": "A blog", "derivedFrom": ["paper"]},
          "paper": "A paper"},
         "claims": {"resigned": {"text": "The mayor has resigned", "evidence": ["blog", "paper"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    List<Element> derived = new ArrayList<>();
    List<Bearing> derivations = new ArrayList<>();
    inspected.graph().sources().forEach(source -> {
      if (!source.derivedFrom().isEmpty()) {
        derived.add(Element.source(source.id()));
      }
      for (String origin : inspected.evaluation().origins(source.id())) {
        derivations.add(
            new Bearing(Element.source(origin), Element.source(source.id()), Role.ORIGIN));
      }
    });
    for (Ring ring : ClaimNetwork.of(derived.stream(), derivations.stream()).rings()) {
      List<String> names = new ArrayList<>();
      ring.elements().forEach(element -> names.add(element.id()));
      names.add(names.get(0));
      Sentence rest = hasOriginOutside(inspected, ring)
          ? Sentence.FINDING_CIRCULAR_SOURCING_OUTSIDE
          : Sentence.FINDING_CIRCULAR_SOURCING_CLOSED;
      found.accept(finding(
              inspected,
              phrases -> phrases.join(
                  phrases.say(
                      Sentence.FINDING_CIRCULAR_SOURCING,
                      phrases.path(names.stream().map(phrases::cited).toList())),
                  phrases.say(rest)),
              ring.elements())
          .related("ring", ring.elements())
          .number("sources", ring.connected().size())
          .build());
    }
  }

  private static boolean hasOriginOutside(InspectedGraph inspected, Ring ring) {
    Set<Element> inside = Set.copyOf(ring.connected());
    return ring.connected().stream()
        .flatMap(element -> inspected.evaluation().origins(element.id()).stream())
        .anyMatch(origin -> !inside.contains(Element.source(origin)));
  }
}
