package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/** Derives diagnoses from obstacles and verdicts, as {@link Diagnosis} defines them. */
final class Diagnoses {

  private final Chances chances;

  Diagnoses(Chances chances) {
    this.chances = chances;
  }

  /** Returns the diagnosis of a line that fires. */
  static Diagnosis ofHolding(List<Reading> readings) {
    boolean leansOnHalfTruth = readings.stream()
        .anyMatch(
            reading -> (reading.role() == Role.PREMISE || reading.role() == Role.CONTRADICTION)
                && reading.verdict().orElse(Verdict.SUPPORTED) == Verdict.MISLEADING);
    return leansOnHalfTruth ? Diagnosis.HALF_TRUE_PREMISE : Diagnosis.SOUND;
  }

  /**
   * Returns the diagnosis of a line that does not fire: the gravest of its flaws.
   *
   * @param chance the chance of the line
   * @param isGiven whether the source of a piece of evidence and its own strength meet the standard together; only asked if no
   *     single thing is at fault
   */
  Diagnosis ofFailing(
      Element line,
      Chance chance,
      List<Reading> readings,
      List<Obstacle> obstacles,
      BooleanSupplier isGiven) {
    Diagnosis gravest = Diagnosis.OUTWEIGHED;
    int rank = 0;
    for (Obstacle obstacle : obstacles) {
      boolean isOpen = isOnlyUndecided(obstacle, chance);
      Diagnosis each = isOpen ? Diagnosis.STAND_OFF : of(obstacle, line, readings, isGiven);
      int rankOfEach = isOpen ? 2 : rank(each);
      if (rankOfEach > rank) {
        gravest = each;
        rank = rankOfEach;
      }
    }
    return gravest;
  }

  /** Returns whether all that an obstacle comes to is that something is undecided on which the line depends. */
  private boolean isOnlyUndecided(Obstacle obstacle, Chance chance) {
    return switch (obstacle.kind()) {
      case ASSUMPTION_CONTESTED, EXCEPTION_ACCEPTED, OVERRIDDEN ->
        obstacle.readings().stream().allMatch(reading -> chances.isOpen(reading.met()));
      case TOO_MUCH_AT_ONCE -> obstacle.readings().isEmpty() && chances.isOpen(chance);
      default -> false;
    };
  }

  private static Diagnosis of(
      Obstacle obstacle, Element line, List<Reading> readings, BooleanSupplier isGiven) {
    boolean isStep = line.kind() == Element.Kind.INFERENCE;
    return switch (obstacle.kind()) {
      case DOES_NOT_COUNT, NOT_YET -> Diagnosis.NO_ARGUMENT;
      case PREMISE_REFUTED -> Diagnosis.FALSE_PREMISE;
      case PREMISE_CONTESTED -> Diagnosis.CONTESTED_PREMISE;
      case PREMISE_DOUBTFUL -> Diagnosis.DOUBTFUL_PREMISE;
      case PREMISE_UNVERIFIED -> Diagnosis.UNSUPPORTED_PREMISE;
      case ASSUMPTION_CONTESTED, EXCEPTION_ACCEPTED ->
        isStep ? Diagnosis.BROKEN_LEAP : Diagnosis.ANSWERED;
      case OVERRIDDEN -> isStep ? Diagnosis.OUTWEIGHED : Diagnosis.ANSWERED;
      case TOO_WEAK -> isStep ? Diagnosis.BROKEN_LEAP : Diagnosis.WEAK_EVIDENCE;
      case STATEMENT_WITHDRAWN -> Diagnosis.WEAK_EVIDENCE;
      case TOO_MUCH_AT_ONCE -> ofTooMuchAtOnce(obstacle, isStep, readings, isGiven);
      case SOURCE_RETRACTED, SOURCE_NOT_JUDGED, SOURCE_DOUBTFUL, ONLY_A_COPY ->
        Diagnosis.DOUBTFUL_SOURCE;
      case STAND_OFF -> Diagnosis.STAND_OFF;
      case CIRCULAR -> Diagnosis.CIRCULAR;
    };
  }

  /**
   * The premises or sources are at fault if they are the readings of the obstacle; otherwise they meet the standard together,
   * and the rest is at fault. A copy starts from its origins, which are not distinguished from the rest.
   */
  private static Diagnosis ofTooMuchAtOnce(
      Obstacle obstacle, boolean isStep, List<Reading> readings, BooleanSupplier isGiven) {
    if (obstacle.readings().stream().anyMatch(Reading::isPremise)) {
      return Diagnosis.DOUBTFUL_PREMISE;
    }
    boolean isCopy = readings.stream().anyMatch(each -> each.role() == Role.ORIGIN);
    if (isCopy || !obstacle.readings().isEmpty()) {
      return Diagnosis.DOUBTFUL_SOURCE;
    }
    if (isStep) {
      return Diagnosis.BROKEN_LEAP;
    }
    return isGiven.getAsBoolean() ? Diagnosis.ANSWERED : Diagnosis.WEAK_EVIDENCE;
  }

  /** Returns the rank of a flaw among those of one line; the greatest decides its diagnosis. */
  private static int rank(Diagnosis flaw) {
    return switch (flaw) {
      case SOUND, HALF_TRUE_PREMISE -> 0;
      case OUTWEIGHED -> 1;
      case BROKEN_LEAP, ANSWERED -> 3;
      case WEAK_EVIDENCE -> 4;
      case DOUBTFUL_SOURCE -> 5;
      case DOUBTFUL_PREMISE -> 6;
      case UNSUPPORTED_PREMISE -> 7;
      case CIRCULAR -> 8;
      case STAND_OFF -> 9;
      case CONTESTED_PREMISE -> 10;
      case FALSE_PREMISE -> 11;
      case NO_ARGUMENT -> 12;
    };
  }

  /** Returns the diagnosis of the argument for a claim, from the lines for it. */
  static Diagnosis ofClaim(
      Evaluation evaluation, String claim, ImmutableList<LineReport> supporting) {
    Diagnosis best = supporting.stream()
        .map(LineReport::diagnosis)
        .min(Diagnosis::compareTo)
        .orElse(Diagnosis.NO_ARGUMENT);
    Verdict verdict = evaluation.verdict(claim);
    if (verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING) {
      // Lines that are each too weak by themselves may support a claim together.
      return best == Diagnosis.HALF_TRUE_PREMISE || best == Diagnosis.NO_ARGUMENT
          ? best
          : Diagnosis.SOUND;
    }
    if (best != Diagnosis.SOUND && best != Diagnosis.HALF_TRUE_PREMISE) {
      return best;
    }
    Chance against = evaluation.caseAgainst(claim);
    double doubt = evaluation.standard().doubt();
    return !VerdictRule.exceeds(against.yes(), doubt)
            && VerdictRule.exceeds(against.yes() + against.undecided(), doubt)
        ? Diagnosis.STAND_OFF
        : Diagnosis.OUTWEIGHED;
  }
}
