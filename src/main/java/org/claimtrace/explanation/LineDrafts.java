package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Streams;
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
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.LineReport.Reading.Role;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * Draws up what bears on one claim after another: every line with what it reads and, where it does not fire, what keeps it from
 * firing, as far as that shows at the line itself and among the sources. What hangs on itself by way of claims is for {@link
 * Loops} to find. Not for use by several threads.
 */
final class LineDrafts {

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Chances chances;
  private final Provenance provenance;

  LineDrafts(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.chances = new Chances(evaluation);
    this.provenance = new Provenance(evaluation, chances);
  }

  /**
   * A line, and the evidence of origins on the same claim whose firing is undecided, by which it may be undecided itself.
   *
   * @param line the line
   * @param undecidedOrigins those evidences
   */
  record Draft(LineReport line, ImmutableList<Element> undecidedOrigins) {}

  /** The lines of a claim in the order of an account: for it, against it, qualifying it. */
  ImmutableList<Draft> of(String claimId) {
    return new OnOneClaim(graph.claim(claimId)).drafts();
  }

  /** Whether the reviews of a claim count, so that its verdict may be theirs. */
  boolean reviewsCount(Claim claim) {
    return switch (evaluation.reviews()) {
      case EVIDENCE_ONLY -> false;
      case EVIDENCE_FIRST -> !hasGround(claim);
      case REVIEWS_FIRST -> reviews(claim).stream().anyMatch(review -> exists(begin(review)));
    };
  }

  /** The reviews of a claim; none where the evaluation leaves them out. */
  ImmutableList<Review> reviews(Claim claim) {
    return evaluation.isWithoutReviewsOf(claim.id()) ? ImmutableList.of() : claim.reviews();
  }

  /** Whether an evidence or inference that exists speaks for or against a claim. */
  boolean hasGround(Claim claim) {
    return claim.evidence().stream()
            .anyMatch(each -> each.stance() != Stance.QUALIFIES && exists(each))
        || claim.inferences().stream()
            .anyMatch(each -> each.stance() != Stance.QUALIFIES && exists(each.date()));
  }

  boolean exists(Optional<PartialDate> begin) {
    return begin.isEmpty()
        || evaluation.asOf().isEmpty()
        || begin.get().beginsBy(evaluation.asOf().get());
  }

  /** Whether an evidence exists; of one with many relays that takes looking at them all where there is a date to look at. */
  boolean exists(Evidence evidence) {
    return evaluation.asOf().isEmpty() || exists(begin(evidence));
  }

  /** When a line begins to exist; empty for one that always does. */
  Optional<PartialDate> begin(Element line) {
    return line.kind().isLine() ? graph.begin(graph.line(line.id())) : Optional.empty();
  }

  Optional<PartialDate> begin(Review review) {
    return graph.begin(review);
  }

  Optional<PartialDate> begin(Evidence evidence) {
    return graph.begin(evidence);
  }

  /** How a published verdict that counts bears on its claim. */
  static ImmutableList<Stance> stances(Verdict published) {
    return switch (published) {
      case SUPPORTED -> ImmutableList.of(Stance.SUPPORTS);
      case MISLEADING -> ImmutableList.of(Stance.SUPPORTS, Stance.QUALIFIES);
      case REFUTED -> ImmutableList.of(Stance.REFUTES);
      case CONFLICTING -> ImmutableList.of(Stance.SUPPORTS, Stance.REFUTES);
      case UNVERIFIED -> ImmutableList.of();
    };
  }

  private final class OnOneClaim {

    private final Claim claim;
    private final boolean reviewsCount;
    private final boolean othersCount;
    private final ImmutableListMultimap<String, Element> overridersByLine;
    private final Map<Stance, Provenance.Sayings> sayings = new EnumMap<>(Stance.class);
    private final List<Draft> supporting = new ArrayList<>();
    private final List<Draft> refuting = new ArrayList<>();
    private final List<Draft> qualifying = new ArrayList<>();

    OnOneClaim(Claim claim) {
      this.claim = claim;
      this.reviewsCount = LineDrafts.this.reviewsCount(claim);
      this.othersCount = evaluation.reviews() != ReviewPolicy.REVIEWS_FIRST || !reviewsCount;
      ImmutableListMultimap.Builder<String, Element> overriders = ImmutableListMultimap.builder();
      Streams.<Line>concat(
              claim.evidence().stream(),
              claim.inferences().stream(),
              reviews(claim).stream().filter(each -> each.verdict() != Verdict.UNVERIFIED))
          .forEach(each ->
              each.overrides().forEach(line -> overriders.put(line, each.element(claim.id()))));
      this.overridersByLine = overriders.build();
    }

    ImmutableList<Draft> drafts() {
      claim.evidence().forEach(this::evidence);
      claim.inferences().forEach(this::inference);
      reviews(claim).forEach(this::review);
      evaluation.contradicting(claim.id()).forEach(this::contradiction);
      return ImmutableList.<Draft>builder()
          .addAll(supporting)
          .addAll(refuting)
          .addAll(qualifying)
          .build();
    }

    private void evidence(Evidence evidence) {
      Element element = Element.evidence(evidence.lineId(claim.id()));
      Source source = graph.source(evidence.source());
      List<Reading> readings = new ArrayList<>();
      readings.add(provenance.reading(Role.SOURCE, source.id()));
      Provenance.Relays relays = provenance.relays(evidence);
      readings.addAll(relays.readings());
      Set<Element> undecidedOrigins = new LinkedHashSet<>();
      for (String origin : source.derivedFrom()) {
        readings.add(sayings
            .computeIfAbsent(
                evidence.stance(),
                stance -> provenance.sayings(claim, stance, LineDrafts.this::exists))
            .reading(origin, undecidedOrigins));
      }
      exceptions(evidence.unless(), readings);
      overriders(element, readings);
      draft(
          element,
          evidence.stance(),
          othersCount,
          exists(evidence),
          evidence.strength(),
          readings,
          relays,
          ImmutableList.copyOf(undecidedOrigins));
    }

    private void inference(Inference inference) {
      Element element = Element.inference(inference.lineId(claim.id()));
      List<Reading> readings = new ArrayList<>();
      for (Premise premise : inference.premises()) {
        readings.add(
            premise.negated()
                ? claimReading(
                    Role.NEGATED_PREMISE, premise.claim(), chances.rejected(premise.claim()))
                : claimReading(Role.PREMISE, premise.claim(), chances.accepted(premise.claim())));
      }
      for (String assumption : inference.assuming()) {
        readings.add(claimReading(
            Role.ASSUMPTION, assumption, Chances.not(evaluation.caseAgainst(assumption))));
      }
      exceptions(inference.unless(), readings);
      overriders(element, readings);
      draft(
          element,
          inference.stance(),
          othersCount,
          exists(inference.date()),
          inference.strength(),
          readings,
          Provenance.Relays.NONE,
          ImmutableList.of());
    }

    private void review(Review review) {
      Element element = Element.review(review.lineId(claim.id()));
      List<Reading> readings = new ArrayList<>();
      readings.add(provenance.reading(Role.REVIEWER, review.reviewer()));
      overriders(element, readings);
      for (Stance stance : stances(review.verdict())) {
        draft(
            element,
            stance,
            reviewsCount,
            exists(begin(review)),
            Grade.ONE,
            readings,
            Provenance.Relays.NONE,
            ImmutableList.of());
      }
    }

    private void contradiction(String other) {
      Reading reading = claimReading(Role.CONTRADICTION, other, chances.accepted(other));
      draft(
          Element.claim(other),
          Stance.REFUTES,
          othersCount,
          true,
          Grade.ONE,
          List.of(reading),
          Provenance.Relays.NONE,
          ImmutableList.of());
    }

    private Reading claimReading(Role role, String claimId, Chance met) {
      return new Reading(
          role, Element.claim(claimId), met, Optional.of(evaluation.verdict(claimId)));
    }

    private void exceptions(List<String> claimIds, List<Reading> readings) {
      for (String exception : claimIds) {
        readings.add(
            claimReading(Role.EXCEPTION, exception, Chances.not(chances.accepted(exception))));
      }
    }

    private void overriders(Element line, List<Reading> readings) {
      for (Element overrider : overridersByLine.get(line.id())) {
        readings.add(new Reading(
            Role.OVERRIDER, overrider, Chances.not(chances.fires(overrider)), Optional.empty()));
      }
    }

    private void draft(
        Element element,
        Stance stance,
        boolean counts,
        boolean exists,
        Grade strength,
        List<Reading> readings,
        Provenance.Relays relays,
        ImmutableList<Element> undecidedOrigins) {
      Chance chance = !counts
          ? Chances.NO
          : element.kind() == Element.Kind.CLAIM ? readings.get(0).met() : chances.fires(element);
      boolean holds = chances.suffices(chance);
      ImmutableList<Obstacle> obstacles = holds
          ? ImmutableList.of()
          : obstacles(counts, exists, strength, readings, relays, chance);
      LineReport line = new LineReport(
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

    private ImmutableList<Obstacle> obstacles(
        boolean counts,
        boolean exists,
        Grade strength,
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
      if (!chances.suffices(chances.coin(strength))) {
        found.add(Kind.TOO_WEAK, 1 - chances.coin(strength).yes());
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
            // Together, below.
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
      tooMuchToStartFrom(readings)
          .forEach(reading -> found.add(Kind.TOO_MUCH_AT_ONCE, reading, 1 - chance.yes()));
      if (found.isEmpty()) {
        found.add(Kind.TOO_MUCH_AT_ONCE, 1 - chance.yes());
      }
      return found.inOrder();
    }

    /**
     * How improbable it is that the origin most likely to say the same says it; no more than the line is, since of several
     * origins one suffices.
     */
    private static double silent(List<Reading> readings, Chance chance) {
      double silent = readings.stream()
          .filter(reading -> reading.role() == Role.ORIGIN)
          .mapToDouble(ObstacleList::cost)
          .min()
          .orElse(1);
      return Math.min(silent, 1 - chance.yes());
    }

    /** What a line starts from, if each of it is probable enough and all of it together is not: premises, or sources. */
    private List<Reading> tooMuchToStartFrom(List<Reading> readings) {
      List<Reading> start = new ArrayList<>();
      List<Condition> conditions = new ArrayList<>();
      for (Reading reading : readings) {
        Optional<Condition> condition = condition(reading);
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
      case SUPPORTED, MISLEADING -> negated ? Kind.PREMISE_REFUTED : Kind.PREMISE_CONTESTED;
      case REFUTED -> negated ? Kind.PREMISE_CONTESTED : Kind.PREMISE_REFUTED;
      case CONFLICTING -> Kind.PREMISE_CONTESTED;
      case UNVERIFIED -> Kind.PREMISE_UNVERIFIED;
    };
  }
}
