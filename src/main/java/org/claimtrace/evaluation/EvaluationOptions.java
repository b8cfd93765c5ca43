package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.Problem;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * All that the results of an evaluation depend on besides the graph. On which threads they are computed, and how long that may
 * take, is no part of it.
 *
 * <p>A value: equal options give equal results for equal graphs, on every machine, so that a graph's version together with its
 * options is a key for a cache. What a {@linkplain Scenario scenario} supposes is an option, but not the grades that it changes nor the
 * lines that it adds. Immutable, and safe to share between threads.
 *
 * <p>Stable.
 */
public final class EvaluationOptions implements WithoutJson {

  private static final EvaluationOptions USUAL = builder().build();

  private final Standard standard;
  private final Circumstances circumstances;
  private final int worlds;
  private final long seed;
  private final int nodeBudget;
  private final int timesSampling;

  EvaluationOptions(
      Standard standard,
      Circumstances circumstances,
      int worlds,
      long seed,
      int nodeBudget,
      int timesSampling) {
    this.standard = standard;
    this.circumstances = circumstances;
    this.worlds = worlds;
    this.seed = seed;
    this.nodeBudget = nodeBudget;
    this.timesSampling = timesSampling;
  }

  /** Returns every option at its default. */
  public static EvaluationOptions usual() {
    return USUAL;
  }

  /**
   * Returns options for graphs of strangers: the usual ones, with a {@linkplain Builder#nodeBudget budget} of 32,768 nodes. An
   * evaluation then keeps at most 5 MB of diagrams, and the questions asked of it at most 20 MB, so that many can be kept at once.
   * That is enough to evaluate most graphs that people write exactly; the others are sampled. {@link Evaluator#untrusted} has a time
   * limit as well.
   */
  public static EvaluationOptions untrusted() {
    return builder().nodeBudget(1 << 15).build();
  }

  /** Begins options, every one at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins options like these. */
  public Builder toBuilder() {
    return new Builder().options(this);
  }

  /** Returns how much a verdict takes. */
  public Standard standard() {
    return standard;
  }

  /** Returns what published verdicts count for. */
  public ReviewPolicy reviewPolicy() {
    return circumstances.reviews();
  }

  /** Returns the date at which a graph is looked at; empty where everything exists. */
  public Optional<PartialDate> asOf() {
    return circumstances.asOf();
  }

  /** Returns what claims are supposed to be, by id. */
  public ImmutableMap<String, Supposition> suppositions() {
    return circumstances.suppositions();
  }

  /** Returns whether grades are read by logic alone, as yes or no. */
  public boolean isByLogic() {
    return circumstances.byLogic();
  }

  /** Returns whether sources are taken for originals, whatever they are derived from. */
  public boolean ignoresDerivation() {
    return circumstances.ignoresDerivation();
  }

  /** Returns in how many worlds a sampled evaluation counts, at least 1. */
  public int worlds() {
    return worlds;
  }

  /** Returns what a sampled evaluation draws its worlds with. */
  public long seed() {
    return seed;
  }

  /** Returns how many nodes the diagrams of an exact evaluation may have; 0 for never exact. */
  public int nodeBudget() {
    return nodeBudget;
  }

  /** Returns how many times the work of sampling an exact evaluation may take. */
  public int timesSampling() {
    return timesSampling;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  /** These options in other circumstances, but that no claim is taken as if nobody had reviewed it: that is no option. */
  EvaluationOptions in(Circumstances there) {
    return new EvaluationOptions(
        standard, there.asReviewed(), worlds, seed, nodeBudget, timesSampling);
  }

  private ResultComponents components() {
    return ResultComponents.of("EvaluationOptions")
        .and("standard", standard)
        .and("reviews", reviewPolicy())
        .and("asOf", asOf().map(PartialDate::toString).orElse(""))
        .and("suppositions", suppositions())
        .and("byLogic", isByLogic())
        .and("ignoresDerivation", ignoresDerivation())
        .and("worlds", worlds)
        .and("seed", seed)
        .and("nodeBudget", nodeBudget)
        .and("timesSampling", timesSampling);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EvaluationOptions that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /**
   * Returns what is unusual, on one line, such as {@code standard=clear-and-convincing, asOf=2026-02}; {@code usual} where nothing
   * is.
   */
  @Override
  public String toString() {
    String unusual = String.join(", ", components().otherThan(USUAL.components()));
    return unusual.isEmpty() ? "usual" : Problem.visible(unusual);
  }

  /** Builds options. Mutable, for use by one thread. */
  @SuppressWarnings("exports")
  public static final class Builder extends OptionsBuilder<Builder> {

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return "options: " + options();
    }

    /** Builds the options. */
    public EvaluationOptions build() {
      return options();
    }
  }
}
