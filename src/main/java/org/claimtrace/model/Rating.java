package org.claimtrace.model;

import java.util.OptionalDouble;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A published verdict as a number on a scale, as in schema.org's Rating. It is told, and decides nothing: scales differ, and only
 * words say what a number means. Two are equal when all their members are.
 *
 * <p>Stable.
 */
public final class Rating extends Part {

  private final @Nullable Double value;
  private final @Nullable Double best;
  private final @Nullable Double worst;

  private Rating(Builder builder) {
    super(builder);
    this.value = PartBuilder.required(builder.value);
    this.best = builder.best;
    this.worst = builder.worst;
  }

  /** Returns a builder of a rating without any members yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder of a rating, a finite number on a scale that is not named yet. */
  public static Builder builder(double value) {
    return builder().value(value);
  }

  /**
   * Returns a rating.
   *
   * @param value the number, finite
   * @param best the best number of the scale
   * @param worst the worst number of the scale
   */
  public static Rating of(double value, double best, double worst) {
    return builder(value).best(best).worst(worst).build();
  }

  /** Returns a builder with the members of this rating. */
  public Builder toBuilder() {
    Builder builder = new Builder().like(this);
    builder.value = value;
    builder.best = best;
    builder.worst = worst;
    return builder;
  }

  /** Returns the number. */
  public double value() {
    return value == null ? Double.NaN : value;
  }

  /** Returns the best number of the scale. */
  public OptionalDouble best() {
    return best == null ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  /** Returns the worst number of the scale. */
  public OptionalDouble worst() {
    return worst == null ? OptionalDouble.empty() : OptionalDouble.of(worst);
  }

  @Override
  boolean isUntagged() {
    return false;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> value;
      case 1 -> best;
      case 2 -> worst;
      default -> NO_MORE;
    };
  }

  /** Returns a short description, such as {@code 2 of 1 to 5}. */
  @Override
  public String toString() {
    String number = Rules.number(value());
    return best == null || worst == null
        ? number
        : number + " of " + Rules.number(worst) + " to " + Rules.number(best);
  }

  /**
   * Builds a rating. Each call replaces the value set before, except {@code ownMember}, which adds. Mutable, for use by one
   * thread.
   */
  public static final class Builder extends PartBuilder<Rating, Builder> {

    private @Nullable Double value;
    private @Nullable Double best;
    private @Nullable Double worst;

    private Builder() {}

    /** Sets the number, which must be finite. */
    public Builder value(double value) {
      this.value = value + 0.0;
      return this;
    }

    /** Sets the best number of the scale, which must be finite. */
    public Builder best(double best) {
      this.best = best + 0.0;
      return this;
    }

    /** Sets the worst number of the scale, which must be finite. */
    public Builder worst(double worst) {
      this.worst = worst + 0.0;
      return this;
    }

    @Override
    void check(Problems problems) {
      missing(problems, value, "a rating has no value", "Write the number under 'value'.");
      finite(problems, "/value", value);
      finite(problems, "/best", best);
      finite(problems, "/worst", worst);
      super.check(problems);
    }

    private static void finite(Problems problems, String pointer, @Nullable Double number) {
      if (number != null && !Double.isFinite(number)) {
        problems.add(Problem.at(
            pointer,
            ProblemCode.WRONG_TYPE,
            "a rating is not a finite number",
            "Write the number that was published."));
      }
    }

    @Override
    Rating draft() {
      return new Rating(this);
    }
  }
}
