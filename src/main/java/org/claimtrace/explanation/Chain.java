package org.claimtrace.explanation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Inside;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * A path from a claim down to its deepest source: through inferences and their premises to a piece of evidence or a published
 * verdict, to its source, and from each source to one from which it is derived. It visits no claim and no source twice, and
 * ends only where it cannot be continued.
 *
 * <p>It follows only lines that exist and count. A premise, and a claim that contradicts another, is followed into the lines
 * for it; a negated premise into the lines against it. Assumptions and exceptions of a step are not on a chain; they appear
 * only among the obstacles where they break it.
 *
 * <p>Stable.
 */
public final class Chain implements WithoutJson {

  private final String claimId;
  private final Stance stance;
  private final ImmutableList<Step> steps;
  private final End end;
  private final double chance;
  private final boolean holds;
  private final OptionalInt weakest;
  private final Optional<Break> firstBreak;

  /** For the inner rooms of this library alone. */
  @SuppressWarnings("exports")
  public Chain(
      Inside inside,
      String claimId,
      Stance stance,
      ImmutableList<Step> steps,
      End end,
      double chance,
      boolean holds,
      OptionalInt weakest,
      Optional<Break> firstBreak) {
    requireNonNull(inside, "inside");
    this.claimId = claimId;
    this.stance = stance;
    this.steps = steps;
    this.end = end;
    this.chance = chance;
    this.holds = holds;
    this.weakest = weakest;
    this.firstBreak = firstBreak;
  }

  /** Returns the id of the claim from which it leads down. */
  public String claimId() {
    return claimId;
  }

  /** Returns the stance of its first line, by which it bears on that claim. */
  public Stance stance() {
    return stance;
  }

  /** Returns the lines and sources on it, from the claim down; never empty. */
  public ImmutableList<Step> steps() {
    return steps;
  }

  /** Returns the kind of its end. */
  public End end() {
    return end;
  }

  /**
   * Returns the probability, from 0 to 1, that all of it holds together: that every line on it fires and every source on
   * it is right and, if it has evidence on the same claim, says the same. It is 0 for a chain that ends in a circle, and
   * is not the product of the chances of the steps, which share coins.
   */
  public double chance() {
    return chance;
  }

  /** Returns whether {@code chance} meets the standard. */
  public boolean holds() {
    return holds;
  }

  /**
   * Returns the index, from 0, of the step with the least {@link Step#link}, at which most is lost; of several, the
   * deepest. Empty if every link is 1.
   */
  public OptionalInt weakest() {
    return weakest;
  }

  /** Returns the place where it breaks, seen from the deepest source upwards; empty if it holds. */
  public Optional<Break> firstBreak() {
    return firstBreak;
  }

  private ResultComponents components() {
    return ResultComponents.of("Chain")
        .and("claimId", claimId)
        .and("stance", stance)
        .and("steps", steps)
        .and("end", end)
        .and("chance", chance)
        .and("holds", holds)
        .and("weakest", weakest)
        .and("firstBreak", firstBreak);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chain that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }

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
   */
  public static final class Step implements WithoutJson {

    private final Element element;
    private final Optional<String> claimId;
    private final Optional<String> by;
    private final Optional<String> next;
    private final boolean isNextNegated;
    private final double chance;
    private final double carried;
    private final double link;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Step(
        Inside inside,
        Element element,
        Optional<String> claimId,
        Optional<String> by,
        Optional<String> next,
        boolean isNextNegated,
        double chance,
        double carried,
        double link) {
      requireNonNull(inside, "inside");
      this.element = element;
      this.claimId = claimId;
      this.by = by;
      this.next = next;
      this.isNextNegated = isNextNegated;
      this.chance = chance;
      this.carried = carried;
      this.link = link;
    }

    /** Returns the piece of evidence, the inference, the review or the contradicting claim; or the source. */
    public Element element() {
      return element;
    }

    /** Returns, for a line, the id of the claim on which it bears. */
    public Optional<String> claimId() {
      return claimId;
    }

    /** Returns, for an inference, the id of the source that makes it, if that is known. */
    public Optional<String> by() {
      return by;
    }

    /**
     * Returns the id of the claim with which the chain continues or at which it ends; empty before a source, and after
     * the last one.
     */
    public Optional<String> next() {
      return next;
    }

    /** Returns whether the claim {@code next} must be rejected; otherwise it must be accepted. */
    public boolean isNextNegated() {
      return isNextNegated;
    }

    /** Returns the probability that the line fires, that the contradicting claim is accepted, or that the source is right. */
    public double chance() {
      return chance;
    }

    /** Returns the probability that it and all steps below it on the chain hold together. */
    public double carried() {
      return carried;
    }

    /**
     * Returns the conditional probability, from 0 to 1, that it holds given that all steps below it do; 0 if these
     * cannot hold.
     */
    public double link() {
      return link;
    }

    private ResultComponents components() {
      return ResultComponents.of("Step")
          .and("element", element)
          .and("claimId", claimId)
          .and("by", by)
          .and("next", next)
          .and("isNextNegated", isNextNegated)
          .and("chance", chance)
          .and("carried", carried)
          .and("link", link);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Step that && components().equals(that.components());
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

  /**
   * The place where a chain breaks: the lowest step whose {@link Step#carried} does not meet the standard.
   */
  public static final class Break implements WithoutJson {

    private final int step;
    private final ImmutableList<Obstacle> obstacles;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Break(Inside inside, int step, ImmutableList<Obstacle> obstacles) {
      requireNonNull(inside, "inside");
      this.step = step;
      this.obstacles = obstacles;
    }

    /** Returns the index of the step, counted from 0 at the claim. */
    public int step() {
      return step;
    }

    /**
     * Returns the obstacles that keep it from holding; only {@link Obstacle.Kind#TOO_MUCH_AT_ONCE} if it would hold by
     * itself but not together with all steps below it; at the end of a chain in a circle, that circle.
     */
    public ImmutableList<Obstacle> obstacles() {
      return obstacles;
    }

    private ResultComponents components() {
      return ResultComponents.of("Break").and("step", step).and("obstacles", obstacles);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Break that && components().equals(that.components());
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
