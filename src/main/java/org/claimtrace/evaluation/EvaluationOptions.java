package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.Problem;
import org.claimtrace.result.Result.WithoutJson;

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
  private final ReviewPolicy reviews;
  private final Optional<PartialDate> asOf;
  private final ImmutableMap<String, Supposition> suppositions;
  private final boolean byLogic;
  private final boolean ignoresDerivation;
  private final int worlds;
  private final long seed;
  private final int nodeBudget;
  private final int timesSampling;

  EvaluationOptions(
      Standard standard,
      ReviewPolicy reviews,
      Optional<PartialDate> asOf,
      ImmutableMap<String, Supposition> suppositions,
      boolean byLogic,
      boolean ignoresDerivation,
      int worlds,
      long seed,
      int nodeBudget,
      int timesSampling) {
    this.standard = standard;
    this.reviews = reviews;
    this.asOf = asOf;
    this.suppositions = suppositions;
    this.byLogic = byLogic;
    this.ignoresDerivation = ignoresDerivation;
    this.worlds = worlds;
    this.seed = seed;
    this.nodeBudget = nodeBudget;
    this.timesSampling = timesSampling;
  }

  /** Every option at its default. */
  public static EvaluationOptions usual() {
    return USUAL;
  }

  /**
   * The usual options but for a {@linkplain Builder#nodeBudget budget} of 32,768 nodes: an evaluation then keeps 5 MB of diagrams at
   * most and the questions asked of it four times that, so that many can be kept at once. Graphs of people stay exact with that as a
   * rule; what would take more is sampled. For graphs of strangers; {@link Evaluator#untrusted} has a time limit besides.
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

  /** How much a verdict takes. */
  public Standard standard() {
    return standard;
  }

  /** What published verdicts count for. */
  public ReviewPolicy reviews() {
    return reviews;
  }

  /** The date at which a graph is looked at; empty where everything exists. */
  public Optional<PartialDate> asOf() {
    return asOf;
  }

  /** What claims are supposed to be, by id. */
  public ImmutableMap<String, Supposition> suppositions() {
    return suppositions;
  }

  /** Whether grades are read by logic alone, as yes or no. */
  public boolean isByLogic() {
    return byLogic;
  }

  /** Whether sources are taken for originals, whatever they are derived from. */
  public boolean ignoresDerivation() {
    return ignoresDerivation;
  }

  /** In how many worlds a sampled evaluation counts, at least 1. */
  public int worlds() {
    return worlds;
  }

  /** What a sampled evaluation draws its worlds with. */
  public long seed() {
    return seed;
  }

  /** How many nodes the diagrams of an exact evaluation may have; 0 for never exact. */
  public int nodeBudget() {
    return nodeBudget;
  }

  /** How many times the work of sampling an exact evaluation may take. */
  public int timesSampling() {
    return timesSampling;
  }

  Circumstances circumstances() {
    return new Circumstances(reviews, asOf, suppositions, byLogic, ignoresDerivation);
  }

  /** These options in other circumstances. */
  EvaluationOptions in(Circumstances there) {
    return new EvaluationOptions(
        standard,
        there.reviews(),
        there.asOf(),
        there.suppositions(),
        there.byLogic(),
        there.ignoresDerivation(),
        worlds,
        seed,
        nodeBudget,
        timesSampling);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvaluationOptions options && values().equals(options.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /** The values in the order of {@link #NAMES}. */
  private List<Object> values() {
    return List.of(
        standard,
        reviews,
        asOf,
        suppositions,
        byLogic,
        ignoresDerivation,
        worlds,
        seed,
        nodeBudget,
        timesSampling);
  }

  private static final List<String> NAMES = List.of(
      "standard",
      "reviews",
      "asOf",
      "suppositions",
      "byLogic",
      "ignoresDerivation",
      "worlds",
      "seed",
      "nodeBudget",
      "timesSampling");

  /**
   * Returns what is unusual, on one line, such as {@code standard=clear-and-convincing, asOf=2026-02}; {@code usual} where nothing
   * is.
   */
  @Override
  public String toString() {
    List<Object> usual = USUAL.values();
    List<Object> values = values();
    List<String> unusual = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (!value.equals(usual.get(i))) {
        Object shown = value instanceof Optional<?> optional ? optional.orElseThrow() : value;
        unusual.add(NAMES.get(i) + "=" + shown);
      }
    }
    return unusual.isEmpty() ? "usual" : Problem.visible(String.join(", ", unusual));
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
