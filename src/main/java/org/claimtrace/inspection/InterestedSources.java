package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for a claim if some evidence for it can fire, exhibits apart, all of that comes from interested sources, and no step for it can
 * fire. A source is interested if one of its affiliations, or, of an official source, its publisher, is among what the claim is about
 * ({@code about}), compared in NFC, case-folded; not in a piece of evidence that is against its interest.
 */
final class InterestedSources extends ClaimRule {

  InterestedSources() {
    super("interested-sources", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The pill", "sources": {"maker": {"title": "The maker's leaflet", "affiliations": ["Pharmaco"]}},
         "claims": {"safe": {"text": "The pill of Pharmaco is safe", "about": ["Pharmaco"], "evidence": ["maker"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The pill", "sources": {
          "maker": {"title": "The maker's leaflet", "affiliations": ["Pharmaco"]}, "agency": {"title": "The agency for medicines"}},
         "claims": {"safe": {"text": "The pill of Pharmaco is safe", "about": ["Pharmaco"], "evidence": ["maker", "agency"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    if (claim.about().isEmpty()) {
      return;
    }
    ImmutableList<Statement> firing = inspected.firing(claim, Stance.SUPPORTS);
    Set<String> interests = new LinkedHashSet<>();
    for (Statement each : firing) {
      List<String> shared = interests(inspected, claim, each);
      if (shared.isEmpty()) {
        return;
      }
      interests.addAll(shared);
    }
    if (firing.isEmpty() || inspected.anyStepFires(claim, Stance.SUPPORTS)) {
      return;
    }
    ImmutableList<String> sources = InspectedGraph.sources(firing.stream());
    found.accept(finding(
            inspected,
            phrases -> phrases.count(
                Sentence.FINDING_INTERESTED_SOURCES,
                sources.size(),
                phrases.quoted(claim.id()),
                phrases.citedAll(sources),
                phrases.names(interests.stream())),
            Element.claim(claim.id()))
        .related("sources", InspectedGraph.asSources(sources))
        .word("interests", String.join("; ", interests))
        .build());
  }

  private static ImmutableList<String> interests(
      InspectedGraph inspected, Claim claim, Statement statement) {
    if (statement.evidence().isAgainstInterest()) {
      return ImmutableList.of();
    }
    Source source = inspected.graph().source(statement.sourceId());
    List<String> names = new ArrayList<>(source.affiliations());
    if (source.type() == SourceType.OFFICIAL) {
      source.publisher().ifPresent(names::add);
    }
    return EntityNames.common(claim.about(), names);
  }
}
