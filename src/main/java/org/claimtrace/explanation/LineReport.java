package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Inside;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The part of an explanation on one line that bears on a claim: whether it holds, what it reads, and what keeps it from firing.
 *
 * <p>Stable.
 */
public final class LineReport implements WithoutJson {

  private final Element element;
  private final Stance stance;
  private final boolean holds;
  private final Chance chance;
  private final Diagnosis diagnosis;
  private final ImmutableList<Reading> readings;
  private final ImmutableList<Obstacle> obstacles;

  /** For the inner rooms of this library alone. */
  @SuppressWarnings("exports")
  public LineReport(
      Inside inside,
      Element element,
      Stance stance,
      boolean holds,
      Chance chance,
      Diagnosis diagnosis,
      ImmutableList<Reading> readings,
      ImmutableList<Obstacle> obstacles) {
    requireNonNull(inside, "inside");
    this.element = element;
    this.stance = stance;
    this.holds = holds;
    this.chance = chance;
    this.diagnosis = diagnosis;
    this.readings = readings;
    this.obstacles = obstacles;
  }

  /** Returns the piece of evidence, the inference or the review; or the contradicting claim. */
  public Element element() {
    return element;
  }

  /**
   * Returns how it bears on the claim. A contradicting claim refutes it; a review with the verdict misleading has two
   * reports, as supporting and as qualifying, one with the verdict conflicting as supporting and as refuting.
   */
  public Stance stance() {
    return stance;
  }

  /** Returns whether it fires, that is, whether its chance to fire meets the standard. */
  public boolean holds() {
    return holds;
  }

  /** Returns the chance that it fires and that it is undecided whether it does. */
  public Chance chance() {
    return chance;
  }

  /**
   * Returns the diagnosis of the line alone: {@link Diagnosis#SOUND} or {@link Diagnosis#HALF_TRUE_PREMISE} if it holds,
   * {@link Diagnosis#NO_ARGUMENT} if it does not exist yet or does not count.
   */
  public Diagnosis diagnosis() {
    return diagnosis;
  }

  /**
   * Returns the elements that it reads: premises, assumptions, exceptions, the source, relays, origins, overriding
   * lines, each in the order of the document.
   */
  public ImmutableList<Reading> readings() {
    return readings;
  }

  /**
   * Returns what keeps it from firing, by decreasing cost and then in the order of the kinds; empty if and only if it
   * holds.
   */
  public ImmutableList<Obstacle> obstacles() {
    return obstacles;
  }

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
    requireNonNull(role, "role");
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

  private ResultComponents components() {
    return ResultComponents.of("LineReport")
        .and("element", element)
        .and("stance", stance)
        .and("holds", holds)
        .and("chance", chance)
        .and("diagnosis", diagnosis)
        .and("readings", readings)
        .and("obstacles", obstacles);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LineReport that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }

  /**
   * An element that a line reads, and the chance that it is as the line needs it. A line fires if all of its readings are met;
   * of origins, one suffices.
   */
  public static final class Reading implements WithoutJson {

    private final Role role;
    private final Element element;
    private final Chance met;
    private final Optional<Verdict> verdict;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Reading(
        Inside inside, Role role, Element element, Chance met, Optional<Verdict> verdict) {
      requireNonNull(inside, "inside");
      this.role = role;
      this.element = element;
      this.met = met;
      this.verdict = verdict;
    }

    /** Returns the role in which the line reads the element. */
    public Role role() {
      return role;
    }

    /** Returns the claim, the source or the overriding line. */
    public Element element() {
      return element;
    }

    /**
     * Returns the chance that the element is as the line needs it; for an exception that it is not accepted, for an
     * overriding line that it does not fire.
     */
    public Chance met() {
      return met;
    }

    /** Returns the verdict on the element, if it is a claim. */
    public Optional<Verdict> verdict() {
      return verdict;
    }

    /** Returns whether the element is a claim. */
    public boolean isClaim() {
      return element.kind() == Element.Kind.CLAIM;
    }

    /** Returns whether the line starts from it: a premise, also a negated one, or the contradicting claim. */
    public boolean isPremise() {
      return role == Role.PREMISE || role == Role.NEGATED_PREMISE || role == Role.CONTRADICTION;
    }

    private ResultComponents components() {
      return ResultComponents.of("Reading")
          .and("role", role)
          .and("element", element)
          .and("met", met)
          .and("verdict", verdict);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reading that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
