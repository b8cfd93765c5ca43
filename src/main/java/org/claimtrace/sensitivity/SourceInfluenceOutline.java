package org.claimtrace.sensitivity;

import java.util.List;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the influence of one source, or of each of several, as an outline. */
final class SourceInfluenceOutline {

  private final SourceInfluence influence;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final Outline.Builder outline = Outline.builder();

  SourceInfluenceOutline(SourceInfluence influence, Style style) {
    this.influence = influence;
    graph = influence.evaluation().graph();
    phrases = new Phrasebook(graph, graph, style.language());
  }

  Outline outline() {
    if (influence.sources().size() == 1 && influence.isComplete()) {
      one(influence.sources().get(0));
    } else {
      all(influence.sources());
    }
    return outline.build();
  }

  private void one(Foundation foundation) {
    outline.title(phrases.say(Sentence.RESTS_SOURCE_TITLE, phrases.source(foundation.sourceId())));
    if (foundation.verdicts() == 0) {
      outline.lead(phrases.say(Sentence.RESTS_NOTHING_FALLS));
      return;
    }
    outline.lead(phrases.count(
        Sentence.RESTS_FALLS,
        foundation.verdicts(),
        phrases.number(graph.claims().size())));
    for (LostVerdict fall : foundation.falls()) {
      outline.item(phrases.say(
          Sentence.RESTS_BECOMES,
          phrases.claim(fall.claimId()),
          phrases.verdict(fall.claimId(), fall.before()),
          phrases.verdict(fall.claimId(), fall.after())));
    }
    int more = foundation.verdicts() - foundation.falls().size();
    if (more > 0) {
      outline.item(phrases.count(Sentence.MORE_LINES, more));
    }
  }

  private void all(List<Foundation> sources) {
    outline.title(phrases.say(Sentence.RESTS_TITLE, phrases.title()));
    if (sources.isEmpty() && influence.isComplete()) {
      outline.lead(phrases.say(Sentence.RESTS_NO_SOURCES));
      return;
    }
    List<Foundation> holding =
        sources.stream().filter(each -> each.verdicts() > 0).toList();
    if (!holding.isEmpty()) {
      outline.lead(phrases.say(Sentence.RESTS_ALONE));
    }
    for (Foundation each : holding) {
      outline.item(phrases.count(
          Sentence.RESTS_COUNTED,
          each.verdicts(),
          each.sourceId(),
          phrases.source(each.sourceId())));
    }
    int idle = sources.size() - holding.size();
    if (idle > 0) {
      outline.lead(phrases.count(Sentence.RESTS_IDLE, idle));
    }
    if (!influence.isComplete()) {
      outline.lead(
          phrases.count(Sentence.RESTS_UNTRIED, influence.untriedSourceIds().size()));
    }
  }
}
