package org.claimtrace.explanation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.model.Element;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Inside;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a line does not fire.
 *
 * <p>Stable.
 */
public final class Obstacle implements WithoutJson {

  private final Kind kind;
  private final ImmutableList<Reading> readings;
  private final ImmutableList<Element> loop;
  private final double cost;

  /** For the inner rooms of this library alone. */
  @SuppressWarnings("exports")
  public Obstacle(
      Inside inside,
      Kind kind,
      ImmutableList<Reading> readings,
      ImmutableList<Element> loop,
      double cost) {
    requireNonNull(inside, "inside");
    this.kind = kind;
    this.readings = readings;
    this.loop = loop;
    this.cost = cost;
  }

  /** Returns the kind of the obstacle. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the readings that are not met, in the order in which the line reads them; for a doubtful or retracted source
   * the source itself, which may be a remote origin of the one that the line names. Empty if no reading is at fault,
   * because the step is too weak, does not exist yet or does not count.
   */
  public ImmutableList<Reading> readings() {
    return readings;
  }

  /**
   * Returns, for a stand-off or a circle, the elements of a cycle of claims and lines, or of sources: each depends on the
   * next, and the last on the first. It is a shortest cycle through the line; among more than 1,000 elements that depend
   * on each other, or once the search has taken too long, it may be a cycle that many lines share and that does not
   * contain this one. Empty for every other kind.
   */
  public ImmutableList<Element> loop() {
    return loop;
  }

  /**
   * Returns the probability, from 0 to 1, that it alone prevents the line from firing. The chance of a line is therefore
   * at most 1 minus the cost of each of its obstacles. For several readings it is the cost of the worst, so their joint
   * cost may be greater. For a source, wherever the fault lies, it is the probability that the source that the line
   * names is not right, or the relay not faithful; for a copy, that its most probable origin does not say the same or,
   * if this is less, that the line does not fire. An undecided reading prevents the line. The cost is 1 if the line does
   * not exist yet or does not count; for {@link Kind#TOO_MUCH_AT_ONCE} it is the probability that not all readings are
   * met together; it is always 1 if nothing is left to chance.
   */
  public double cost() {
    return cost;
  }

  private ResultComponents components() {
    return ResultComponents.of("Obstacle")
        .and("kind", kind)
        .and("readings", readings)
        .and("loop", loop)
        .and("cost", cost);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Obstacle that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }

  /** The kinds of obstacles, in the order in which those of equal cost are listed. */
  public enum Kind {
    /** The line does not count, because the review policy excludes published verdicts, or everything else on the claim. */
    DOES_NOT_COUNT,
    /** The line does not exist yet at the date of the evaluation. */
    NOT_YET,
    /** A premise is refuted; or the claim of a negated premise is supported. */
    PREMISE_REFUTED,
    /** A premise is disputed: its verdict is conflicting. */
    PREMISE_CONTESTED,
    /** A premise has the verdict that the line needs, but in too few worlds to meet the standard. */
    PREMISE_DOUBTFUL,
    /** A premise is unverified; or the claim of a negated premise is not refuted. */
    PREMISE_UNVERIFIED,
    /** There is a case against an assumption, or it is undecided whether there is. */
    ASSUMPTION_CONTESTED,
    /** An exception is accepted, or it is undecided whether it is. */
    EXCEPTION_ACCEPTED,
    /** The source, a relay or an origin was retracted. */
    SOURCE_RETRACTED,
    /** The statement of the source was withdrawn. */
    STATEMENT_WITHDRAWN,
    /** The source, a relay or an origin cannot be judged, so that it counts for nothing until somebody judges it. */
    SOURCE_NOT_JUDGED,
    /** The source, a relay or an origin is graded too low to count. */
    SOURCE_DOUBTFUL,
    /** The source is a copy, and none of its origins says the same. */
    ONLY_A_COPY,
    /** The step itself is graded too weak to count. */
    TOO_WEAK,
    /**
     * Each of several things that the line needs is probable enough, but not all of them together: its readings, which are
     * premises, or the source and relays; or, if it has no readings, everything that the line needs.
     */
    TOO_MUCH_AT_ONCE,
    /** A line that overrides this one fires, or it is undecided whether it does. */
    OVERRIDDEN,
    /** The line depends on itself through negations, and nothing else decides it. */
    STAND_OFF,
    /** The line depends on itself, and nothing else supports it. */
    CIRCULAR;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code premise-refuted}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }
}
