package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.change.History.Moment;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Tells the history of a claim. */
final class HistoryOutline {

  /** How many things that begin without changing the verdict are told of one moment. */
  private static final int MOST = 3;

  private final History history;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final ChangePhrases changePhrases;

  HistoryOutline(History history, Style style) {
    this.history = history;
    this.graph = history.evaluation().graph();
    this.phrases = new Phrasebook(graph, graph, style.language());
    this.changePhrases = new ChangePhrases(phrases);
  }

  Outline outline() {
    ImmutableList.Builder<Paragraph> told = ImmutableList.builder();
    told.add(Paragraph.of(Paragraph.Kind.TITLE, phrases.claim(history.claim())));
    if (history.moments().size() == 1 && history.leftOut().isEmpty()) {
      told.add(Paragraph.of(Paragraph.Kind.LEAD, phrases.say(Sentence.HISTORY_WITHOUT_DATES)));
    }
    for (Moment moment : history.moments()) {
      moment(moment, told);
    }
    if (!history.leftOut().isEmpty()) {
      told.add(Paragraph.of(
          Paragraph.Kind.SENTENCE,
          phrases.count(
              Sentence.HISTORY_CUT_OFF,
              history.leftOut().size(),
              phrases.date(history.leftOut().get(0)),
              phrases.verdict(history.claim(), history.evaluation().verdict(history.claim())))));
    }
    return new Outline(told.build());
  }

  private void moment(Moment moment, ImmutableList.Builder<Paragraph> told) {
    boolean isNews = moment.from().isEmpty() || moment.change().isPresent();
    told.add(Paragraph.of(
            Paragraph.Kind.MOMENT,
            phrases.say(
                isNews ? Sentence.CHANGE_LABELLED : Sentence.HISTORY_UNCHANGED,
                moment
                    .from()
                    .map(phrases::date)
                    .orElseGet(() -> phrases.say(Sentence.HISTORY_AT_FIRST)),
                phrases.verdict(history.claim(), moment.verdict())))
        .with(moment.verdict()));
    if (moment.change().isPresent()) {
      told.addAll(changePhrases.causes(moment.change().get()));
      return;
    }
    int count = moment.begins().size() + moment.retracted().size();
    moment.begins().stream()
        .sorted(Comparator.comparing(this::isAside))
        .limit(MOST)
        .forEach(line -> item(began(line, moment), told));
    moment.retracted().stream()
        .limit(Math.max(0, MOST - moment.begins().size()))
        .forEach(source -> item(retracted(source), told));
    if (count > MOST) {
      told.add(Paragraph.of(Paragraph.Kind.ITEM, phrases.count(Sentence.MORE_LINES, count - MOST)));
    }
  }

  /** Whether a line is a published verdict on another claim, which seldom counts. */
  private boolean isAside(Element line) {
    return line.kind() == Element.Kind.REVIEW
        && !graph.claimOf(line.id()).id().equals(history.claim());
  }

  private void item(Difference difference, ImmutableList.Builder<Paragraph> told) {
    told.add(
        Paragraph.of(Paragraph.Kind.ITEM, changePhrases.sentence(difference, history.claim())));
  }

  private Difference began(Element line, Moment moment) {
    return new Difference(
        Kind.ADDED,
        Optional.of(line),
        Optional.of(graph.claimOf(line.id()).id()),
        ImmutableList.of(),
        moment.from().map(PartialDate::toString).stream().collect(ImmutableList.toImmutableList()));
  }

  private Difference retracted(String source) {
    return new Difference(
        Kind.RETRACTED,
        Optional.of(Element.source(source)),
        Optional.empty(),
        ImmutableList.of(),
        graph
            .source(source)
            .retracted()
            .map(retraction -> ImmutableList.of(retraction.date().toString()))
            .orElse(ImmutableList.of()));
  }
}
