package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;
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
 */
public final class Evaluator {

  /**
   * How many coins may be open for an exact evaluation. Where more are, every question about each of them would take the square
   * of that, and sampling some milliseconds.
   */
  public static final int MOST_EXACT_COINS = 4096;

  private final Standard standard;
  private final Circumstances circumstances;
  private final int worlds;
  private final long seed;
  private final int nodeBudget;
  private final int timesSampling;
  private final Executor executor;
  private final @Nullable Duration timeLimit;

  private Evaluator(Builder builder) {
    standard = builder.standard;
    circumstances = new Circumstances(
        builder.reviews,
        Optional.ofNullable(builder.asOf),
        ImmutableMap.copyOf(builder.suppositions),
        builder.byLogic,
        builder.ignoresDerivation);
    worlds = builder.worlds;
    seed = builder.seed;
    nodeBudget = builder.nodeBudget;
    timesSampling = builder.timesSampling;
    executor = builder.executor;
    timeLimit = builder.timeLimit;
  }

  /** An evaluator with every option at its default. */
  public static Evaluator usual() {
    return builder().build();
  }

  /** Begins an evaluator. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Compiles a graph and evaluates it.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation evaluate(ClaimGraph graph) {
    return Cancellation.within(timeLimit, () -> evaluate(CompiledGraph.of(graph)));
  }

  /**
   * Evaluates a compiled graph. A sweep takes time linear in its size where it is acyclic, and inside a cyclic component one
   * more pass over what is undecided for every time that propagation stalls. A certain evaluation is one sweep, a sampled one
   * a sweep for all of its worlds, some thousand at a time; an exact one is a sweep whose steps take as long as their
   * diagrams are large.
   *
   * @throws UnknownIdException if a claim is supposed something that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Evaluation evaluate(CompiledGraph compiled) {
    return Cancellation.within(
        timeLimit, () -> evaluate(compiled, circumstances, ImmutableMap.of()));
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
    if (nodeBudget > 0 && states.open() <= MOST_EXACT_COINS) {
      Optional<Evaluation> exact = exactly(graph, there, grades, states);
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    Outcome counted = new Sampling(compiled, kinds, grades, worlds, seed)
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
    return nodeBudget;
  }

  /** What an exact evaluation of a graph may take. */
  ExactBudget exactBudget(GraphCircuit compiled, GateStates states) {
    return ExactBudget.of(nodeBudget, timesSampling, compiled.circuit, states.open(), worlds);
  }

  /** Begins an evaluator like this one, for other circumstances. */
  Builder toBuilder(Circumstances there) {
    Builder builder = builder()
        .standard(standard)
        .reviews(there.reviews())
        .asOf(there.asOf())
        .allSuppositions(there.suppositions())
        .byLogic(there.byLogic())
        .ignoresDerivation(there.ignoresDerivation())
        .worlds(worlds)
        .seed(seed)
        .nodeBudget(nodeBudget)
        .timesSampling(timesSampling)
        .executor(executor);
    return timeLimit == null ? builder : builder.timeLimit(timeLimit);
  }

  /** How much a verdict takes. */
  Standard standard() {
    return standard;
  }

  /** How long a call may take; empty for as long as it takes. */
  Optional<Duration> timeLimit() {
    return Optional.ofNullable(timeLimit);
  }

  /** How it samples, where it does. */
  SampledComputation sampling() {
    return new SampledComputation(worlds, seed, nodeBudget > 0);
  }

  /** Builds an evaluator. Not for use by several threads. */
  public static final class Builder {

    private final Map<String, Supposition> suppositions = new LinkedHashMap<>();
    private Standard standard = Standard.PREPONDERANCE;
    private ReviewPolicy reviews = ReviewPolicy.EVIDENCE_FIRST;
    private @Nullable PartialDate asOf;

    private boolean byLogic;
    private boolean ignoresDerivation;
    private int worlds = 4096;
    private long seed;
    private int nodeBudget = 1 << 18;
    private int timesSampling = 20;
    private Executor executor = ForkJoinPool.commonPool();
    private @Nullable Duration timeLimit;

    private Builder() {}

    /** How much a verdict takes; {@link Standard#PREPONDERANCE} unless said, since most readers mean "more likely than not". */
    public Builder standard(Standard standard) {
      this.standard = standard;
      return this;
    }

    /** What published verdicts count for; {@link ReviewPolicy#EVIDENCE_FIRST} unless said, since evidence can be checked. */
    public Builder reviews(ReviewPolicy reviews) {
      this.reviews = reviews;
      return this;
    }

    /**
     * The date at which the graph is looked at: what begins after that date's last day does not exist yet. Unless said,
     * everything exists.
     */
    public Builder asOf(PartialDate asOf) {
      this.asOf = asOf;
      return this;
    }

    /**
     * The date at which the graph is looked at, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}.
     *
     * @throws InvalidValueException if the text has none of these forms, or the calendar does not have the date
     */
    public Builder asOf(String asOf) {
      return asOf(PartialDate.parse(asOf));
    }

    /**
     * The day at which the graph is looked at.
     *
     * @throws InvalidValueException if its year is not from 1 to 9999
     */
    public Builder asOf(LocalDate asOf) {
      return asOf(PartialDate.of(asOf));
    }

    /** The same; without a date, everything exists. */
    public Builder asOf(Optional<PartialDate> asOf) {
      this.asOf = asOf.orElse(null);
      return this;
    }

    /** Replaces all that is supposed. */
    public Builder allSuppositions(Map<String, Supposition> suppositions) {
      this.suppositions.clear();
      this.suppositions.putAll(suppositions);
      return this;
    }

    /** Supposes a claim to be something, whatever bears on it; replaces what was supposed of it before. */
    public Builder suppose(String claimId, Supposition supposition) {
      suppositions.put(claimId, supposition);
      return this;
    }

    /**
     * Whether grades are read by logic alone: above one half is yes, every other no. False unless said, since an author who
     * writes a number means it.
     */
    public Builder byLogic(boolean byLogic) {
      this.byLogic = byLogic;
      return this;
    }

    /**
     * Whether {@code derivedFrom} is ignored, which shows what copies would pretend if they were taken for independent. False
     * unless said.
     */
    public Builder ignoresDerivation(boolean ignoresDerivation) {
      this.ignoresDerivation = ignoresDerivation;
      return this;
    }

    /**
     * In how many worlds a sampled evaluation counts; 4,096 unless said, which tells a probability to within 0.016.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder worlds(int worlds) {
      checkArgument(worlds >= 1, "%s worlds; at least one must be sampled", worlds);
      this.worlds = worlds;
      return this;
    }

    /** What a sampled evaluation draws its worlds with; 0 unless said. The same seed gives the same worlds. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * How many nodes the diagrams of an exact evaluation may have, 44 to 132 bytes each with tables that double as they fill; 0
     * for never exact. 262,144 unless said, which is 35 MB at most. Measured on realistic graphs, that is enough for those of 400
     * claims a third of whose coins are open (2,000 nodes) and for most of 100 claims whose every coin is. Questions asked of an
     * exact evaluation keep diagrams of their own, of up to four times as many nodes but no more than the larger of the budget and
     * 4,194,304.
     *
     * <p>There are never more than 268,435,456, whatever is said. A budget that the heap has no room for may end in an {@link
     * OutOfMemoryError}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder nodeBudget(int nodeBudget) {
      checkArgument(nodeBudget >= 0, "a budget of %s nodes", nodeBudget);
      this.nodeBudget = nodeBudget;
      return this;
    }

    /**
     * How many times the work of sampling an exact evaluation may take before it is given up, for each of the three orders of
     * coins in which it is tried (of the first an eighth); {@link Integer#MAX_VALUE} for whatever it takes. 20 unless said, since an
     * answer without an interval is worth a wait that nobody notices, but not one that a question pays hundreds of times. However
     * cheap sampling is, 524,288 steps may be taken, some 40 milliseconds: graphs written by hand take a hundredth of that. To give up
     * takes a tenth of a second as a rule.
     *
     * <p>The work is estimated from the graph and counted in steps, so that no result depends on how fast a machine is.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder timesSampling(int timesSampling) {
      checkArgument(timesSampling >= 0, "%s times the work of sampling", timesSampling);
      this.timesSampling = timesSampling;
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
    public Builder executor(Executor executor) {
      this.executor = executor;
      return this;
    }

    /**
     * How long one call may take: an evaluation, the compilation of its graph included; a scenario; a question asked of an
     * evaluation. What takes longer is stopped within moments, and throws a {@link CancellationException}. No limit unless said.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder timeLimit(Duration timeLimit) {
      checkArgument(timeLimit.compareTo(Duration.ZERO) > 0, "a time limit of %s", timeLimit);
      this.timeLimit = timeLimit;
      return this;
    }

    /** Builds the evaluator. */
    public Evaluator build() {
      return new Evaluator(this);
    }
  }
}
