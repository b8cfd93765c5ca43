package org.claimtrace.change;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Bibliography;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders what follows in a scenario as an outline: what is supposed, how many verdicts change, and which. */
final class ConsequencesOutline {

  private final Consequences consequences;
  private final Evaluation before;
  private final Evaluation after;
  private final Phrasebook phrases;
  private final Outline.Builder outline;
  private final boolean all;

  ConsequencesOutline(Consequences consequences, Style style) {
    this.consequences = consequences;
    this.before = consequences.before();
    this.after = consequences.after();
    this.phrases = new Phrasebook(before.graph(), after.graph(), style.language());
    this.outline = phrases.outline();
    this.all = style.showsAll();
  }

  Outline outline() {
    outline.title(phrases.say(Sentence.CONSEQUENCES_TITLE, phrases.title()));
    after.asOf().ifPresent(date -> outline.lead(phrases.say(Sentence.AS_OF, phrases.date(date))));
    List<String> supposed = supposed();
    if (supposed.isEmpty()) {
      outline.lead(phrases.say(Sentence.CONSEQUENCES_OF_NOTHING));
    } else {
      outline.section(phrases.say(Sentence.CONSEQUENCES_SUPPOSED));
      supposed.forEach(outline::item);
    }
    outline.section(phrases.say(Sentence.CONSEQUENCES_FOLLOW));
    outline.remark(summary());
    consequences.changed().forEach(this::changed);
    Bibliography.add(phrases, outline, after.asOf(), all);
    return outline.build();
  }

  private List<String> supposed() {
    List<String> supposed = new ArrayList<>();
    for (Map.Entry<Element, Double> each : consequences.grades().entrySet()) {
      supposed.add(grade(each.getKey(), each.getValue()));
    }
    for (Map.Entry<String, Supposition> each : consequences.suppositions().entrySet()) {
      supposed.add(phrases.say(
          switch (each.getValue()) {
            case ACCEPTED -> Sentence.CONSEQUENCES_ACCEPTED;
            case REJECTED -> Sentence.CONSEQUENCES_REJECTED;
            case OPEN -> Sentence.CONSEQUENCES_OPEN;
          },
          phrases.quoted(each.getKey())));
    }
    for (Element each : consequences.added()) {
      supposed.add(phrases.say(Sentence.CONSEQUENCES_ADDED, line(each)));
    }
    return supposed;
  }

  private String grade(Element element, double grade) {
    String was = number(before.grade(element));
    if (element.kind() == Element.Kind.EVIDENCE && after.isWithdrawn(element.id())) {
      return phrases.say(
          Sentence.CONSEQUENCES_WITHDRAWN, line(element), phrases.when(withdrawal(element)));
    }
    if (element.kind() != Element.Kind.SOURCE) {
      return grade == 0
          ? phrases.say(Sentence.CONSEQUENCES_STRUCK, line(element))
          : phrases.say(Sentence.CONSEQUENCES_STRENGTH, line(element), number(grade), was);
    }
    String source = phrases.source(element.id());
    boolean isLifted = before.isRetracted(element.id()) && !after.isRetracted(element.id());
    if (grade == 0) {
      return phrases.say(Sentence.CONSEQUENCES_DISCREDITED, source);
    }
    if (grade == 1) {
      return phrases.say(
          isLifted ? Sentence.CONSEQUENCES_REHABILITATED : Sentence.CONSEQUENCES_VINDICATED,
          source);
    }
    return isLifted
        ? phrases.say(Sentence.CONSEQUENCES_LIFTED, source, number(grade))
        : phrases.say(Sentence.CONSEQUENCES_RELIABILITY, source, number(grade), was);
  }

  private PartialDate withdrawal(Element evidence) {
    return after
        .graph()
        .findEvidence(evidence.id())
        .flatMap(Evidence::retracted)
        .map(Retraction::date)
        .orElseThrow();
  }

  private String line(Element line) {
    ClaimGraph graph = after.graph();
    return phrases.line(graph, line, graph.claimOf(line.id()).id(), "");
  }

  private static String number(double grade) {
    return Grade.of(grade).toString();
  }

  private String summary() {
    int claims = before.graph().claims().size();
    int changed = consequences.changed().size();
    int shifted = consequences.shifted().size();
    return phrases.join(
        changed == 0
            ? phrases.say(Sentence.CONSEQUENCES_NONE)
            : claims == 1
                ? phrases.say(Sentence.CONSEQUENCES_CHANGED_ONLY)
                : phrases.count(Sentence.CONSEQUENCES_CHANGED, changed, phrases.number(claims)),
        shifted == 0 ? "" : phrases.count(Sentence.CONSEQUENCES_SHIFTED, shifted));
  }

  private void changed(String id) {
    outline.change(
        after.verdict(id),
        phrases.marked(id, before.verdict(id)) + " → " + phrases.marked(id, after.verdict(id)),
        phrases.claim(id),
        id);
    if (before.method() != Method.CERTAIN || after.method() != Method.CERTAIN) {
      Belief was = before.belief(id);
      Belief is = after.belief(id);
      outline.remark(phrases.say(
          Sentence.CONSEQUENCES_CHANCES,
          phrases.verdict(id, Verdict.SUPPORTED),
          Ascii.toLowerCase(phrases.verdict(id, Verdict.REFUTED)),
          OutOfHundred.percentToTenths(was.supported()),
          OutOfHundred.percentToTenths(is.supported()),
          OutOfHundred.percentToTenths(was.refuted()),
          OutOfHundred.percentToTenths(is.refuted())));
    }
  }
}
