package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim and stance (for or against) where at least two sources give evidence that exists and counts, exhibits apart, and
 * where these have fewer deepest origins than they are sources: what they are derived from, directly or through others, and is derived
 * from nothing itself. A warning where another verdict would follow if every source were taken for an original; otherwise a note.
 */
final class OneOrigin extends UsualRule {

  OneOrigin() {
    super("one-origin", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The census", "sources": {
          "bureau": {"title": "The census bureau", "reliability": 0.5},
          "times": {"title": "The Times", "derivedFrom": ["bureau"]},
          "herald": {"title": "The Herald", "derivedFrom": ["bureau"]}},
         "claims": {"million": {"text": "The city has a million inhabitants", "evidence": ["times", "herald"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The census", "sources": {
          "bureau": {"title": "The census bureau", "reliability": 0.5},
          "times": {"title": "The Times", "derivedFrom": ["bureau"]},
          "water": {"title": "The waterworks' own count", "reliability": 0.8}},
         "claims": {"million": {"text": "The city has a million inhabitants", "evidence": ["times", "water"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    for (Claim claim : inspected.graph().claims()) {
      if (claim.evidence().size() > 1) {
        find(inspected, claim, Stance.SUPPORTS, found);
        find(inspected, claim, Stance.REFUTES, found);
      }
    }
  }

  private void find(InspectedGraph inspected, Claim claim, Stance stance, Consumer<Finding> found) {
    List<Statement> testimony = inspected.testimony(claim, stance);
    ImmutableList<String> sources = InspectedGraph.sources(testimony.stream());
    if (sources.size() < 2) {
      return;
    }
    Set<String> origins = new LinkedHashSet<>();
    for (Statement each : testimony) {
      Optional<ImmutableSet<String>> deepest = inspected.origins().of(each.evidence());
      if (deepest.isEmpty() || deepest.get().isEmpty()) {
        // Not known, or a ring, which is a finding of its own.
        return;
      }
      origins.addAll(deepest.get());
    }
    if (origins.size() < sources.size()) {
      found.accept(collapsed(inspected, claim, stance, sources, ImmutableList.copyOf(origins)));
    }
  }

  private Finding collapsed(
      InspectedGraph inspected,
      Claim claim,
      Stance stance,
      ImmutableList<String> sources,
      ImmutableList<String> origins) {
    Evaluation evaluation = inspected.evaluation();
    boolean isFor = stance == Stance.SUPPORTS;
    double now = chance(evaluation, claim, isFor);
    Optional<Evaluation> originals = inspected.asOriginals();
    double then = originals.map(each -> chance(each, claim, isFor)).orElse(now);
    boolean isMore = then > now + VerdictRule.INDIFFERENCE;
    Finding.Builder finding = finding(
            inspected,
            phrases -> phrases.join(
                origins.size() == 1
                    ? phrases.count(
                        isFor
                            ? Sentence.FINDING_ONE_ORIGIN_FOR
                            : Sentence.FINDING_ONE_ORIGIN_AGAINST,
                        sources.size(),
                        phrases.quoted(claim.id()),
                        phrases.cited(origins.get(0)))
                    : phrases.count(
                        isFor
                            ? Sentence.FINDING_ONE_ORIGIN_SEVERAL_FOR
                            : Sentence.FINDING_ONE_ORIGIN_SEVERAL_AGAINST,
                        sources.size(),
                        phrases.quoted(claim.id()),
                        phrases.number(origins.size())),
                isMore
                    ? phrases.say(
                        isFor
                            ? Sentence.FINDING_ONE_ORIGIN_CHANCE_FOR
                            : Sentence.FINDING_ONE_ORIGIN_CHANCE_AGAINST,
                        phrases.percent(now),
                        phrases.percent(then))
                    : ""),
            Element.claim(claim.id()))
        .related("sources", InspectedGraph.asSources(sources))
        .related("origins", InspectedGraph.asSources(origins))
        .number("sources", sources.size())
        .number("origins", origins.size())
        .about(stance.toString(), "");
    if (isMore) {
      finding.number("chance", now).number("chanceIfOriginals", then);
    }
    boolean isAnotherVerdict = originals
        .filter(each -> each.verdict(claim.id()) != evaluation.verdict(claim.id()))
        .isPresent();
    return finding.severity(isAnotherVerdict ? Severity.WARNING : Severity.NOTE).build();
  }

  private static double chance(Evaluation evaluation, Claim claim, boolean isFor) {
    return (isFor ? evaluation.caseFor(claim.id()) : evaluation.caseAgainst(claim.id())).yes();
  }
}
