package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * What an explanation says of one line that bears on a claim: whether it holds, what it reads, and what keeps it from firing.
 *
 * @param element the evidence, the inference or the review; or the claim that contradicts the claim
 * @param stance how it bears on the claim. A contradicting claim refutes; a review that says misleading is told twice, as
 *     supporting and as qualifying, one that says conflicting as supporting and as refuting
 * @param holds whether it fires: whether the chance that it does meets the standard
 * @param chance the chance that it fires and that it is undecided whether it does
 * @param diagnosis what it comes to on its own: {@link Diagnosis#SOUND} or {@link Diagnosis#HALF_TRUE_PREMISE} where it holds,
 *     {@link Diagnosis#NO_ARGUMENT} where it does not exist yet or does not count
 * @param readings what it reads: premises, assumptions, exceptions, the source, relays, origins, overriding lines, each in the
 *     order of the document
 * @param obstacles what keeps it from firing, what costs most first, then in the order of their kinds; none where it holds, else
 *     at least one
 */
public record LineReport(
    Element element,
    Stance stance,
    boolean holds,
    Chance chance,
    Diagnosis diagnosis,
    ImmutableList<Reading> readings,
    ImmutableList<Obstacle> obstacles) {

  /** Whether it is a claim that cannot be true together with the claim. */
  public boolean isContradiction() {
    return element.kind() == Element.Kind.CLAIM;
  }

  /** Whether it exists and counts. */
  public boolean counts() {
    return diagnosis != Diagnosis.NO_ARGUMENT;
  }

  /** What it reads as something. */
  public ImmutableList<Reading> readings(Role role) {
    return readings.stream().filter(reading -> reading.role() == role).collect(toImmutableList());
  }

  /** What it goes from: premises, negated ones too, or the claim that contradicts. */
  public ImmutableList<Reading> premises() {
    return readings.stream().filter(Reading::isPremise).collect(toImmutableList());
  }

  /** The premises that are not in its way. */
  public ImmutableList<Reading> premisesMet() {
    Set<Reading> inTheWay = new HashSet<>();
    obstacles.forEach(obstacle -> inTheWay.addAll(obstacle.readings()));
    return premises().stream()
        .filter(reading -> !inTheWay.contains(reading))
        .collect(toImmutableList());
  }

  /**
   * One thing that a line reads, and whether it is as the line needs it. A line fires where all of them are met; of origins, one
   * suffices.
   *
   * @param role what the line reads it as
   * @param element the claim, the source or, of an overriding line, the line
   * @param met the chance that it is as the line needs it: of an exception that it is not accepted, of an overriding line that it
   *     does not fire
   * @param verdict the verdict, if it is a claim
   */
  public record Reading(Role role, Element element, Chance met, Optional<Verdict> verdict) {

    /** Whether it is a claim. */
    public boolean isClaim() {
      return element.kind() == Element.Kind.CLAIM;
    }

    /** Whether the line goes from it: a premise, a negated one too, or the claim that contradicts. */
    public boolean isPremise() {
      return role == Role.PREMISE || role == Role.NEGATED_PREMISE || role == Role.CONTRADICTION;
    }
  }
}
