package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Paragraph.Kind;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Tells what rests on one source, or on each of several. */
final class SourceInfluenceOutline {

  private final SourceInfluence foundations;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final ImmutableList.Builder<Paragraph> told = ImmutableList.builder();

  SourceInfluenceOutline(SourceInfluence foundations, Style style) {
    this.foundations = foundations;
    graph = foundations.evaluation().graph();
    phrases = new Phrasebook(graph, graph, style.language());
  }

  Outline outline() {
    if (foundations.sources().size() == 1 && foundations.complete()) {
      one(foundations.sources().get(0));
    } else {
      all(foundations.sources());
    }
    return new Outline(told.build());
  }

  private void add(Kind kind, String text) {
    told.add(Paragraph.of(kind, text));
  }

  private void one(Foundation foundation) {
    add(Kind.TITLE, phrases.say(Sentence.RESTS_SOURCE_TITLE, phrases.source(foundation.source())));
    if (foundation.verdicts() == 0) {
      add(Kind.LEAD, phrases.say(Sentence.RESTS_NOTHING_FALLS));
      return;
    }
    add(
        Kind.LEAD,
        phrases.count(
            Sentence.RESTS_FALLS,
            foundation.verdicts(),
            phrases.number(graph.claims().size())));
    for (LostVerdict fall : foundation.falls()) {
      add(
          Kind.ITEM,
          phrases.say(
              Sentence.RESTS_BECOMES,
              phrases.claim(fall.claim()),
              phrases.verdict(fall.claim(), fall.before()),
              phrases.verdict(fall.claim(), fall.after())));
    }
    int more = foundation.verdicts() - foundation.falls().size();
    if (more > 0) {
      add(Kind.ITEM, phrases.count(Sentence.MORE_LINES, more));
    }
  }

  private void all(List<Foundation> sources) {
    add(Kind.TITLE, phrases.say(Sentence.RESTS_TITLE, phrases.title()));
    if (sources.isEmpty() && foundations.complete()) {
      add(Kind.LEAD, phrases.say(Sentence.RESTS_NO_SOURCES));
      return;
    }
    List<Foundation> holding =
        sources.stream().filter(each -> each.verdicts() > 0).toList();
    if (!holding.isEmpty()) {
      add(Kind.LEAD, phrases.say(Sentence.RESTS_ALONE));
    }
    for (Foundation each : holding) {
      add(
          Kind.ITEM,
          phrases.count(
              Sentence.RESTS_COUNTED,
              each.verdicts(),
              each.source(),
              phrases.source(each.source())));
    }
    int idle = sources.size() - holding.size();
    if (idle > 0) {
      add(Kind.LEAD, phrases.count(Sentence.RESTS_IDLE, idle));
    }
    if (!foundations.complete()) {
      add(Kind.LEAD, phrases.count(Sentence.RESTS_UNTRIED, foundations.untried().size()));
    }
  }
}
