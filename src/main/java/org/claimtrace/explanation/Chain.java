package org.claimtrace.explanation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;

/**
 * A path from a claim down to its deepest source: through inferences and their premises to a piece of evidence or a published
 * verdict, to its source, and from each source to one from which it is derived. It visits no claim and no source twice, and
 * ends only where it cannot be continued.
 *
 * <p>It follows only lines that exist and count. A premise, and a claim that contradicts another, is followed into the lines
 * for it; a negated premise into the lines against it. Assumptions and exceptions of a step are not on a chain; they appear
 * only among the obstacles where they break it.
 *
 * @param claimId the id of the claim from which it leads down
 * @param stance the stance of its first line, by which it bears on that claim
 * @param steps the lines and sources on it, from the claim down; never empty
 * @param end the kind of its end
 * @param chance the probability, from 0 to 1, that all of it holds together: that every line on it fires and every source on it
 *     is right and, if it has evidence on the same claim, says the same. It is 0 for a chain that ends in a circle, and is not
 *     the product of the chances of the steps, which share coins
 * @param holds whether {@code chance} meets the standard
 * @param weakest the index, from 0, of the step with the least {@link Step#link}, at which most is lost; of several, the
 *     deepest. Empty if every link is 1
 * @param firstBreak the place where it breaks, seen from the deepest source upwards; empty if it holds
 */
public record Chain(
    String claimId,
    Stance stance,
    ImmutableList<Step> steps,
    End end,
    double chance,
    boolean holds,
    OptionalInt weakest,
    Optional<Break> firstBreak) {

  /** The kind of the end of a chain. */
  public enum End {
    /** It ends at a source that is derived from no other. */
    SOURCE,
    /** It ends at a claim with a supposition, which overrules whatever bears on it. */
    SUPPOSED,
    /** It ends at a claim without lines on the side that the chain needs. */
    NOTHING,
    /** It ends where it could only return to a claim or a source that it has visited. */
    CIRCLE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the stable word, in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A line or a source on a chain.
   *
   * @param element the piece of evidence, the inference, the review or the contradicting claim; or the source
   * @param claimId for a line, the id of the claim on which it bears
   * @param by for an inference, the id of the source that makes it, if that is known
   * @param next the id of the claim with which the chain continues or at which it ends; empty before a source, and after the
   *     last one
   * @param isNextNegated whether the claim {@code next} must be rejected; otherwise it must be accepted
   * @param chance the probability that the line fires, that the contradicting claim is accepted, or that the source is right
   * @param carried the probability that it and all steps below it on the chain hold together
   * @param link the conditional probability, from 0 to 1, that it holds given that all steps below it do; 0 if these cannot
   *     hold
   */
  public record Step(
      Element element,
      Optional<String> claimId,
      Optional<String> by,
      Optional<String> next,
      boolean isNextNegated,
      double chance,
      double carried,
      double link) {}

  /**
   * The place where a chain breaks: the lowest step whose {@link Step#carried} does not meet the standard.
   *
   * @param step the index of the step, counted from 0 at the claim
   * @param obstacles the obstacles that keep it from holding; only {@link Obstacle.Kind#TOO_MUCH_AT_ONCE} if it would hold by
   *     itself but not together with all steps below it; at the end of a chain in a circle, that circle
   */
  public record Break(int step, ImmutableList<Obstacle> obstacles) {}
}
