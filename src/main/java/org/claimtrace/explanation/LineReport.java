package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.explanation.LineReport.Reading.Role;
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
  boolean counts() {
    return diagnosis != Diagnosis.NO_ARGUMENT;
  }
  /** What it reads as something. */
  ImmutableList<Reading> readings(Role role) {
    return readings.stream().filter(reading -> reading.role() == role).collect(toImmutableList());
  }

  /** What it goes from: premises, negated ones too, or the claim that contradicts. */
  ImmutableList<Reading> premises() {
    return readings.stream().filter(Cone::isPremise).collect(toImmutableList());
  }

  /** The premises that are not in its way. */
  ImmutableList<Reading> premisesMet() {
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

    /** What a line reads something as. */
    public enum Role {
      /** A claim that must be accepted. */
      PREMISE,
      /** A claim that must be rejected. */
      NEGATED_PREMISE,
      /** A claim that holds until there is a case against it. */
      ASSUMPTION,
      /** A claim that stops the line once accepted. */
      EXCEPTION,
      /** The source of an evidence, which must be right. */
      SOURCE,
      /** A source through which an evidence was read, which must relay faithfully. */
      RELAY,
      /** A source that the source of an evidence is derived from: one of them must say the same. */
      ORIGIN,
      /** The source of a review, which must be right. */
      REVIEWER,
      /** A line of the same claim that settles this one where it fires. */
      OVERRIDER,
      /** A claim that cannot be true together with the claim: it bears on it where accepted. */
      CONTRADICTION;

      private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

      /** The stable word, in lower case with hyphens, such as {@code negated-premise}. */
      @Override
      public String toString() {
        return word;
      }
    }

    boolean isClaim() {
      return element.kind() == Element.Kind.CLAIM;
    }
  }
}
