package org.claimtrace.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the changes between two evaluations as an outline. */
final class ChangesOutline {

  private static final int MOST_SOURCES = 8;

  /** The most claims that are listed of those that were added, reworded or removed. */
  private static final int MOST_CLAIMS = 100;

  private final Changes changes;
  private final Phrasebook phrases;
  private final ChangePhrases changePhrases;
  private final Outline.Builder outline;
  private final boolean all;

  ChangesOutline(Changes changes, Style style) {
    this.changes = changes;
    this.phrases =
        new Phrasebook(changes.before().graph(), changes.after().graph(), style.language());
    this.changePhrases = new ChangePhrases(phrases);
    this.outline = phrases.outline();
    this.all = style.showsAll();
  }

  /** Returns the outline; a note for publication also has the sources behind each change. */
  Outline outline(boolean isNote) {
    Sentence title = isNote ? Sentence.CHANGE_NOTE_TITLE : Sentence.CHANGE_TITLE;
    outline.title(phrases.say(title, phrases.title()));
    period().ifPresent(outline::lead);
    outline.lead(isSame() ? phrases.say(Sentence.CHANGE_NOTHING) : summary());
    for (VerdictChange change : changes.changed()) {
      verdict(change, isNote);
    }
    section(
        Sentence.CHANGE_NEW_CLAIMS,
        changes.added(),
        id -> phrases.say(
            Sentence.CHANGE_LABELLED,
            phrases.marked(id, changes.after().verdict(id)),
            phrases.claim(id)));
    section(
        Sentence.CHANGE_REWORDED_CLAIMS,
        changes.reworded(),
        id -> phrases.say(Sentence.CHANGE_NOW_BEFORE, phrases.claim(id), phrases.claimBefore(id)));
    section(
        Sentence.CHANGE_GONE_CLAIMS,
        changes.removed(),
        id -> phrases.say(
            Sentence.CHANGE_NOW_BEFORE,
            phrases.claim(id),
            phrases.marked(id, changes.before().verdict(id))));
    Bibliography.add(phrases, outline, changes.after().asOf(), all);
    return outline.build();
  }

  private void section(Sentence heading, List<String> ids, UnaryOperator<String> item) {
    if (!ids.isEmpty()) {
      outline.section(phrases.say(heading));
      ids.stream().limit(MOST_CLAIMS).map(item).forEach(outline::item);
      if (ids.size() > MOST_CLAIMS) {
        outline.item(phrases.count(Sentence.MORE_LINES, ids.size() - MOST_CLAIMS));
      }
    }
  }

  /** Returns the dates of both sides, if both have one and these differ. */
  private Optional<String> period() {
    Optional<PartialDate> from = date(changes.before());
    Optional<PartialDate> to = date(changes.after());
    return from.isPresent() && to.isPresent() && !from.equals(to)
        ? Optional.of(
            phrases.say(Sentence.CHANGE_PERIOD, phrases.date(from.get()), phrases.date(to.get())))
        : Optional.empty();
  }

  private static Optional<PartialDate> date(Evaluation evaluation) {
    ClaimGraph graph = evaluation.graph();
    return evaluation.asOf().or(graph::modified).or(graph::published);
  }

  /** Whether one graph was looked at in one way: what changed else need not have changed a verdict. */
  private boolean isSame() {
    return changes.isEmpty()
        && changes.before().graph().equals(changes.after().graph())
        && changes.before().options().equals(changes.after().options())
        && changes.before().changedGrades().equals(changes.after().changedGrades())
        && changes.before().claimsWithoutReviews().equals(changes.after().claimsWithoutReviews());
  }

  private String summary() {
    int claims = changes.after().graph().claims().size() - changes.added().size();
    int changed = changes.changed().size();
    String summary = changed == 0
        ? phrases.say(Sentence.CHANGE_SUMMARY_NONE)
        : phrases.say(Sentence.CHANGE_SUMMARY, phrases.number(changed), phrases.number(claims));
    int shifted = changes.shifted().size();
    return shifted == 0
        ? summary
        : phrases.join(List.of(summary, phrases.count(Sentence.CHANGE_SHIFTED, shifted)));
  }

  private void verdict(VerdictChange change, boolean forReaders) {
    String id = change.claimId();
    String was = phrases.marked(id, change.before());
    String is = phrases.marked(id, change.after());
    outline.change(change.after(), was + " → " + is, phrases.claim(id), id);
    changePhrases.causes(change, outline);
    if (forReaders) {
      sources(change);
    }
  }

  private void sources(VerdictChange change) {
    Set<String> sources = new LinkedHashSet<>();
    change
        .causes()
        .forEach(cause ->
            cause.differences().forEach(each -> sources.addAll(changePhrases.sourcesOf(each))));
    if (!sources.isEmpty()) {
      outline.remark(phrases.count(Sentence.SOURCES, sources.size(), "").strip());
      sources.stream()
          .limit(MOST_SOURCES)
          .forEach(id -> outline.about(Element.source(id)).item(phrases.source(id)));
    }
  }
}
