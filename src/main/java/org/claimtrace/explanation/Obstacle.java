package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.model.Element;

/**
 * What keeps a line from firing, for those who ask what it would take.
 *
 * @param kind what it is
 * @param readings what stands in the way, in the order in which the line reads it; of a doubtful or retracted source the source
 *     itself, which may be an origin far behind the one that the line names. Empty where nothing that the line reads is at
 *     fault: the step is too weak, or does not exist yet, or does not count
 * @param loop of a stand-off or a circle, what hangs on what: each element on the next, the last on the first. Of claims and
 *     lines, or of sources. The shortest through the line; in a tangle of more than 1_000 elements it may be
 *     one shared by many lines, and not go through this one, and likewise once loops have taken long to find. Empty for every
 *     other kind
 * @param cost how far it alone holds the line down, from 0 to 1: the probability that it is in the way. A line fires at most
 *     where nothing is in its way, so its chance is at most 1 less the cost of each of its obstacles. Of several readings it is
 *     that of the worst, so that what they cost together may be more; of a source, wherever the fault lies, the probability that
 *     the source that the line names is not right, or the relay not faithful; of a copy, that its origin most likely to say the
 *     same does not, or if this is less, that the line does not fire. What is undecided is in the way.
 *     1 where the line does not exist yet or does not count; of {@link Kind#TOO_MUCH_AT_ONCE}, how improbable all of it together is;
 *     always 1 where nothing is left to chance
 */
public record Obstacle(
    Kind kind, ImmutableList<Reading> readings, ImmutableList<Element> loop, double cost) {

  /** The kinds of obstacle, in the order in which they are told where they cost the same. */
  public enum Kind {
    /** The line does not count: published verdicts do not, or only they do. */
    DOES_NOT_COUNT,
    /** The line does not exist yet at the date at which the graph is looked at. */
    NOT_YET,
    /** A premise is refuted; of a negated premise, what it denies is supported. */
    PREMISE_REFUTED,
    /** A premise is disputed. */
    PREMISE_CONTESTED,
    /** A premise has the verdict that the line needs, but in too few worlds: each possible world in which it is not accepted counts. */
    PREMISE_DOUBTFUL,
    /** A premise is unverified; of a negated premise, what it denies is not refuted. */
    PREMISE_UNVERIFIED,
    /** There is a case against something that is taken for granted, or it is undecided whether there is. */
    ASSUMPTION_CONTESTED,
    /** An exception is accepted, or it is undecided whether it is. */
    EXCEPTION_ACCEPTED,
    /** The source, a relay or an origin was retracted. */
    SOURCE_RETRACTED,
    /** The source, a relay or an origin is graded too low to count. */
    SOURCE_DOUBTFUL,
    /** The source only passes on what its origins say, and none of them says this. */
    ONLY_A_COPY,
    /** The step itself is graded too weak to count. */
    TOO_WEAK,
    /**
     * Each of several things that the line needs is probable enough, and all of them together are not: of the premises, or the
     * source and relays, that are its readings; where it has none, of everything.
     */
    TOO_MUCH_AT_ONCE,
    /** A line that settles this one fires, or it is undecided whether it does. */
    OVERRIDDEN,
    /** The line hangs on itself by way of negations, and nothing outside decides. */
    STAND_OFF,
    /** The line leans on itself, and on nothing outside. */
    CIRCULAR;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word, in lower case with hyphens, such as {@code premise-refuted}. */
    @Override
    public String toString() {
      return word;
    }
  }
}
