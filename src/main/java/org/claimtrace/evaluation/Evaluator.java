package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.claimtrace.engine.circuit.CoinOrder;
import org.claimtrace.engine.circuit.GateStates;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.OpenCoins;
import org.claimtrace.engine.diagrams.DiagramInterpretation;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.world.WorldInterpretation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.TimeLimitException;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates claim graphs: derives the verdict on every claim from the lines that bear on it.
 *
 * <p>The meaning is the well-founded model of the graph's rules (Van Gelder, Ross and Schlipf, "The well-founded semantics
 * for general logic programs", Journal of the ACM 38(3), 1991). It exists for every graph, whatever supports, attacks or
 * contradicts what; for claims that only attack each other it is the grounded extension (Dung, "On the acceptability of
 * arguments", Artificial Intelligence 77(2), 1995, definition 20).
 *
 * <p>A grade is the chance of a coin, and the belief in a claim the probability of its labels over all outcomes of the coins
 * (Li, Oren and Norman, "Probabilistic argumentation frameworks", TAFA 2011). Where no coin is open there is one world; where
 * some are, probabilities are exact if the diagrams that it takes stay within a budget, and else counted in sampled worlds.
 *
 * <p>Stable.
 */
public final class Evaluator implements WithoutJson {

  /**
   * How many coins may be open for an exact evaluation. Where more are, every question about each of them would take the square
   * of that, and sampling some milliseconds.
   */
  public static final int MOST_EXACT_COINS = 4096;

  private final EvaluationOptions options;
  private final Executor executor;
  private final @Nullable Duration timeLimit;

  private Evaluator(Builder builder) {
    options = builder.options();
    executor = builder.executor;
    timeLimit = builder.timeLimit;
  }

  /** Returns an evaluator with every option at its default. */
  public static Evaluator usual() {
    return builder().build();
  }

  /** Returns an evaluator with these options. */
  public static Evaluator of(EvaluationOptions options) {
    return builder(options).build();
  }

  /**
   * Returns an evaluator for graphs of strangers: with the options of {@link EvaluationOptions#untrusted}, and ten seconds for an evaluation
   * or a question, since a small graph can be made that takes long. Graphs of people seldom take a hundredth of that. To read them, see
   * {@code Limits.untrusted()} of {@code org.claimtrace.json}.
   */
  public static Evaluator untrusted() {
    return builder(EvaluationOptions.untrusted())
        .timeLimit(Duration.ofSeconds(10))
        .build();
  }

  /** Begins an evaluator with every option at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins an evaluator with these options. */
  public static Builder builder(EvaluationOptions options) {
    return new Builder().options(requireNonNull(options, "options"));
  }

  /** Returns its options: all that its results depend on besides the graph. */
  public EvaluationOptions options() {
    return options;
  }

  /** Begins an evaluator like this one. */
  public Builder toBuilder() {
    return toBuilder(options.circumstances());
  }

  /**
   * Compiles a graph and evaluates it.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation evaluate(ClaimGraph graph) {
    requireNonNull(graph, "graph");
    return Cancellation.within(timeLimit, () -> evaluate(CompiledGraph.of(graph)));
  }

  /**
   * Evaluates a compiled graph. A sweep takes time linear in its size where it is acyclic, and inside a cyclic component one
   * more pass over what is undecided for every time that propagation stalls. A certain evaluation is one sweep, a sampled one
   * a sweep for all of its worlds, some thousand at a time; an exact one is a sweep whose steps take as long as their
   * diagrams are large.
   *
   * <p>Experimental.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation evaluate(CompiledGraph compiled) {
    requireNonNull(compiled, "compiled");
    return Cancellation.within(
        timeLimit, () -> evaluate(compiled, options.circumstances(), ImmutableMap.of()));
  }

  /** Evaluates a graph in other circumstances than this evaluator's own, some grades changed, by coin. */
  Evaluation evaluate(
      CompiledGraph graph, Circumstances there, ImmutableMap<Integer, Double> changedGrades) {
    GraphCircuit compiled = graph.circuit();
    Grades grades = new Grades(compiled, changedGrades);
    GateStates states = there.states(compiled, grades);
    byte[] kinds = states.kinds();
    if (states.open() == 0) {
      WorldInterpretation slots = new WorldInterpretation(compiled.circuit, kinds);
      Sweep.run(compiled.circuit, slots);
      Outcome only = new CertainOutcome(compiled, slots);
      return new Evaluation(graph, this, there, grades, new CertainComputation(), only);
    }
    if (options.nodeBudget() > 0 && states.open() <= MOST_EXACT_COINS) {
      Optional<Evaluation> exact = exactly(graph, there, grades, states);
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    Outcome counted = new Sampling(compiled, kinds, grades, options.worlds(), options.seed())
        .run(executor, Runtime.getRuntime().availableProcessors());
    return new Evaluation(graph, this, there, grades, sampling(), counted);
  }

  /** Evaluates exactly, in the first order of coins in which that stays within the budget, if any does. */
  private Optional<Evaluation> exactly(
      CompiledGraph graph, Circumstances there, Grades grades, GateStates states) {
    GraphCircuit compiled = graph.circuit();
    ExactBudget budget = exactBudget(compiled, states);
    List<OpenCoins> tried = new ArrayList<>();
    for (CoinOrder order : CoinOrder.values()) {
      OpenCoins coins = OpenCoins.of(compiled, states.kinds(), grades, order);
      if (order != CoinOrder.READERS_FIRST) {
        if (tried.stream().anyMatch(coins::isNumberedAs)) {
          continue;
        }
        tried.add(coins);
      }
      try {
        Diagrams diagrams = budget.diagrams(order);
        DiagramInterpretation slots =
            new DiagramInterpretation(compiled.circuit, states.kinds(), coins::variable, diagrams);
        Sweep.run(compiled.circuit, slots);
        Outcome weighed = ExactOutcome.of(compiled, slots, diagrams, coins.chances());
        return Optional.of(
            new Evaluation(graph, this, there, grades, new ExactComputation(order), weighed));
      } catch (Diagrams.OutOfBudget e) {
        // What is too large in one order may not be in another.
      }
    }
    return Optional.empty();
  }

  int nodeBudget() {
    return options.nodeBudget();
  }

  /** Returns what an exact evaluation of a graph may take. */
  ExactBudget exactBudget(GraphCircuit compiled, GateStates states) {
    return ExactBudget.of(
        options.nodeBudget(),
        options.timesSampling(),
        compiled.circuit,
        states.open(),
        options.worlds());
  }

  /** Begins an evaluator like this one, for other circumstances. */
  Builder toBuilder(Circumstances there) {
    Builder builder = builder(options.in(there)).executor(executor);
    return timeLimit == null ? builder : builder.timeLimit(timeLimit);
  }

  /** Returns its options, where they are not the usual ones, and its time limit. */
  @Override
  public String toString() {
    return "evaluator, options: " + options
        + (timeLimit == null ? "" : ", time limit: " + timeLimit);
  }

  /** Returns how much a verdict takes. */
  Standard standard() {
    return options.standard();
  }

  /** Returns how long a call may take; empty for as long as it takes. */
  Optional<Duration> timeLimit() {
    return Optional.ofNullable(timeLimit);
  }

  /** Returns how it samples, where it does. */
  SampledComputation sampling() {
    return new SampledComputation(options.worlds(), options.seed(), options.nodeBudget() > 0);
  }

  /** Builds an evaluator. Not for use by several threads. */
  @SuppressWarnings("exports")
  public static final class Builder extends OptionsBuilder<Builder> {

    private Executor executor = ForkJoinPool.commonPool();
    private @Nullable Duration timeLimit;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * Where a sampled evaluation computes besides the thread that asks; the common pool unless said. The result does not
     * depend on it. An executor that runs tasks in the caller's thread makes it compute there alone.
     *
     * <p>The thread that asks needs no other: it waits for none of its tasks that has not begun, so that it may be a thread of
     * the executor itself, and the executor may be busy, refuse tasks, or have been shut down. An interrupt of one of its
     * threads stops nothing but what that thread asked for.
     */
    @CanIgnoreReturnValue
    public Builder executor(Executor executor) {
      this.executor = requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets how long one call may take: an evaluation, the compilation of its graph included; a scenario; a question asked of an
     * evaluation. What takes longer is stopped within moments, and throws a {@link TimeLimitException}, which is a {@link
     * CancellationException}. No limit unless said.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    @CanIgnoreReturnValue
    public Builder timeLimit(Duration timeLimit) {
      requireNonNull(timeLimit, "timeLimit");
      checkArgument(timeLimit.compareTo(Duration.ZERO) > 0, "a time limit of %s", timeLimit);
      this.timeLimit = timeLimit;
      return this;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return "builder of an " + build();
    }

    /** Builds the evaluator. */
    public Evaluator build() {
      return new Evaluator(this);
    }
  }
}
