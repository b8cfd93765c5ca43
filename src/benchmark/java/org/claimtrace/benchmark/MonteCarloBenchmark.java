package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.model.ClaimGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tweetyproject.arg.dung.semantics.Semantics;
import org.tweetyproject.arg.prob.reasoner.MonteCarloPafReasoner;
import org.tweetyproject.arg.prob.syntax.ProbabilisticArgumentationFramework;

/**
 * Arguments that are there with a probability and attack each other at random: how probable all of them are in the grounded
 * extension, beside TweetyProject's Monte Carlo reasoner on one of them, both in 4,096 sampled worlds. That takes so long that
 * each fork measures it once, after two runs that warm it up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(3)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class MonteCarloBenchmark {

  private static final double PROBABILITY = .8;
  private static final int WORLDS = 4_096;

  /** So often a graph is evaluated before the turns begin, and in each of them. */
  private static final int TIMES = 50;

  @Param({"100", "1000"})
  public int arguments;

  private final Evaluator evaluator =
      Evaluator.builder().nodeBudget(0).worlds(WORLDS).build();
  private ClaimGraph graph;
  private CompiledGraph compiled;
  private ProbabilisticArgumentationFramework theory;
  private int queried;

  @Setup
  public void generate(Blackhole hole) {
    AttackGraph attacks = AttackGraph.random(arguments, 1);
    graph = attacks.graph(PROBABILITY);
    compiled = CompiledGraph.of(graph);
    theory = attacks.theory(PROBABILITY);
    Evaluation evaluation = evaluator.evaluate(compiled);
    if (evaluation.method() != Method.SAMPLED) {
      throw new IllegalStateException(evaluation.method().toString());
    }
    queried = mostUncertain(evaluation);
    double ours = accepted(evaluation, queried);
    double theirs = query();
    double error = Math.sqrt(ours * (1 - ours) * (2.0 / WORLDS));
    if (Math.abs(ours - theirs) > 4 * error) {
      throw new IllegalStateException("accepted with " + ours + ", by TweetyProject " + theirs);
    }
    for (int i = 0; i < TIMES; i++) {
      hole.consume(evaluator.evaluate(graph));
      hole.consume(evaluator.evaluate(compiled));
    }
  }

  /** The argument whose acceptance is nearest to even, for which agreement says most. */
  private int mostUncertain(Evaluation evaluation) {
    int best = 0;
    for (int i = 1; i < arguments; i++) {
      if (Math.abs(accepted(evaluation, i) - .5) < Math.abs(accepted(evaluation, best) - .5)) {
        best = i;
      }
    }
    return best;
  }

  private static double accepted(Evaluation evaluation, int argument) {
    return evaluation.belief(AttackGraph.id(argument)).supported();
  }

  private double query() {
    return new MonteCarloPafReasoner(Semantics.GROUNDED_SEMANTICS, WORLDS)
        .query(theory, AttackGraph.argument(queried));
  }

  @Benchmark
  public void random(Turns turns, Blackhole hole) {
    turns.take(hole, TIMES, () -> evaluator.evaluate(compiled), this::query);
    turns.oursPrepared = Turns.time(hole, TIMES, () -> evaluator.evaluate(graph));
  }
}
