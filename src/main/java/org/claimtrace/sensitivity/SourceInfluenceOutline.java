package org.claimtrace.sensitivity;

import java.util.List;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.claimtrace.sensitivity.SourceInfluence.PastInfluence;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the influence of one source, or of each of several, as an outline. */
final class SourceInfluenceOutline {

  private final SourceInfluence influence;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final Outline.Builder outline;
  private final boolean all;

  SourceInfluenceOutline(SourceInfluence influence, Style style) {
    this.influence = influence;
    graph = influence.evaluation().graph();
    phrases = new Phrasebook(graph, graph, style.language());
    outline = phrases.outline();
    all = style.showsAll();
  }

  Outline outline() {
    if (influence.sources().size() == 1 && influence.isComplete()) {
      one(influence.sources().get(0));
    } else {
      all(influence.sources());
    }
    Bibliography.add(phrases, outline, influence.evaluation().asOf(), all);
    return outline.build();
  }

  private void one(Foundation foundation) {
    outline.title(phrases.say(Sentence.RESTS_SOURCE_TITLE, phrases.source(foundation.sourceId())));
    if (foundation.past().isPresent()) {
      past(foundation.past().get());
      return;
    }
    if (foundation.verdicts() == 0) {
      outline.lead(phrases.say(Sentence.RESTS_NOTHING_FALLS));
      return;
    }
    outline.lead(phrases.count(
        Sentence.RESTS_FALLS,
        foundation.verdicts(),
        phrases.number(graph.claims().size())));
    foundation.falls().forEach(fall -> change(Sentence.RESTS_BECOMES, fall));
    int more = foundation.verdicts() - foundation.falls().size();
    if (more > 0) {
      outline.item(phrases.count(Sentence.MORE_LINES, more));
    }
  }

  /** Adds what rested on a source that was retracted, and what its rehabilitation would change. */
  private void past(PastInfluence past) {
    outline.lead(phrases.say(Sentence.RESTS_PAST_LEAD, phrases.when(past.date())));
    if (past.before().isEmpty()) {
      outline.lead(phrases.say(Sentence.RESTS_PAST_NONE));
    } else {
      outline.section(phrases.say(Sentence.RESTS_PAST));
      past.before().forEach(each -> change(Sentence.RESTS_PAST_ITEM, each));
    }
    if (past.regained().isEmpty()) {
      outline.remark(phrases.say(Sentence.RESTS_REGAINED_NONE));
    } else {
      outline.section(phrases.say(Sentence.RESTS_REGAINED));
      past.regained().forEach(each -> change(Sentence.RESTS_BECOMES, each));
    }
  }

  private void change(Sentence sentence, LostVerdict change) {
    outline.item(phrases.say(
        sentence,
        phrases.claim(change.claimId()),
        phrases.verdict(change.claimId(), change.before()),
        phrases.verdict(change.claimId(), change.after())));
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
    List<String> retracted = sources.stream()
        .map(Foundation::sourceId)
        .filter(influence.evaluation()::isRetracted)
        .toList();
    int idle = sources.size() - holding.size() - retracted.size();
    if (idle > 0) {
      outline.lead(phrases.count(Sentence.RESTS_IDLE, idle));
    }
    if (!retracted.isEmpty()) {
      outline.lead(phrases.count(
          Sentence.RESTS_RETRACTED_IDLE,
          retracted.size(),
          phrases.few(retracted, phrases::source)));
    }
    if (!influence.isComplete()) {
      outline.lead(
          phrases.count(Sentence.RESTS_UNTRIED, influence.untriedSourceIds().size()));
    }
  }
}
