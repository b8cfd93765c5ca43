package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim and stance (for or against) where at least two sources give evidence that exists and counts, exhibits apart, and
 * all of it was read through one and the same source ({@code via}, or else {@code readIn}).
 */
final class OneRelay extends UsualRule {

  OneRelay() {
    super("one-relay", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The merger", "sources": {
          "blog": "A blog", "bank": {"title": "The bank", "readIn": ["blog"]}, "union": {"title": "The union", "readIn": ["blog"]}},
         "claims": {"merger": {"text": "The two companies merge", "evidence": ["bank", "union"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The merger", "sources": {
          "blog": "A blog", "bank": {"title": "The bank", "readIn": ["blog"]}, "union": "The union"},
         "claims": {"merger": {"text": "The two companies merge", "evidence": ["bank", "union"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    for (Claim claim : inspected.graph().claims()) {
      if (claim.evidence().size() > 1) {
        find(inspected, claim, Stance.SUPPORTS, Sentence.FINDING_ONE_RELAY_FOR, found);
        find(inspected, claim, Stance.REFUTES, Sentence.FINDING_ONE_RELAY_AGAINST, found);
      }
    }
  }

  private void find(
      InspectedGraph inspected,
      Claim claim,
      Stance stance,
      Sentence sentence,
      Consumer<Finding> found) {
    List<Statement> testimony = inspected.testimony(claim, stance);
    ImmutableList<String> sources = InspectedGraph.sources(testimony.stream());
    if (sources.size() < 2) {
      return;
    }
    Set<String> relays =
        new LinkedHashSet<>(inspected.graph().relays(testimony.get(0).evidence()));
    testimony.forEach(each -> relays.retainAll(inspected.graph().relays(each.evidence())));
    if (!relays.isEmpty()) {
      ImmutableList<String> all = ImmutableList.copyOf(relays);
      found.accept(finding(
              inspected,
              phrases -> phrases.count(
                  sentence, sources.size(), phrases.quoted(claim.id()), phrases.citedAll(all)),
              Element.claim(claim.id()))
          .related("sources", InspectedGraph.asSources(sources))
          .related("relays", InspectedGraph.asSources(all))
          .number("sources", sources.size())
          .about(stance.toString(), "")
          .build());
    }
  }
}
