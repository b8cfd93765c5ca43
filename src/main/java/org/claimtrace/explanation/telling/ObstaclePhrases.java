package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Sentence;

/** The phrases for obstacles: introductions to claims, and sentences for everything else. Not safe for use by several threads. */
final class ObstaclePhrases {

  /** The most ids of a loop that are named. */
  private static final int MOST_IDS = 6;

  /** The most readings of one obstacle that are rendered whole, unless the style has everything. */
  private static final int MOST = 6;

  /** The number of readings that are rendered of more. */
  private static final int FIRST = 3;

  private final ExplanationPhrases phrases;
  private final ClaimGraph graph;
  private final NaturalFrequencies frequencies;
  private final boolean all;
  /** The loops, and below the long lists of readings, that have been rendered already. */
  private final Set<ImmutableList<Element>> loops =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<ImmutableList<Reading>> lists = new HashSet<>();

  ObstaclePhrases(ExplanationPhrases phrases, boolean all) {
    this.phrases = phrases;
    this.graph = phrases.graph();
    this.all = all;
    this.frequencies = phrases.frequencies();
  }

  // Claims among the obstacles.

  /** Returns the readings of an obstacle that are claims, by the sentence that introduces them. */
  static ImmutableListMultimap<Sentence, Reading> introduced(
      Obstacle obstacle, boolean isFromParts) {
    ImmutableListMultimap.Builder<Sentence, Reading> claims =
        ImmutableListMultimap.<Sentence, Reading>builder().orderKeysBy(Comparator.naturalOrder());
    for (Reading reading : obstacle.readings()) {
      if (reading.isClaim()) {
        claims.put(introducing(obstacle, reading, isFromParts), reading);
      }
    }
    return claims.build();
  }

  /**
   * Returns the sentence, ending in a colon, that introduces a claim and all others that are obstacles in the same way.
   *
   * @param isFromParts whether they stop a step from the parts of a claim, which has no other premises
   */
  static Sentence introducing(Obstacle obstacle, Reading reading, boolean isFromParts) {
    Sentence premise = introducing(obstacle, reading);
    if (!isFromParts) {
      return premise;
    }
    return switch (premise) {
      case PREMISE_REFUTED -> Sentence.PART_REFUTED;
      case PREMISE_CONTESTED -> Sentence.PART_CONTESTED;
      case PREMISE_UNVERIFIED -> Sentence.PART_UNVERIFIED;
      case PREMISE_TOO_SELDOM -> Sentence.PART_TOO_SELDOM;
      case PREMISES_TOO_MUCH -> Sentence.PARTS_TOO_MUCH;
      case NEGATED_PREMISE_TOO_SELDOM -> Sentence.NEGATED_PART_TOO_SELDOM;
      case NEGATED_PREMISE_SUPPORTED, NEGATED_PREMISE_CONTESTED, NEGATED_PREMISE_UNVERIFIED ->
        Sentence.NEGATED_PART;
      default -> premise;
    };
  }

  /** Returns the sentence, ending in a colon, that introduces a claim and all others that are obstacles in the same way. */
  static Sentence introducing(Obstacle obstacle, Reading reading) {
    if (reading.role() == Role.CONTRADICTION) {
      return Sentence.CONTRADICTION_NOT_ACCEPTED;
    }
    boolean negated = reading.role() == Role.NEGATED_PREMISE;
    Verdict verdict = reading.verdict().orElse(Verdict.UNVERIFIED);
    return switch (obstacle.kind()) {
      case PREMISE_REFUTED ->
        negated ? Sentence.NEGATED_PREMISE_SUPPORTED : Sentence.PREMISE_REFUTED;
      case PREMISE_CONTESTED ->
        negated ? Sentence.NEGATED_PREMISE_CONTESTED : Sentence.PREMISE_CONTESTED;
      case PREMISE_DOUBTFUL ->
        negated ? Sentence.NEGATED_PREMISE_TOO_SELDOM : Sentence.PREMISE_TOO_SELDOM;
      case ASSUMPTION_CONTESTED ->
        verdict == Verdict.REFUTED ? Sentence.ASSUMPTION_REFUTED : Sentence.ASSUMPTION_CONTESTED;
      case EXCEPTION_ACCEPTED ->
        verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING
            ? Sentence.EXCEPTION_ACCEPTED
            : reading.met().undecided() > 0
                ? Sentence.EXCEPTION_UNDECIDED
                : Sentence.EXCEPTION_LIKELY;
      case TOO_MUCH_AT_ONCE -> Sentence.PREMISES_TOO_MUCH;
      default -> negated ? Sentence.NEGATED_PREMISE_UNVERIFIED : Sentence.PREMISE_UNVERIFIED;
    };
  }

  // All other obstacles.

  /**
   * Returns a sentence for each reading of an obstacle that is not a claim; empty if all of them are claims.
   *
   * @param stopped the element that it stops: a line, or a source that is derived from one that does not say the same
   */
  ImmutableList<String> sentences(Obstacle obstacle, Element stopped) {
    return switch (obstacle.kind()) {
      case DOES_NOT_COUNT -> ImmutableList.of(phrases.say(Sentence.DOES_NOT_COUNT));
      case NOT_YET ->
        ImmutableList.of(phrases.say(
            Sentence.NOT_YET,
            graph.begin(graph.line(stopped.id())).map(phrases::date).orElse("")));
      case SOURCE_RETRACTED ->
        each(obstacle, reading -> retracted(reading.element().id()));
      case STATEMENT_WITHDRAWN -> ImmutableList.of(withdrawn(stopped));
      case SOURCE_NOT_JUDGED ->
        each(
            obstacle,
            reading -> phrases.say(
                Sentence.SOURCE_NOT_JUDGED, phrases.source(reading.element().id())));
      case SOURCE_DOUBTFUL ->
        each(obstacle, reading -> doubtful(reading.element().id()));
      case ONLY_A_COPY ->
        ImmutableList.of(phrases.say(
            Sentence.ONLY_A_COPY,
            phrases.source(sourceOf(stopped)),
            phrases.sources(ids(obstacle), Sentence.NAME_SEPARATOR)));
      case TOO_WEAK ->
        ImmutableList.of(
            phrases.isFromParts(stopped)
                ? phrases.say(Sentence.PARTS_STRUCK)
                : tooWeak(strength(stopped)));
      case TOO_MUCH_AT_ONCE ->
        obstacle.readings().isEmpty()
            ? ImmutableList.of(phrases.say(Sentence.TOO_MUCH_AT_ONCE), stepItself(stopped))
            : obstacle.readings().stream().anyMatch(Reading::isClaim)
                ? ImmutableList.of()
                : ImmutableList.of(phrases.say(Sentence.SOURCES_TOO_MUCH));
      case OVERRIDDEN ->
        each(
            obstacle,
            reading ->
                phrases.say(Sentence.OVERRIDDEN, phrases.lineBeside(reading.element(), stopped)));
      case STAND_OFF, CIRCULAR -> ImmutableList.of(loopOrAgain(obstacle));
      case PREMISE_REFUTED,
          PREMISE_CONTESTED,
          PREMISE_DOUBTFUL,
          PREMISE_UNVERIFIED,
          ASSUMPTION_CONTESTED,
          EXCEPTION_ACCEPTED -> ImmutableList.of();
    };
  }

  /**
   * Returns a sentence for each reading; of many, sentences for the first ones and the number of the others. If the style has
   * everything, all are rendered the first time.
   */
  private ImmutableList<String> each(Obstacle obstacle, Function<Reading, String> sentence) {
    ImmutableList<Reading> readings = obstacle.readings();
    boolean isNew = readings.size() <= MOST || lists.add(readings);
    if (readings.size() <= MOST || (all && isNew)) {
      return readings.stream().map(sentence).collect(toImmutableList());
    }
    Sentence more = isNew ? Sentence.MORE_LINES : Sentence.MORE_LINES_AS_ABOVE;
    return Stream.concat(
            readings.subList(0, FIRST).stream().map(sentence),
            Stream.of(phrases.count(all ? more : Sentence.MORE_LINES, readings.size() - FIRST)))
        .collect(toImmutableList());
  }

  private static ImmutableList<String> ids(Obstacle obstacle) {
    return obstacle.readings().stream()
        .map(reading -> reading.element().id())
        .collect(toImmutableList());
  }

  private String sourceOf(Element stopped) {
    return graph
        .findEvidence(stopped.id())
        .filter(evidence -> stopped.kind() == Element.Kind.EVIDENCE)
        .map(Evidence::sourceId)
        .orElse(stopped.id());
  }

  private Grade strength(Element line) {
    Grade written = graph
        .findEvidence(line.id())
        .map(Evidence::strength)
        .or(() -> graph.findInference(line.id()).map(Inference::strength))
        .orElse(Grade.ONE);
    return written.withValue(phrases.evaluation().grade(line));
  }

  private String withdrawn(Element line) {
    return graph
        .findEvidence(line.id())
        .flatMap(Evidence::retracted)
        .map(retraction -> phrases.join(
            phrases.say(Sentence.STATEMENT_WITHDRAWN, phrases.date(retraction.date())),
            phrases.text(retraction.note())))
        .orElse("");
  }

  private String retracted(String sourceId) {
    return graph
        .source(sourceId)
        .retracted()
        .map(retraction -> phrases.join(
            phrases.say(
                Sentence.SOURCE_RETRACTED,
                phrases.source(sourceId),
                phrases.date(retraction.date())),
            phrases.text(retraction.note())))
        .orElse("");
  }

  /** Returns a sentence that a source is graded too low, and the chance that it is right if that is left to chance. */
  private String doubtful(String sourceId) {
    Grade grade = graph
        .source(sourceId)
        .reliability()
        .withValue(phrases.evaluation().grade(Element.source(sourceId)));
    return frequencies.isOpen(grade)
        ? phrases.say(
            Sentence.SOURCE_DOUBTFUL_WORLDS,
            phrases.source(sourceId),
            inWords(grade),
            frequencies.number(grade.value()))
        : phrases.say(Sentence.SOURCE_DOUBTFUL, phrases.source(sourceId), grade.toString());
  }

  /** Returns a sentence that a step is graded too weak, and the chance that it holds if that is left to chance. */
  private String tooWeak(Grade grade) {
    return frequencies.isOpen(grade)
        ? phrases.say(Sentence.TOO_WEAK_WORLDS, inWords(grade), frequencies.number(grade.value()))
        : phrases.say(Sentence.TOO_WEAK, grade.toString());
  }

  /** Returns a sentence on the chance of a step itself; empty if it is not left to chance. */
  private String stepItself(Element line) {
    Grade grade = strength(line);
    return frequencies.isOpen(grade)
        ? phrases.say(Sentence.STEP_ITSELF, inWords(grade), frequencies.number(grade.value()))
        : "";
  }

  /** Returns a grade as its author gave it: a likelihood term in the words of this language, a letter or a number unchanged. */
  private String inWords(Grade grade) {
    String word = grade.toString();
    return word.matches("[a-z ]+")
        ? phrases.say(Sentence.valueOf("GRADE_" + word.toUpperCase(Locale.ROOT).replace(' ', '_')))
        : word;
  }

  // Loops.

  /** Returns a sentence on a loop; for a long loop that has been rendered, only its beginning. */
  private String loopOrAgain(Obstacle obstacle) {
    ImmutableList<Element> loop = obstacle.loop();
    Sentence sentence = loopSentence(obstacle);
    if (loop.size() > MOST_IDS && !loops.add(loop)) {
      switch (sentence) {
        case STAND_OFF -> {
          return phrases.say(Sentence.STAND_OFF_AGAIN, loop.get(0).id());
        }
        case CIRCULAR -> {
          return phrases.say(Sentence.CIRCULAR_AGAIN, loop.get(0).id());
        }
        case CIRCULAR_SOURCES -> {
          return phrases.say(Sentence.CIRCULAR_SOURCES_AGAIN, loop.get(0).id());
        }
        default -> {
          // The other sentences name no element of the loop.
        }
      }
    }
    return phrases.say(sentence, loop(obstacle));
  }

  /** Returns the ids of a loop with the first one again at its end; only the claims if it has several. */
  private String loop(Obstacle obstacle) {
    ImmutableList<Element> loop = obstacle.loop();
    ImmutableList<Element> claims = loop.stream()
        .filter(element -> element.kind() == Element.Kind.CLAIM)
        .collect(toImmutableList());
    ImmutableList<Element> told = claims.size() > 1 ? claims : loop;
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (told.size() <= MOST_IDS || i < MOST_IDS / 2 || i == told.size() - 1) {
        ids.add(told.get(i).id());
      } else if (i == MOST_IDS / 2) {
        ids.add(phrases.count(Sentence.MORE_LINES, told.size() - 1 - i));
      }
    }
    ids.add(told.get(0).id());
    return String.join(" → ", ids);
  }

  private static Sentence loopSentence(Obstacle obstacle) {
    long claims = obstacle.loop().stream()
        .filter(element -> element.kind() == Element.Kind.CLAIM)
        .count();
    boolean ofSources =
        obstacle.loop().stream().anyMatch(element -> element.kind() == Element.Kind.SOURCE);
    if (obstacle.kind() == Obstacle.Kind.STAND_OFF) {
      return claims == 1 ? Sentence.HANGS_ON_ITSELF : Sentence.STAND_OFF;
    }
    return ofSources
        ? Sentence.CIRCULAR_SOURCES
        : claims == 1 ? Sentence.CIRCULAR_ITSELF : Sentence.CIRCULAR;
  }
}
