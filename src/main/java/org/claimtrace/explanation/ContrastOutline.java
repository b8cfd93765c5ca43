package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Paragraph.Kind;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Tells why a claim has its verdict and not another. */
final class ContrastOutline {

  /** How many lines are told one by one; of more, the first. {@link Contrast} has them all. */
  private static final int MOST_LINES = 16;

  private static final int FIRST_LINES = 12;

  /** How many ids of a loop are told. */
  private static final int MOST_IDS = 6;

  private final Contrast contrast;
  private final ClaimGraph graph;
  private final Phrasebook phrases;
  private final ImmutableList.Builder<Paragraph> told = ImmutableList.builder();

  ContrastOutline(Contrast contrast, Style style) {
    this.contrast = contrast;
    this.graph = contrast.evaluation().graph();
    this.phrases = new Phrasebook(graph, graph, style.language());
  }

  Outline outline() {
    String claim = contrast.claim();
    String verdict = phrases.verdict(claim, contrast.verdict());
    String other = phrases.verdict(claim, contrast.other());
    add(Kind.TITLE, phrases.claim(claim));
    add(Kind.LEAD, phrases.say(Sentence.CONTRAST_TITLE, verdict, other));
    if (contrast.other() == Verdict.UNVERIFIED) {
      add(Kind.LEAD, phrases.say(Sentence.CONTRAST_REMAINS, verdict, other));
    } else if (contrast.unmet().isEmpty()) {
      add(Kind.LEAD, phrases.say(Sentence.CONTRAST_FIRST, verdict, other));
    }
    decisive().forEach(condition -> add(Kind.LEAD, condition(condition)));
    nothing();
    if (!contrast.inTheWay().isEmpty()) {
      add(Kind.SECTION, phrases.say(Sentence.CONTRAST_IN_THE_WAY));
      few(contrast.inTheWay(), this::line);
    }
    if (!contrast.fallingShort().isEmpty()) {
      add(Kind.SECTION, phrases.say(Sentence.CONTRAST_FALLS_SHORT));
      few(contrast.fallingShort(), line -> {
        List<String> said = new ArrayList<>();
        said.add(phrases.say(Sentence.CONTRAST_LINE, line(line)));
        line.obstacles().forEach(obstacle -> said.add(obstacle(line, obstacle)));
        return phrases.join(said);
      });
    }
    return new Outline(told.build());
  }

  /** An item for each line; of many the first, and how many more there are. */
  private void few(List<LineReport> lines, Function<LineReport, String> item) {
    boolean areMany = lines.size() > MOST_LINES;
    lines.stream()
        .limit(areMany ? FIRST_LINES : MOST_LINES)
        .map(item)
        .forEach(text -> add(Kind.ITEM, text));
    if (areMany) {
      add(Kind.ITEM, phrases.count(Sentence.MORE_LINES, lines.size() - FIRST_LINES));
    }
  }

  /** What is not met, without what follows: that one side does not outweigh the other if there is no case on it at all. */
  private List<VerdictCondition> decisive() {
    List<VerdictCondition> unmet = contrast.unmet();
    List<VerdictCondition> sides = unmet.stream()
        .filter(condition -> condition.quantity() == VerdictCondition.Quantity.FOR
            || condition.quantity() == VerdictCondition.Quantity.AGAINST)
        .toList();
    return sides.isEmpty() ? unmet : sides;
  }

  private void add(Kind kind, String text) {
    told.add(Paragraph.of(kind, text));
  }

  /** That nothing is entered that could serve the other verdict. */
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
        add(Kind.LEAD, phrases.say(sentence.get()));
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
    return phrases.say(sentence, percent(condition.value()), percent(condition.bound()));
  }

  /** Whether what would have to be is impossible, or what must not be is certain: no number is needed to say so. */
  private static boolean isAsFarAsCanBe(VerdictCondition condition) {
    return condition.value() == (condition.isAbove() ? 0 : 1);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f", probability * 100).replaceAll("\\.0$", "") + " %";
  }

  private String line(LineReport line) {
    return line.isContradiction()
        ? phrases.quoted(line.element().id())
        : phrases.line(graph, line.element(), contrast.claim(), contrast.claim());
  }

  private String obstacle(LineReport line, Obstacle obstacle) {
    if (line.isContradiction()) {
      return labelled(Sentence.CONTRADICTION_NOT_ACCEPTED, obstacle);
    }
    boolean isNegated =
        obstacle.readings().stream().anyMatch(each -> each.role() == Reading.Role.NEGATED_PREMISE);
    return switch (obstacle.kind()) {
      case PREMISE_REFUTED ->
        labelled(
            isNegated ? Sentence.NEGATED_PREMISE_SUPPORTED : Sentence.PREMISE_REFUTED, obstacle);
      case PREMISE_CONTESTED ->
        labelled(
            isNegated ? Sentence.NEGATED_PREMISE_CONTESTED : Sentence.PREMISE_CONTESTED, obstacle);
      case PREMISE_UNVERIFIED ->
        labelled(
            isNegated ? Sentence.NEGATED_PREMISE_UNVERIFIED : Sentence.PREMISE_UNVERIFIED,
            obstacle);
      case ASSUMPTION_CONTESTED -> labelled(Sentence.ASSUMPTION_CONTESTED, obstacle);
      case EXCEPTION_ACCEPTED -> labelled(Sentence.EXCEPTION_ACCEPTED, obstacle);
      case SOURCE_RETRACTED -> each(obstacle, this::retracted);
      case SOURCE_DOUBTFUL ->
        each(
            obstacle,
            id -> phrases.say(
                Sentence.SOURCE_DOUBTFUL,
                phrases.source(id),
                graph.source(id).reliability().toString()));
      case ONLY_A_COPY -> onlyACopy(line, obstacle);
      case TOO_WEAK -> phrases.say(Sentence.TOO_WEAK, strength(line));
      case TOO_MUCH_AT_ONCE -> phrases.say(Sentence.TOO_MUCH_AT_ONCE);
      case OVERRIDDEN ->
        phrases.say(
            Sentence.OVERRIDDEN,
            phrases.few(obstacle.readings(), reading -> phrases.lineName(reading.element())));
      case NOT_YET ->
        phrases.say(Sentence.NOT_YET, begin(line).map(phrases::date).orElse(""));
      case DOES_NOT_COUNT -> phrases.say(Sentence.DOES_NOT_COUNT);
      case STAND_OFF -> phrases.say(Sentence.STAND_OFF, loop(obstacle));
      case CIRCULAR -> phrases.say(Sentence.CIRCULAR, loop(obstacle));
    };
  }

  private String labelled(Sentence sentence, Obstacle obstacle) {
    return phrases.labelled(
        phrases.count(sentence, obstacle.readings().size()),
        obstacle.readings().stream()
            .map(reading -> phrases.quoted(reading.element().id())));
  }

  private String each(Obstacle obstacle, UnaryOperator<String> sentence) {
    return phrases.each(
        obstacle.readings(), reading -> sentence.apply(reading.element().id()));
  }

  private String retracted(String sourceId) {
    return graph
        .source(sourceId)
        .retracted()
        .map(Retraction::date)
        .map(date ->
            phrases.say(Sentence.SOURCE_RETRACTED, phrases.source(sourceId), phrases.date(date)))
        .orElse("");
  }

  private String onlyACopy(LineReport line, Obstacle obstacle) {
    String source =
        graph.findEvidence(line.element().id()).map(Evidence::source).orElse("");
    return phrases.say(
        Sentence.ONLY_A_COPY,
        phrases.source(source),
        phrases.few(
            obstacle.readings(), reading -> phrases.source(reading.element().id())));
  }

  private String strength(LineReport line) {
    return graph
        .findEvidence(line.element().id())
        .map(Evidence::strength)
        .or(() -> graph.findInference(line.element().id()).map(Inference::strength))
        .map(Object::toString)
        .orElse("");
  }

  private Optional<PartialDate> begin(LineReport line) {
    Element element = line.element();
    return element.kind().isLine() ? graph.begin(graph.line(element.id())) : Optional.empty();
  }

  /** What hangs on what: of many the first, how many more there are and the last, and the first again at the end. */
  private String loop(Obstacle obstacle) {
    List<String> ids = new ArrayList<>();
    int size = obstacle.loop().size();
    for (int i = 0; i < size; i++) {
      if (size <= MOST_IDS || i < MOST_IDS / 2 || i == size - 1) {
        ids.add(obstacle.loop().get(i).id());
      } else if (i == MOST_IDS / 2) {
        ids.add(phrases.count(Sentence.MORE_LINES, size - 1 - i));
      }
    }
    if (!ids.isEmpty()) {
      ids.add(ids.get(0));
    }
    return String.join(" → ", ids);
  }
}
