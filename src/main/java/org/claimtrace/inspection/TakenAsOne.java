package org.claimtrace.inspection;

import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/** What the belief in a claim would be if several pieces of evidence on it were one. */
final class TakenAsOne {

  private final String claimId;
  private final boolean isFor;
  private final double now;
  private final double then;

  private TakenAsOne(String claimId, boolean isFor, double now, double then) {
    this.claimId = claimId;
    this.isFor = isFor;
    this.now = now;
    this.then = then;
  }

  /**
   * Compares the belief in a claim with that if only the first of some pieces of evidence counted. There is nothing to compare unless
   * all of them are for, or all against, the same claim, and the chance is another one.
   */
  static TakenAsOne of(InspectedGraph inspected, List<Statement> evidence) {
    Statement first = evidence.get(0);
    Claim claim = first.claim();
    Stance stance = first.evidence().stance();
    boolean isComparable = evidence.size() > 1
        && stance != Stance.QUALIFIES
        && evidence.stream()
            .allMatch(
                each -> each.claim().id().equals(claim.id()) && each.evidence().stance() == stance);
    boolean isFor = stance == Stance.SUPPORTS;
    Optional<Double> then = isComparable
        ? inspected
            .beliefWithout(
                claim,
                evidence.subList(1, evidence.size()).stream()
                    .map(Statement::element)
                    .toList())
            .map(belief -> chance(belief, isFor))
        : Optional.empty();
    double now = chance(inspected.evaluation().belief(claim.id()), isFor);
    return new TakenAsOne(claim.id(), isFor, now, then.orElse(now));
  }

  private static double chance(Belief belief, boolean isFor) {
    return isFor ? belief.supported() : belief.refuted();
  }

  private boolean isOtherwise() {
    return Math.abs(then - now) > VerdictRule.INDIFFERENCE;
  }

  /** Returns a sentence on the two chances; empty if there is nothing to compare. */
  String sentence(FindingPhrases phrases) {
    return isOtherwise()
        ? phrases.say(
            isFor
                ? Sentence.FINDING_SAME_WORDS_CHANCE_FOR
                : Sentence.FINDING_SAME_WORDS_CHANCE_AGAINST,
            phrases.quoted(claimId),
            phrases.percent(now),
            phrases.percent(then))
        : "";
  }

  /** Adds the two chances to a finding, if they differ. */
  void addTo(Finding.Builder finding) {
    if (isOtherwise()) {
      finding.number("chance", now).number("chanceIfOne", then);
    }
  }
}
