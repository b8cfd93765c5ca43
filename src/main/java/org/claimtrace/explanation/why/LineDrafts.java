package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances.Condition;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.work.Inside;

/**
 * Computes preliminary reports of the lines on one claim after another: every line with its readings and, if it does not fire,
 * the obstacles that are visible at the line itself and among the sources. Loops through claims are found by {@link Loops}. Not
 * safe for use by several threads.
 */
public final class LineDrafts {

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Chances chances;
  private final Provenance provenance;

  public LineDrafts(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.chances = new Chances(evaluation);
    this.provenance = new Provenance(evaluation, chances);
  }

  /**
   * The preliminary report of a line, and the undecided evidence of origins on the same claim because of which it may be
   * undecided itself.
   *
   * @param line the report of the line
   * @param undecidedOrigins the pieces of evidence of origins for which it is undecided whether they fire
   */
  public record Draft(LineReport line, ImmutableList<Element> undecidedOrigins) {}

  /** Returns the lines of a claim in the order of an account: for it, against it, qualifying it. */
  public ImmutableList<Draft> of(String claimId) {
    return new OnOneClaim(graph.claim(claimId)).drafts();
  }

  private final class OnOneClaim {

    private final Claim claim;
    private final boolean isJudgedByReviews;
    private final ImmutableListMultimap<Element, Requirement> requirements;
    private final Map<Stance, Provenance.Sayings> sayings = new EnumMap<>(Stance.class);
    private final List<Draft> supporting = new ArrayList<>();
    private final List<Draft> refuting = new ArrayList<>();
    private final List<Draft> qualifying = new ArrayList<>();

    OnOneClaim(Claim claim) {
      this.claim = claim;
      this.isJudgedByReviews = evaluation.isJudgedByReviews(claim.id());
      this.requirements = evaluation.requirements(claim.id());
    }

    ImmutableList<Draft> drafts() {
      claim.evidence().forEach(this::evidence);
      claim.steps().forEach(this::inference);
      boolean reviewsCount = evaluation.reviewsCount(claim.id());
      evaluation.reviewsOf(claim.id()).forEach(review -> review(review, reviewsCount));
      evaluation.contradicting(claim.id()).forEach(this::contradiction);
      return ImmutableList.<Draft>builder()
          .addAll(supporting)
          .addAll(refuting)
          .addAll(qualifying)
          .build();
    }

    private void evidence(Evidence evidence) {
      Element element = evidence.element(claim.id());
      Provenance.Relays relays = provenance.relays(evidence);
      Set<Element> undecidedOrigins = new LinkedHashSet<>();
      List<Reading> readings = new ArrayList<>();
      if (evidence.isExhibit()) {
        readings.addAll(relays.readings());
      }
      for (Requirement requirement : requirements.get(element)) {
        switch (requirement.role()) {
          case SOURCE -> {
            readings.add(
                evidence.derivedFrom().isPresent()
                    ? provenance.readingAlone(evidence.sourceId())
                    : reading(requirement));
            // Lines with the same relays share the list of their readings.
            readings.addAll(relays.readings());
          }
          case RELAY -> {
            // Relays are read with the source.
          }
          case ORIGIN ->
            readings.add(sayings
                .computeIfAbsent(evidence.stance(), stance -> provenance.sayings(claim, stance))
                .reading(requirement.element().id(), undecidedOrigins));
          default -> readings.add(reading(requirement));
        }
      }
      draft(
          element,
          evidence.stance(),
          !isJudgedByReviews,
          evaluation.exists(element),
          readings,
          relays,
          ImmutableList.copyOf(undecidedOrigins));
    }

    private void inference(Inference inference) {
      Element element = inference.element(claim.id());
      draft(
          element,
          inference.stance(),
          !isJudgedByReviews,
          evaluation.exists(element),
          readings(element),
          Provenance.Relays.NONE,
          ImmutableList.of());
    }

    private void review(Review review, boolean counts) {
      Element element = review.element(claim.id());
      List<Reading> readings = readings(element);
      for (Stance stance : review.verdict().map(Verdict::stances).orElse(ImmutableList.of())) {
        draft(
            element,
            stance,
            counts,
            evaluation.exists(element),
            readings,
            Provenance.Relays.NONE,
            ImmutableList.of());
      }
    }

    private void contradiction(String other) {
      draft(
          Element.claim(other),
          Stance.REFUTES,
          !isJudgedByReviews,
          true,
          List.of(reading(new Requirement(Role.CONTRADICTION, Element.claim(other)))),
          Provenance.Relays.NONE,
          ImmutableList.of());
    }

    private List<Reading> readings(Element line) {
      List<Reading> readings = new ArrayList<>();
      requirements.get(line).forEach(requirement -> readings.add(reading(requirement)));
      return readings;
    }

    /** Returns a reading with the chance that a requirement of a line is met. */
    private Reading reading(Requirement requirement) {
      Element element = requirement.element();
      String id = element.id();
      return switch (requirement.role()) {
        case PREMISE, CONTRADICTION -> claimReading(requirement, chances.accepted(id));
        case NEGATED_PREMISE -> claimReading(requirement, chances.rejected(id));
        case ASSUMPTION -> claimReading(requirement, Chances.not(evaluation.caseAgainst(id)));
        case EXCEPTION -> claimReading(requirement, Chances.not(chances.accepted(id)));
        case OVERRIDER ->
          new Reading(
              Inside.KEY,
              Role.OVERRIDER,
              element,
              Chances.not(chances.fires(element)),
              Optional.empty());
        case SOURCE, REVIEWER -> provenance.reading(requirement.role(), id);
        case RELAY, ORIGIN -> throw new IllegalStateException("read with the line: " + requirement);
      };
    }

    private Reading claimReading(Requirement claim, Chance met) {
      return new Reading(
          Inside.KEY,
          claim.role(),
          claim.element(),
          met,
          Optional.of(evaluation.verdict(claim.element().id())));
    }

    private void draft(
        Element element,
        Stance stance,
        boolean counts,
        boolean exists,
        List<Reading> readings,
        Provenance.Relays relays,
        ImmutableList<Element> undecidedOrigins) {
      Chance chance = !counts
          ? Chances.NO
          : element.kind() == Element.Kind.CLAIM ? readings.get(0).met() : chances.fires(element);
      boolean holds = chances.suffices(chance);
      ImmutableList<Obstacle> obstacles =
          holds ? ImmutableList.of() : obstacles(element, counts, exists, readings, relays, chance);
      LineReport line = new LineReport(
          Inside.KEY,
          element,
          stance,
          holds,
          chance,
          Diagnoses.ofLine(holds, readings, obstacles),
          ImmutableList.copyOf(readings),
          obstacles);
      switch (stance) {
        case SUPPORTS -> supporting.add(new Draft(line, undecidedOrigins));
        case REFUTES -> refuting.add(new Draft(line, undecidedOrigins));
        case QUALIFIES -> qualifying.add(new Draft(line, undecidedOrigins));
      }
    }

    private Chance coin(Element element) {
      return element.kind() == Element.Kind.CLAIM ? Chances.YES : chances.coin(element);
    }

    private boolean isWithdrawn(Element element) {
      return element.kind() == Element.Kind.EVIDENCE && evaluation.isWithdrawn(element.id());
    }

    /** Returns whether a line is evidence that names its origins itself, so that its source is read by its own coin. */
    private boolean namesItsOrigins(Element element) {
      return element.kind() == Element.Kind.EVIDENCE
          && graph.findEvidence(element.id()).flatMap(Evidence::derivedFrom).isPresent();
    }

    private ImmutableList<Obstacle> obstacles(
        Element element,
        boolean counts,
        boolean exists,
        List<Reading> readings,
        Provenance.Relays relays,
        Chance chance) {
      ObstacleList found = new ObstacleList();
      if (!counts) {
        found.add(Kind.DOES_NOT_COUNT, 1);
      }
      if (!exists) {
        found.add(Kind.NOT_YET, 1);
      }
      Chance coin = coin(element);
      if (isWithdrawn(element)) {
        found.add(Kind.STATEMENT_WITHDRAWN, 1);
      } else if (!chances.suffices(coin)) {
        found.add(Kind.TOO_WEAK, 1 - coin.yes());
      }
      boolean sourceIsRight = true;
      boolean someOriginSaysIt = false;
      for (Reading reading : readings) {
        boolean met = chances.suffices(reading.met());
        switch (reading.role()) {
          case SOURCE, REVIEWER -> {
            sourceIsRight = met;
            if (!met) {
              provenance.addCauses(reading, found);
            }
          }
          case RELAY -> {
            // All relays are treated together, below.
          }
          case ORIGIN -> someOriginSaysIt |= met;
          case PREMISE, NEGATED_PREMISE, CONTRADICTION -> {
            if (!met) {
              found.add(premiseFault(reading), reading);
            }
          }
          case ASSUMPTION -> {
            if (!met) {
              found.add(Kind.ASSUMPTION_CONTESTED, reading);
            }
          }
          case EXCEPTION -> {
            if (!met) {
              found.add(Kind.EXCEPTION_ACCEPTED, reading);
            }
          }
          case OVERRIDER -> {
            if (!met) {
              found.add(Kind.OVERRIDDEN, reading);
            }
          }
        }
      }
      relays.addTo(found);
      if (sourceIsRight && !someOriginSaysIt) {
        double silent = silent(readings, chance);
        readings.stream()
            .filter(reading -> reading.role() == Role.ORIGIN)
            .forEach(reading -> found.add(Kind.ONLY_A_COPY, reading, silent));
      }
      tooMuchToStartFrom(readings, namesItsOrigins(element))
          .forEach(reading -> found.add(Kind.TOO_MUCH_AT_ONCE, reading, 1 - chance.yes()));
      if (found.isEmpty()) {
        found.add(Kind.TOO_MUCH_AT_ONCE, 1 - chance.yes());
      }
      return found.inOrder();
    }

    /**
     * Returns the probability that the most probable origin does not say the same, but at most the probability that the line
     * does not fire, since of several origins one suffices.
     */
    private static double silent(List<Reading> readings, Chance chance) {
      double silent = readings.stream()
          .filter(reading -> reading.role() == Role.ORIGIN)
          .mapToDouble(ObstacleList::cost)
          .min()
          .orElse(1);
      return Math.min(silent, 1 - chance.yes());
    }

    /** Returns the premises or sources of a line if each of them is probable enough, but not all of them together; otherwise none. */
    private List<Reading> tooMuchToStartFrom(List<Reading> readings, boolean sourceAlone) {
      List<Reading> start = new ArrayList<>();
      List<Condition> conditions = new ArrayList<>();
      for (Reading reading : readings) {
        Optional<Condition> condition = sourceAlone && reading.role() == Role.SOURCE
            ? Optional.of(Condition.faithful(reading.element().id()))
            : condition(reading);
        if (condition.isPresent()) {
          if (!chances.suffices(reading.met())) {
            return List.of();
          }
          start.add(reading);
          conditions.add(condition.get());
        }
      }
      return chances.suffice(conditions, start) ? List.of() : start;
    }
  }

  private static Optional<Condition> condition(Reading reading) {
    String id = reading.element().id();
    return switch (reading.role()) {
      case PREMISE -> Optional.of(Condition.accepted(id));
      case NEGATED_PREMISE -> Optional.of(Condition.rejected(id));
      case SOURCE, REVIEWER -> Optional.of(Condition.right(id));
      case RELAY -> Optional.of(Condition.faithful(id));
      case ORIGIN, ASSUMPTION, EXCEPTION, OVERRIDER, CONTRADICTION -> Optional.empty();
    };
  }

  private static Kind premiseFault(Reading reading) {
    boolean negated = reading.role() == Role.NEGATED_PREMISE;
    return switch (reading.verdict().orElse(Verdict.UNVERIFIED)) {
      case SUPPORTED, MISLEADING -> negated ? Kind.PREMISE_REFUTED : Kind.PREMISE_DOUBTFUL;
      case REFUTED -> negated ? Kind.PREMISE_DOUBTFUL : Kind.PREMISE_REFUTED;
      case CONFLICTING -> Kind.PREMISE_CONTESTED;
      case UNVERIFIED -> Kind.PREMISE_UNVERIFIED;
    };
  }
}
