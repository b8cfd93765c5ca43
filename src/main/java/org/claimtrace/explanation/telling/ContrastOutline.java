package org.claimtrace.explanation.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph.Subject;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders a contrast, which explains why a claim does not have another verdict, as an outline. */
public final class ContrastOutline {

  /** The most lines that are rendered whole; of more, only the first {@value #FIRST_LINES} are. {@link Contrast} has them all. */
  private static final int MOST_LINES = 16;

  private static final int FIRST_LINES = 12;

  private final Contrast contrast;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final ObstaclePhrases obstaclePhrases;
  private final Outline.Builder outline = Outline.builder();

  public ContrastOutline(Contrast contrast, Style style) {
    this.contrast = contrast;
    this.graph = contrast.evaluation().graph();
    this.phrases = new Phrasebook(graph, graph, style.language());
    this.obstaclePhrases =
        new ObstaclePhrases(new ExplanationPhrases(contrast.evaluation(), style), false);
  }

  public Outline outline() {
    String claim = contrast.claimId();
    String verdict = phrases.verdict(claim, contrast.verdict());
    String other = phrases.verdict(claim, contrast.other());
    outline.about(Element.claim(claim)).title(phrases.claim(claim));
    outline.lead(phrases.say(Sentence.CONTRAST_TITLE, verdict, other));
    if (contrast.other() == Verdict.UNVERIFIED) {
      outline.lead(phrases.say(Sentence.CONTRAST_REMAINS, verdict, other));
    } else if (contrast.unmet().isEmpty()) {
      outline.lead(phrases.say(Sentence.CONTRAST_FIRST, verdict, other));
    }
    decisive().forEach(condition -> outline.lead(condition(condition)));
    nothing();
    if (!contrast.inTheWay().isEmpty()) {
      outline.section(phrases.say(Sentence.CONTRAST_IN_THE_WAY));
      few(contrast.inTheWay(), this::line);
    }
    if (!contrast.fallingShort().isEmpty()) {
      outline.section(phrases.say(Sentence.CONTRAST_FALLS_SHORT));
      few(contrast.fallingShort(), line -> {
        List<String> said = new ArrayList<>();
        said.add(phrases.say(Sentence.CONTRAST_LINE, line(line)));
        line.obstacles().forEach(obstacle -> said.add(obstacle(line, obstacle)));
        return phrases.join(said);
      });
    }
    return outline.build();
  }

  /** Adds an item for each line; of many, for the first ones and the number of the others. */
  private void few(List<LineReport> lines, Function<LineReport, String> item) {
    boolean areMany = lines.size() > MOST_LINES;
    lines.stream()
        .limit(areMany ? FIRST_LINES : MOST_LINES)
        .forEach(line -> outline
            .about(Subject.line(line.stance()), Optional.of(line.element()))
            .item(item.apply(line)));
    if (areMany) {
      outline.item(phrases.count(Sentence.MORE_LINES, lines.size() - FIRST_LINES));
    }
  }

  /** Returns the unmet conditions, without those that follow from others: a side without any case cannot outweigh the other. */
  private List<VerdictCondition> decisive() {
    List<VerdictCondition> unmet = contrast.unmet();
    List<VerdictCondition> sides = unmet.stream()
        .filter(condition -> condition.quantity() == VerdictRule.Quantity.FOR
            || condition.quantity() == VerdictRule.Quantity.AGAINST)
        .toList();
    return sides.isEmpty() ? unmet : sides;
  }

  /** Adds sentences that the graph has no line that could support the other verdict. */
  private void nothing() {
    for (VerdictCondition condition : contrast.unmet()) {
      boolean isMissing = condition.isAbove()
          && condition.value() == 0
          && contrast.fallingShort().isEmpty();
      Optional<Sentence> sentence = switch (condition.quantity()) {
        case FOR -> Optional.of(Sentence.CONTRAST_NOTHING_FOR);
        case AGAINST -> Optional.of(Sentence.CONTRAST_NOTHING_AGAINST);
        case QUALIFIED -> Optional.of(Sentence.CONTRAST_NOTHING_QUALIFYING);
        default -> Optional.empty();
      };
      if (isMissing && sentence.isPresent()) {
        outline.lead(phrases.say(sentence.get()));
        return;
      }
    }
  }

  private String condition(VerdictCondition condition) {
    Sentence sentence = switch (condition.quantity()) {
      case FOR ->
        isAsFarAsCanBe(condition)
            ? (condition.isAbove()
                ? Sentence.CONTRAST_NO_CASE_FOR
                : Sentence.CONTRAST_SURE_CASE_FOR)
            : condition.isAbove() ? Sentence.CONTRAST_FOR_ABOVE : Sentence.CONTRAST_FOR_AT_MOST;
      case AGAINST ->
        isAsFarAsCanBe(condition)
            ? (condition.isAbove()
                ? Sentence.CONTRAST_NO_CASE_AGAINST
                : Sentence.CONTRAST_SURE_CASE_AGAINST)
            : condition.isAbove()
                ? Sentence.CONTRAST_AGAINST_ABOVE
                : Sentence.CONTRAST_AGAINST_AT_MOST;
      case SUPPORTED -> Sentence.CONTRAST_SUPPORTED_ABOVE;
      case REFUTED -> Sentence.CONTRAST_REFUTED_ABOVE;
      case QUALIFIED ->
        condition.isAbove()
            ? Sentence.CONTRAST_QUALIFIED_ABOVE
            : Sentence.CONTRAST_QUALIFIED_AT_MOST;
      case DECIDED -> Sentence.CONTRAST_DECIDED_ABOVE;
      case WEAKER_SIDE ->
        isAsFarAsCanBe(condition)
            ? Sentence.CONTRAST_NO_WEAKER_SIDE
            : Sentence.CONTRAST_WEAKER_SIDE_ABOVE;
    };
    return phrases.say(
        sentence,
        OutOfHundred.percentToTenths(condition.value()),
        OutOfHundred.percentToTenths(condition.bound()));
  }

  /** Returns whether the value that must exceed its bound is 0, or the one that must not is 1, so that no number needs to be given. */
  private static boolean isAsFarAsCanBe(VerdictCondition condition) {
    return condition.value() == (condition.isAbove() ? 0 : 1);
  }

  private String line(LineReport line) {
    return line.isContradiction()
        ? phrases.quoted(line.element().id())
        : phrases.line(graph, line.element(), contrast.claimId(), contrast.claimId());
  }

  /** Returns an obstacle of a line, in the words of explanations and chains. */
  private String obstacle(LineReport line, Obstacle obstacle) {
    List<String> said = new ArrayList<>();
    ObstaclePhrases.introduced(obstacle, phrases.isFromParts(line.element()))
        .asMap()
        .forEach((sentence, claims) -> said.add(phrases.labelled(
            phrases.count(sentence, claims.size()),
            claims.stream().map(reading -> phrases.quoted(reading.element().id())))));
    said.addAll(obstaclePhrases.sentences(obstacle, line.element()));
    return phrases.join(said);
  }
}
