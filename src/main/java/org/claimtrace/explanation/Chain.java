package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;

/**
 * One path from a claim down to its deepest source: through inferences and the claims that they lean on to a piece of evidence or a
 * published verdict, its source, and from each source to one that it is derived from. It visits no claim and no source twice, and
 * goes on for as long as it can.
 *
 * <p>It goes over lines that exist and count. A premise is followed into what speaks for it, a negated premise into what speaks
 * against it; a claim that contradicts another into what speaks for it. What a step takes for granted, and what would stop it, is
 * not on a chain: it is told where it breaks one.
 *
 * @param claim the id of the claim that it leads down from
 * @param stance how it bears on that claim: as its first line does
 * @param steps the lines and sources on it, from the claim down; at least one
 * @param end how it ends
 * @param chance the probability that all of it holds together: that every line on it fires and every source on it is right, and
 *     says this where it has evidence on the same claim; 0 where it ends in a circle. Not the product of the chances of its
 *     steps, which hang on common coins
 * @param holds whether that chance meets the standard
 * @param weakest the step at which most is lost, counted from 0: the one with the least {@link Step#link}, of several the deepest.
 *     Empty where each step is as sure as those below it together
 * @param firstBreak where it breaks, seen from the deepest source upwards; empty where it holds
 */
public record Chain(
    String claim,
    Stance stance,
    ImmutableList<Step> steps,
    End end,
    double chance,
    boolean holds,
    OptionalInt weakest,
    Optional<Break> firstBreak) {

  /** How a chain ends. */
  public enum End {
    /** At a source that is derived from no other. */
    SOURCE,
    /** At a claim that is supposed to be something, whatever bears on it. */
    SUPPOSED,
    /** At a claim with nothing on record on the side that the chain needs. */
    NOTHING,
    /** Where it could only go back to a claim or a source that it has visited. */
    CIRCLE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The stable word, in lower case. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A line or a source on a chain.
   *
   * @param element the evidence, the inference or the review; the claim that contradicts; or the source
   * @param claim of a line, the id of the claim that it bears on
   * @param by of an inference, the id of the source that makes it, if that is known
   * @param next the id of the claim that the chain goes on with, or ends at; empty before a source, and after the last one
   * @param negated whether that claim must be rejected; else it must be accepted
   * @param chance the probability that the line fires, that the claim that contradicts is accepted, or that the source is right
   * @param carried the probability that it and all steps below it on the chain hold together
   * @param link the probability that it holds where all below it do, from 0 to 1: how much of what is carried up to it is carried
   *     on; 0 where nothing is
   */
  public record Step(
      Element element,
      Optional<String> claim,
      Optional<String> by,
      Optional<String> next,
      boolean negated,
      double chance,
      double carried,
      double link) {}

  /**
   * Where a chain breaks: the lowest step up to which, from the deepest source on, what is carried does not meet the standard.
   *
   * @param step the number of the step, counted from 0 at the claim
   * @param obstacles what keeps it from holding; {@link Obstacle.Kind#TOO_MUCH_AT_ONCE} alone where it would hold by itself, and
   *     only not together with all below it; at the end of a chain in a circle that circle
   */
  public record Break(int step, ImmutableList<Obstacle> obstacles) {}
}
