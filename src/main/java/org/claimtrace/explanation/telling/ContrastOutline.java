package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Bibliography;
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
  private final Outline.Builder outline;
  private final boolean all;

  public ContrastOutline(Contrast contrast, Style style) {
    this.contrast = contrast;
    this.graph = contrast.evaluation().graph();
    this.phrases = new Phrasebook(graph, graph, style.language());
    this.outline = phrases.outline();
    this.all = style.showsAll();
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
    } else if (contrast.isPreceded()) {
      outline.lead(phrases.say(Sentence.CONTRAST_FIRST, verdict, other));
    }
    decisive().forEach(condition -> outline.lead(condition(condition)));
    nothing();
    if (!contrast.inTheWay().isEmpty()) {
      outline.section(phrases.say(Sentence.CONTRAST_IN_THE_WAY));
      exclusions(contrast.inTheWay());
      few(
          others(contrast.inTheWay()),
          line -> line.chance().yes() > 0 ? line(line) : failing(line));
    }
    if (!contrast.fallingShort().isEmpty()) {
      outline.section(phrases.say(Sentence.CONTRAST_FALLS_SHORT));
      exclusions(contrast.fallingShort());
      few(others(contrast.fallingShort()), this::failing);
    }
    Bibliography.add(phrases, outline, contrast.evaluation().asOf(), all);
    return outline.build();
  }

  /** Returns the words for a line and what keeps it from firing. */
  private String failing(LineReport line) {
    List<String> said = new ArrayList<>();
    said.add(phrases.say(Sentence.CONTRAST_LINE, line(line)));
    line.obstacles().forEach(obstacle -> said.add(obstacle(line, obstacle)));
    return phrases.join(said);
  }

  /** Adds one item for the claims that exclude the claim and are caught in a stand-off with it. */
  private void exclusions(List<LineReport> lines) {
    List<LineReport> exclusions = lines.stream().filter(LineOutline::isStandOff).toList();
    if (!exclusions.isEmpty()) {
      outline
          .about(
              Subject.LINE_AGAINST,
              exclusions.size() == 1 ? Optional.of(exclusions.get(0).element()) : Optional.empty())
          .item(phrases.labelled(
              phrases.count(
                  exclusions.size() == 1
                      ? Sentence.EXCLUDE_EACH_OTHER
                      : Sentence.CANNOT_BOTH_BE_STAND_OFFS,
                  exclusions.size()),
              exclusions.stream().map(line -> phrases.quoted(line.element().id()))));
    }
  }

  private static List<LineReport> others(List<LineReport> lines) {
    return lines.stream().filter(line -> !LineOutline.isStandOff(line)).toList();
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
    Chance inFavour = contrast.evaluation().caseFor(contrast.claimId());
    Chance against = contrast.evaluation().caseAgainst(contrast.claimId());
    if (condition.quantity() == VerdictRule.Quantity.FOR) {
      return side(condition, inFavour, CASE_FOR);
    }
    if (condition.quantity() == VerdictRule.Quantity.AGAINST) {
      return side(condition, against, CASE_AGAINST);
    }
    Sentence sentence = switch (condition.quantity()) {
      case FOR, AGAINST -> throw new AssertionError("told above");
      case SUPPORTED -> Sentence.CONTRAST_SUPPORTED_ABOVE;
      case REFUTED -> Sentence.CONTRAST_REFUTED_ABOVE;
      case QUALIFIED ->
        condition.isAbove()
            ? Sentence.CONTRAST_QUALIFIED_ABOVE
            : Sentence.CONTRAST_QUALIFIED_AT_MOST;
      case DECIDED -> Sentence.CONTRAST_DECIDED_ABOVE;
      case WEAKER_SIDE ->
        isAsFarAsCanBe(condition)
            ? (isUndecided(inFavour) && isUndecided(against)
                ? Sentence.CONTRAST_UNDECIDED_SIDES
                : Sentence.CONTRAST_NO_WEAKER_SIDE)
            : Sentence.CONTRAST_WEAKER_SIDE_ABOVE;
    };
    return phrases.say(
        sentence,
        OutOfHundred.percentToTenths(condition.value()),
        OutOfHundred.percentToTenths(condition.bound()));
  }

  /**
   * The sentences on the case on one side.
   *
   * @param above it would have to be more probable
   * @param none there is none
   * @param undecided it would be needed, and nothing decides whether there is one
   * @param atMost it would have to be less probable
   * @param sure there is one
   * @param open there must be none, and nothing decides whether there is one
   */
  private record Case(
      Sentence above,
      Sentence none,
      Sentence undecided,
      Sentence atMost,
      Sentence sure,
      Sentence open) {}

  private static final Case CASE_FOR = new Case(
      Sentence.CONTRAST_FOR_ABOVE,
      Sentence.CONTRAST_NO_CASE_FOR,
      Sentence.CONTRAST_UNDECIDED_CASE_FOR,
      Sentence.CONTRAST_FOR_AT_MOST,
      Sentence.CONTRAST_SURE_CASE_FOR,
      Sentence.CONTRAST_OPEN_CASE_FOR);

  private static final Case CASE_AGAINST = new Case(
      Sentence.CONTRAST_AGAINST_ABOVE,
      Sentence.CONTRAST_NO_CASE_AGAINST,
      Sentence.CONTRAST_UNDECIDED_CASE_AGAINST,
      Sentence.CONTRAST_AGAINST_AT_MOST,
      Sentence.CONTRAST_SURE_CASE_AGAINST,
      Sentence.CONTRAST_OPEN_CASE_AGAINST);

  /** Returns a sentence on a side; what is undecided counts as a case where the other side has one. */
  private String side(VerdictCondition condition, Chance chance, Case sentences) {
    String value = OutOfHundred.percentToTenths(condition.value());
    String bound = OutOfHundred.percentToTenths(condition.bound());
    if (condition.isAbove()) {
      return isAsFarAsCanBe(condition)
          ? phrases.say(isUndecided(chance) ? sentences.undecided() : sentences.none())
          : phrases.say(sentences.above(), value, bound);
    }
    double open = condition.value() - chance.yes();
    if (open <= VerdictRule.INDIFFERENCE) {
      return isAsFarAsCanBe(condition)
          ? phrases.say(sentences.sure())
          : phrases.say(sentences.atMost(), value, bound);
    }
    return isAsFarAsCanBe(condition) && chance.yes() <= VerdictRule.INDIFFERENCE
        ? phrases.say(sentences.open())
        : phrases.join(
            phrases.say(sentences.atMost(), value, bound),
            phrases.say(Sentence.CONTRAST_PARTLY_UNDECIDED, OutOfHundred.percentToTenths(open)));
  }

  private static boolean isUndecided(Chance chance) {
    return chance.undecided() > VerdictRule.INDIFFERENCE;
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
    if (obstacle.loop().isEmpty()) {
      labelled(obstaclePhrases.introduced(obstacle, line.element()), said);
    }
    said.addAll(obstaclePhrases.sentences(obstacle, line.element()));
    if (obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE && obstacle.readings().isEmpty()) {
      labelled(obstaclePhrases.doubted(line), said);
    }
    return phrases.join(said);
  }

  private void labelled(ImmutableListMultimap<Sentence, Reading> bySentence, List<String> said) {
    bySentence
        .asMap()
        .forEach((sentence, claims) -> said.add(phrases.labelled(
            phrases.count(sentence, claims.size()),
            claims.stream().map(reading -> phrases.quoted(reading.element().id())))));
  }
}
