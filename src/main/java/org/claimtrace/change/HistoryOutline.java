package org.claimtrace.change;

import java.util.Comparator;
import java.util.Optional;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.change.History.Moment;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Retraction;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the history of a claim as an outline: its changes or, if the style has everything, every date. */
final class HistoryOutline {

  /** The most lines and retractions without effect on the verdict that are rendered for one moment. */
  private static final int MOST = 3;

  private final History history;
  private final boolean all;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final ChangePhrases changePhrases;
  private final Outline.Builder outline;

  HistoryOutline(History history, Style style) {
    this.history = history;
    this.all = style.showsAll();
    this.graph = history.evaluation().graph();
    this.phrases = new Phrasebook(graph, graph, style.language());
    this.changePhrases = new ChangePhrases(phrases);
    this.outline = phrases.outline();
  }

  Outline outline() {
    outline.about(Element.claim(history.claimId())).title(phrases.claim(history.claimId()));
    if (history.moments().size() == 1 && history.leftOut().isEmpty()) {
      outline.lead(phrases.say(Sentence.HISTORY_WITHOUT_DATES));
    }
    int other = 0;
    for (Moment moment : history.moments()) {
      if (all || isNews(moment)) {
        moment(moment);
      } else {
        other++;
      }
    }
    if (other > 0) {
      outline.remark(phrases.count(Sentence.HISTORY_OTHER_DATES, other));
    }
    if (!history.leftOut().isEmpty()) {
      outline.remark(phrases.count(
          Sentence.HISTORY_CUT_OFF,
          history.leftOut().size(),
          phrases.date(history.leftOut().get(0)),
          phrases.verdict(history.claimId(), history.evaluation().verdict(history.claimId()))));
    }
    Bibliography.add(phrases, outline, history.evaluation().asOf(), all);
    return outline.build();
  }

  private void moment(Moment moment) {
    outline.moment(
        moment.verdict(),
        phrases.say(
            isNews(moment) ? Sentence.CHANGE_LABELLED : Sentence.HISTORY_UNCHANGED,
            moment
                .from()
                .map(phrases::date)
                .orElseGet(() -> phrases.say(Sentence.HISTORY_AT_FIRST)),
            phrases.verdict(history.claimId(), moment.verdict())));
    if (moment.change().isPresent()) {
      changePhrases.causes(moment.change().get(), outline);
      return;
    }
    int count =
        moment.begins().size() + moment.retracted().size() + moment.withdrawn().size();
    moment.begins().stream()
        .sorted(Comparator.comparing(this::isAside))
        .limit(MOST)
        .forEach(line -> item(began(line, moment)));
    moment.retracted().stream()
        .limit(Math.max(0, MOST - moment.begins().size()))
        .forEach(source -> item(retracted(source)));
    moment.withdrawn().stream()
        .limit(Math.max(0, MOST - moment.begins().size() - moment.retracted().size()))
        .forEach(line -> item(withdrawn(line)));
    if (count > MOST) {
      outline.item(phrases.count(Sentence.MORE_LINES, count - MOST));
    }
  }

  /** Returns whether a moment is the first, or one at which the verdict changes. */
  private static boolean isNews(Moment moment) {
    return moment.from().isEmpty() || moment.change().isPresent();
  }

  /** Returns whether a line is a published verdict on another claim, which seldom counts. */
  private boolean isAside(Element line) {
    return line.kind() == Element.Kind.REVIEW
        && !graph.claimOf(line.id()).id().equals(history.claimId());
  }

  private void item(Difference difference) {
    outline.item(changePhrases.sentence(difference, history.claimId()));
  }

  private Difference began(Element line, Moment moment) {
    return new LinePresence(Kind.ADDED, line, graph.claimOf(line.id()).id(), moment.from());
  }

  private Difference withdrawn(Element line) {
    return AttributeChange.ofLine(
        Attribute.WITHDRAWN,
        line,
        graph.claimOf(line.id()).id(),
        Optional.empty(),
        graph.findEvidence(line.id()).flatMap(Evidence::retracted).map(Retraction::date));
  }

  private Difference retracted(String source) {
    return AttributeChange.ofSource(
        Attribute.RETRACTED,
        source,
        Optional.empty(),
        graph.source(source).retracted().map(Retraction::date));
  }
}
