package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.why.Provenance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Sentence;

/** The phrases for obstacles: introductions to claims, and sentences for everything else. Not safe for use by several threads. */
final class ObstaclePhrases {

  /** The most elements of a loop that are named. */
  private static final int MOST_NAMES = 6;

  /** The most columns that a name in a loop takes. */
  private static final int NAME_COLUMNS = 40;

  /** The most elements of a loop that is recognised by its members. */
  private static final int LONG_LOOP = 64;

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

  private final Set<ImmutableSet<Element>> shortLoops = new HashSet<>();

  private final Set<ImmutableList<Reading>> lists = new HashSet<>();

  /** The sources that have been said to be retracted. */
  private final Set<String> retractions = new HashSet<>();

  ObstaclePhrases(ExplanationPhrases phrases, boolean all) {
    this.phrases = phrases;
    this.graph = phrases.graph();
    this.all = all;
    this.frequencies = phrases.frequencies();
  }

  // Claims among the obstacles.

  /** Returns the readings of an obstacle that are claims, by the sentence that introduces them. */
  ImmutableListMultimap<Sentence, Reading> introduced(Obstacle obstacle, Element stopped) {
    ImmutableListMultimap.Builder<Sentence, Reading> claims =
        ImmutableListMultimap.<Sentence, Reading>builder().orderKeysBy(Comparator.naturalOrder());
    for (Reading reading : obstacle.readings()) {
      if (reading.isClaim()) {
        claims.put(introducing(obstacle, reading, stopped), reading);
      }
    }
    return claims.build();
  }

  /**
   * Returns the sentence, ending in a colon, that introduces a claim and all others that are obstacles in the same way. Of a step
   * from the parts of a claim, it calls its premises parts.
   */
  Sentence introducing(Obstacle obstacle, Reading reading, Element stopped) {
    Sentence premise = introducingPremise(obstacle, reading, stopped);
    if (!phrases.isFromParts(stopped)) {
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

  private Sentence introducingPremise(Obstacle obstacle, Reading reading, Element stopped) {
    if (reading.role() == Role.CONTRADICTION) {
      return introducingContradiction(reading);
    }
    boolean negated = reading.role() == Role.NEGATED_PREMISE;
    return switch (obstacle.kind()) {
      case PREMISE_REFUTED ->
        negated ? Sentence.NEGATED_PREMISE_SUPPORTED : Sentence.PREMISE_REFUTED;
      case PREMISE_CONTESTED ->
        negated ? Sentence.NEGATED_PREMISE_CONTESTED : Sentence.PREMISE_CONTESTED;
      case PREMISE_DOUBTFUL ->
        negated ? Sentence.NEGATED_PREMISE_TOO_SELDOM : Sentence.PREMISE_TOO_SELDOM;
      case ASSUMPTION_CONTESTED -> introducingAssumption(reading);
      case EXCEPTION_ACCEPTED -> introducingException(reading, stopped);
      case TOO_MUCH_AT_ONCE -> Sentence.PREMISES_TOO_MUCH;
      default -> negated ? Sentence.NEGATED_PREMISE_UNVERIFIED : Sentence.PREMISE_UNVERIFIED;
    };
  }

  /** How sure it is that something stands in the way of a line. */
  private enum Sureness {
    /** It does, in enough worlds to meet the standard. */
    SURE,
    /** It does in no world, and in some it is undecided whether it does. */
    UNDECIDED,
    /** It does in some worlds, too few to meet the standard. */
    POSSIBLE
  }

  private Sureness sureness(Reading reading) {
    double inTheWay = reading.met().no();
    if (VerdictRule.exceeds(inTheWay, phrases.evaluation().standard().burden())) {
      return Sureness.SURE;
    }
    return inTheWay <= VerdictRule.INDIFFERENCE
            && reading.met().undecided() > VerdictRule.INDIFFERENCE
        ? Sureness.UNDECIDED
        : Sureness.POSSIBLE;
  }

  private static Sentence introducingContradiction(Reading reading) {
    if (reading.met().yes() > VerdictRule.INDIFFERENCE) {
      return Sentence.CONTRADICTION_DOUBTFUL;
    }
    return reading.met().undecided() > VerdictRule.INDIFFERENCE
        ? Sentence.CONTRADICTION_UNDECIDED
        : Sentence.CONTRADICTION_NOT_ACCEPTED;
  }

  private Sentence introducingAssumption(Reading reading) {
    return switch (sureness(reading)) {
      case SURE ->
        reading.verdict().orElse(Verdict.UNVERIFIED) == Verdict.REFUTED
            ? Sentence.ASSUMPTION_REFUTED
            : Sentence.ASSUMPTION_CONTESTED;
      case UNDECIDED -> Sentence.ASSUMPTION_UNDECIDED;
      case POSSIBLE -> Sentence.ASSUMPTION_DOUBTFUL;
    };
  }

  private Sentence introducingException(Reading reading, Element stopped) {
    boolean isStep = stopped.kind() == Element.Kind.INFERENCE;
    return switch (sureness(reading)) {
      case SURE -> isStep ? Sentence.EXCEPTION_ACCEPTED : Sentence.EXCEPTION_ACCEPTED_SOURCE;
      case UNDECIDED -> isStep ? Sentence.EXCEPTION_UNDECIDED : Sentence.EXCEPTION_UNDECIDED_SOURCE;
      case POSSIBLE -> isStep ? Sentence.EXCEPTION_LIKELY : Sentence.EXCEPTION_LIKELY_SOURCE;
    };
  }

  /**
   * Returns the assumptions and exceptions of a line that are not met in some worlds, by the sentence that introduces them; none
   * of them by itself is an obstacle.
   */
  ImmutableListMultimap<Sentence, Reading> doubted(LineReport line) {
    ImmutableListMultimap.Builder<Sentence, Reading> doubted =
        ImmutableListMultimap.<Sentence, Reading>builder().orderKeysBy(Comparator.naturalOrder());
    for (Reading reading : line.readings()) {
      if (reading.met().yes() < 1) {
        switch (reading.role()) {
          case ASSUMPTION -> doubted.put(introducingAssumption(reading), reading);
          case EXCEPTION -> doubted.put(introducingException(reading, line.element()), reading);
          default -> {
            // The others are told by a sentence of their own.
          }
        }
      }
    }
    return doubted.build();
  }

  private String overridden(Reading reading, Element stopped) {
    return phrases.say(
        switch (sureness(reading)) {
          case SURE -> Sentence.OVERRIDDEN;
          case UNDECIDED -> Sentence.OVERRIDDEN_UNDECIDED;
          case POSSIBLE -> Sentence.OVERRIDDEN_LIKELY;
        },
        phrases.lineBeside(reading.element(), stopped));
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
      case ONLY_A_COPY -> onlyACopy(obstacle, stopped);
      case TOO_WEAK ->
        ImmutableList.of(
            phrases.isFromParts(stopped) ? phrases.say(Sentence.PARTS_STRUCK) : tooWeak(stopped));
      case TOO_MUCH_AT_ONCE ->
        obstacle.readings().isEmpty()
            ? ImmutableList.of(phrases.say(Sentence.TOO_MUCH_AT_ONCE), stepItself(stopped))
            : obstacle.readings().stream().anyMatch(Reading::isClaim)
                ? ImmutableList.of()
                : ImmutableList.of(phrases.say(Sentence.SOURCES_TOO_MUCH));
      case OVERRIDDEN -> each(obstacle, reading -> overridden(reading, stopped));
      case STAND_OFF, CIRCULAR -> ImmutableList.of(loopOrAgain(obstacle, stopped));
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

  /**
   * Returns that a copy has what it says from others, and that this does not hold: because they have it from it in turn, or with what
   * is wrong with them themselves.
   */
  private ImmutableList<String> onlyACopy(Obstacle obstacle, Element stopped) {
    ImmutableList<Element> circle = circle(stopped);
    if (!circle.isEmpty()) {
      return ImmutableList.of(
          isRendered(circle)
              ? phrases.say(Sentence.CIRCULAR_SOURCES_AGAIN, brief(circle.get(0)))
              : phrases.say(Sentence.CIRCULAR_SOURCES, names(circle)));
    }
    ImmutableList<String> origins = ids(obstacle);
    ImmutableList.Builder<String> sentences = ImmutableList.<String>builder()
        .add(phrases.say(
            Sentence.ONLY_A_COPY,
            phrases.source(sourceOf(stopped)),
            phrases.sources(origins, Sentence.NAME_SEPARATOR)));
    origins.stream()
        .limit(all ? origins.size() : FIRST)
        .map(this::ownFault)
        .filter(fault -> !fault.isEmpty())
        .forEach(sentences::add);
    return sentences.build();
  }

  /** Returns what is wrong with a source itself, if it is not right often enough; empty if nothing is. */
  private String ownFault(String sourceId) {
    Evaluation evaluation = phrases.evaluation();
    if (VerdictRule.exceeds(
        evaluation.coin(Element.source(sourceId)), evaluation.standard().burden())) {
      return "";
    }
    if (evaluation.isRetracted(sourceId)) {
      return retracted(sourceId);
    }
    return Provenance.isUnjudged(evaluation, sourceId)
        ? phrases.say(Sentence.SOURCE_NOT_JUDGED, phrases.source(sourceId))
        : doubtful(sourceId);
  }

  /**
   * Returns the sources of a ring of pieces of evidence, each of which passes on the next and nothing else; empty if the line is in
   * none.
   */
  private ImmutableList<Element> circle(Element line) {
    if (line.kind() != Element.Kind.EVIDENCE) {
      return ImmutableList.of();
    }
    Claim claim = graph.claimOf(line.id());
    Evidence first = graph.findEvidence(line.id()).orElseThrow();
    Set<String> sources = new LinkedHashSet<>();
    Optional<Evidence> at = Optional.of(first);
    while (at.isPresent() && sources.add(at.get().sourceId())) {
      ImmutableList<String> origins = phrases.evaluation().origins(at.get());
      at = origins.size() == 1
          ? onlyEvidence(claim, first.stance(), origins.get(0))
          : Optional.empty();
    }
    return at.filter(first::equals).isPresent()
        ? sources.stream().map(Element::source).collect(toImmutableList())
        : ImmutableList.of();
  }

  /** Returns the evidence of a source on a claim with a stance, if it has just one. */
  private Optional<Evidence> onlyEvidence(Claim claim, Stance stance, String sourceId) {
    ImmutableList<Evidence> evidence = claim.evidence().stream()
        .filter(each -> each.sourceId().equals(sourceId) && each.stance() == stance)
        .filter(each -> phrases.evaluation().exists(each.element(claim.id())))
        .limit(2)
        .collect(toImmutableList());
    return evidence.size() == 1 ? Optional.of(evidence.get(0)) : Optional.empty();
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
            phrases.say(Sentence.STATEMENT_WITHDRAWN, phrases.when(retraction.date())),
            phrases.text(retraction.note())))
        .orElse("");
  }

  private String retracted(String sourceId) {
    if (!retractions.add(sourceId) && phrases.refersBack()) {
      return phrases.say(Sentence.SOURCE_RETRACTED_AGAIN, phrases.source(sourceId));
    }
    return graph
        .source(sourceId)
        .retracted()
        .map(retraction -> phrases.join(
            phrases.say(
                Sentence.SOURCE_RETRACTED,
                phrases.source(sourceId),
                phrases.when(retraction.date())),
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
  private String tooWeak(Element line) {
    if (phrases.isWithdrawn(line)) {
      return phrases.say(
          Sentence.STATEMENT_WITHDRAWN,
          graph
              .findEvidence(line.id())
              .flatMap(Evidence::retracted)
              .map(retraction -> phrases.date(retraction.date()))
              .orElse(""));
    }
    boolean isStep = line.kind() == Element.Kind.INFERENCE;
    Grade grade = strength(line);
    return frequencies.isOpen(grade)
        ? phrases.say(
            isStep ? Sentence.TOO_WEAK_WORLDS : Sentence.TOO_WEAK_SOURCE_WORLDS,
            inWords(grade),
            frequencies.number(grade.value()))
        : phrases.say(isStep ? Sentence.TOO_WEAK : Sentence.TOO_WEAK_SOURCE, grade.toString());
  }

  /** Returns a sentence on the chance of a step itself; empty if it is not left to chance. */
  private String stepItself(Element line) {
    Grade grade = strength(line);
    return frequencies.isOpen(grade)
        ? phrases.say(
            line.kind() == Element.Kind.INFERENCE ? Sentence.STEP_ITSELF : Sentence.EVIDENCE_ITSELF,
            inWords(grade),
            frequencies.number(grade.value()))
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

  /** Returns a sentence on a loop; for a loop that has been rendered, only where it begins. */
  private String loopOrAgain(Obstacle obstacle, Element stopped) {
    Sentence sentence = loopSentence(obstacle, stopped);
    if (isRendered(obstacle.loop())) {
      switch (sentence) {
        case STAND_OFF, STAND_OFF_ELSEWHERE -> {
          return phrases.say(Sentence.STAND_OFF_AGAIN, brief(named(obstacle).get(0)));
        }
        case CIRCULAR -> {
          return phrases.say(Sentence.CIRCULAR_AGAIN, brief(named(obstacle).get(0)));
        }
        case CIRCULAR_SOURCES -> {
          return phrases.say(
              Sentence.CIRCULAR_SOURCES_AGAIN, brief(named(obstacle).get(0)));
        }
        default -> {
          // The other sentences name no element of the loop.
        }
      }
    }
    return phrases.say(sentence, loop(obstacle));
  }

  /** Returns whether a line would not fire even if all that is undecided were true. */
  private boolean isMostlyStopped(Element line) {
    if (!line.kind().isLine()) {
      return false;
    }
    Evaluation evaluation = phrases.evaluation();
    return !VerdictRule.exceeds(
        evaluation.fires(line) + evaluation.undecided(line),
        evaluation.standard().burden());
  }

  /**
   * Returns whether a loop has been rendered, and remembers it. A short one is recognised by its members, wherever it begins; a
   * long one, which all its obstacles share, as the same object.
   */
  private boolean isRendered(ImmutableList<Element> loop) {
    return loop.size() > LONG_LOOP ? !loops.add(loop) : !shortLoops.add(ImmutableSet.copyOf(loop));
  }

  /** Returns the elements by which a loop is named: its claims if it has several, otherwise all; of a ring of sources, these. */
  private static ImmutableList<Element> named(Obstacle obstacle) {
    ImmutableList<Element> sources = of(obstacle, Element.Kind.SOURCE);
    if (!sources.isEmpty() && obstacle.kind() != Obstacle.Kind.STAND_OFF) {
      return sources;
    }
    ImmutableList<Element> claims = of(obstacle, Element.Kind.CLAIM);
    return claims.size() > 1 ? claims : obstacle.loop();
  }

  private static ImmutableList<Element> of(Obstacle obstacle, Element.Kind kind) {
    return obstacle.loop().stream()
        .filter(element -> element.kind() == kind)
        .collect(toImmutableList());
  }

  /** Returns the names of the elements of a loop, with the first one again at its end; of many, the first few and the last. */
  private String loop(Obstacle obstacle) {
    return names(named(obstacle));
  }

  private String names(ImmutableList<Element> told) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (told.size() <= MOST_NAMES || i < MOST_NAMES / 2 || i == told.size() - 1) {
        names.add(brief(told.get(i)));
      } else if (i == MOST_NAMES / 2) {
        names.add(phrases.count(Sentence.MORE_LINES, told.size() - 1 - i));
      }
    }
    names.add(brief(told.get(0)));
    return String.join(" → ", names);
  }

  /** Returns the beginning of the words of a claim or a source, in quotation marks. */
  private String brief(Element element) {
    return switch (element.kind()) {
      case CLAIM -> phrases.quotation(Columns.begin(phrases.claim(element.id()), NAME_COLUMNS));
      case SOURCE -> phrases.source(element.id(), NAME_COLUMNS);
      case EVIDENCE, INFERENCE, REVIEW -> phrases.line(element);
    };
  }

  private Sentence loopSentence(Obstacle obstacle, Element stopped) {
    long claims = obstacle.loop().stream()
        .filter(element -> element.kind() == Element.Kind.CLAIM)
        .count();
    boolean ofSources =
        obstacle.loop().stream().anyMatch(element -> element.kind() == Element.Kind.SOURCE);
    if (obstacle.kind() == Obstacle.Kind.STAND_OFF) {
      return claims == 1
          ? Sentence.HANGS_ON_ITSELF
          : isMostlyStopped(stopped) ? Sentence.STAND_OFF_ELSEWHERE : Sentence.STAND_OFF;
    }
    return ofSources
        ? Sentence.CIRCULAR_SOURCES
        : claims == 1 ? Sentence.CIRCULAR_ITSELF : Sentence.CIRCULAR;
  }
}
