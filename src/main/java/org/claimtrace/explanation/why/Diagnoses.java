package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.Verdict;

/** Derives diagnoses from obstacles and verdicts, as {@link Diagnosis} defines them. */
final class Diagnoses {

  private Diagnoses() {}

  static Diagnosis ofLine(boolean holds, List<Reading> readings, List<Obstacle> obstacles) {
    if (holds) {
      boolean leansOnHalfTruth = readings.stream()
          .anyMatch(reading -> (reading.role() == Requirement.Role.PREMISE
                  || reading.role() == Requirement.Role.CONTRADICTION)
              && reading.verdict().orElse(Verdict.SUPPORTED) == Verdict.MISLEADING);
      return leansOnHalfTruth ? Diagnosis.HALF_TRUE_PREMISE : Diagnosis.SOUND;
    }
    Diagnosis worst = Diagnosis.OUTWEIGHED;
    for (Obstacle obstacle : obstacles) {
      Diagnosis each = obstacle.kind() == Obstacle.Kind.TOO_MUCH_AT_ONCE
          ? ofTooMuchAtOnce(obstacle, readings)
          : of(obstacle.kind());
      if (precedence(each) > precedence(worst)) {
        worst = each;
      }
    }
    return worst;
  }

  private static Diagnosis of(Obstacle.Kind kind) {
    return switch (kind) {
      case DOES_NOT_COUNT, NOT_YET -> Diagnosis.NO_ARGUMENT;
      case PREMISE_REFUTED -> Diagnosis.FALSE_PREMISE;
      case PREMISE_CONTESTED -> Diagnosis.CONTESTED_PREMISE;
      case PREMISE_DOUBTFUL -> Diagnosis.DOUBTFUL_PREMISE;
      case PREMISE_UNVERIFIED -> Diagnosis.UNSUPPORTED_PREMISE;
      case ASSUMPTION_CONTESTED, EXCEPTION_ACCEPTED, TOO_WEAK, TOO_MUCH_AT_ONCE ->
        Diagnosis.BROKEN_LEAP;
      case SOURCE_RETRACTED, STATEMENT_WITHDRAWN, SOURCE_NOT_JUDGED, SOURCE_DOUBTFUL, ONLY_A_COPY ->
        Diagnosis.DOUBTFUL_SOURCE;
      case OVERRIDDEN -> Diagnosis.OUTWEIGHED;
      case STAND_OFF -> Diagnosis.STAND_OFF;
      case CIRCULAR -> Diagnosis.CIRCULAR;
    };
  }

  /**
   * The premises or sources are at fault if they are the readings of the obstacle; otherwise they meet the standard together,
   * and the step is at fault. A copy starts from its origins, which are not distinguished from the rest.
   */
  private static Diagnosis ofTooMuchAtOnce(Obstacle obstacle, List<Reading> readings) {
    if (obstacle.readings().stream().anyMatch(Reading::isPremise)) {
      return Diagnosis.DOUBTFUL_PREMISE;
    }
    boolean isCopy = readings.stream().anyMatch(each -> each.role() == Requirement.Role.ORIGIN);
    return isCopy || !obstacle.readings().isEmpty()
        ? Diagnosis.DOUBTFUL_SOURCE
        : Diagnosis.BROKEN_LEAP;
  }

  /** Returns the rank of a flaw among those of one line; the greatest decides its diagnosis. */
  private static int precedence(Diagnosis flaw) {
    return switch (flaw) {
      case SOUND, HALF_TRUE_PREMISE -> 0;
      case OUTWEIGHED -> 1;
      case BROKEN_LEAP -> 2;
      case DOUBTFUL_SOURCE -> 3;
      case DOUBTFUL_PREMISE -> 4;
      case UNSUPPORTED_PREMISE -> 5;
      case CIRCULAR -> 6;
      case STAND_OFF -> 7;
      case CONTESTED_PREMISE -> 8;
      case FALSE_PREMISE -> 9;
      case NO_ARGUMENT -> 10;
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
