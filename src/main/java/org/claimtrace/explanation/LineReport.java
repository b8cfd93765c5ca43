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
 * The part of an explanation on one line that bears on a claim: whether it holds, what it reads, and what keeps it from firing.
 *
 * @param element the piece of evidence, the inference or the review; or the contradicting claim
 * @param stance how it bears on the claim. A contradicting claim refutes it; a review with the verdict misleading has two
 *     reports, as supporting and as qualifying, one with the verdict conflicting as supporting and as refuting
 * @param holds whether it fires, that is, whether its chance to fire meets the standard
 * @param chance the chance that it fires and that it is undecided whether it does
 * @param diagnosis the diagnosis of the line alone: {@link Diagnosis#SOUND} or {@link Diagnosis#HALF_TRUE_PREMISE} if it holds,
 *     {@link Diagnosis#NO_ARGUMENT} if it does not exist yet or does not count
 * @param readings the elements that it reads: premises, assumptions, exceptions, the source, relays, origins, overriding lines,
 *     each in the order of the document
 * @param obstacles what keeps it from firing, by decreasing cost and then in the order of the kinds; empty if and only if it
 *     holds
 */
public record LineReport(
    Element element,
    Stance stance,
    boolean holds,
    Chance chance,
    Diagnosis diagnosis,
    ImmutableList<Reading> readings,
    ImmutableList<Obstacle> obstacles) {

  /** Returns whether it is a claim that contradicts the claim. */
  public boolean isContradiction() {
    return element.kind() == Element.Kind.CLAIM;
  }

  /** Returns whether it exists and counts. */
  public boolean counts() {
    return diagnosis != Diagnosis.NO_ARGUMENT;
  }

  /** Returns the readings with a role, in the order of {@link #readings()}. */
  public ImmutableList<Reading> readings(Role role) {
    return readings.stream().filter(reading -> reading.role() == role).collect(toImmutableList());
  }

  /** Returns the readings from which it starts: its premises, also negated ones, or the contradicting claim. */
  public ImmutableList<Reading> premises() {
    return readings.stream().filter(Reading::isPremise).collect(toImmutableList());
  }

  /** Returns the premises that are not in the readings of an obstacle. */
  public ImmutableList<Reading> premisesMet() {
    Set<Reading> inTheWay = new HashSet<>();
    obstacles.forEach(obstacle -> inTheWay.addAll(obstacle.readings()));
    return premises().stream()
        .filter(reading -> !inTheWay.contains(reading))
        .collect(toImmutableList());
  }

  /**
   * An element that a line reads, and the chance that it is as the line needs it. A line fires if all of its readings are met;
   * of origins, one suffices.
   *
   * @param role the role in which the line reads the element
   * @param element the claim, the source or the overriding line
   * @param met the chance that the element is as the line needs it; for an exception that it is not accepted, for an overriding
   *     line that it does not fire
   * @param verdict the verdict on the element, if it is a claim
   */
  public record Reading(Role role, Element element, Chance met, Optional<Verdict> verdict) {

    /** Returns whether the element is a claim. */
    public boolean isClaim() {
      return element.kind() == Element.Kind.CLAIM;
    }

    /** Returns whether the line starts from it: a premise, also a negated one, or the contradicting claim. */
    public boolean isPremise() {
      return role == Role.PREMISE || role == Role.NEGATED_PREMISE || role == Role.CONTRADICTION;
    }
  }
}
