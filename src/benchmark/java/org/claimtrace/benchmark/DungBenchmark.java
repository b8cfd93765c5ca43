package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluator;
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
import org.tweetyproject.arg.dung.reasoner.SimpleGroundedReasoner;
import org.tweetyproject.arg.dung.syntax.DungTheory;

/** The grounded extension of a Dung framework, beside TweetyProject's reasoner. */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(5)
public class DungBenchmark {

  /** So often a graph is evaluated before the turns begin, and in each of them. */
  private static final int TIMES = 200;

  /** And so often compiled first, which takes much longer. */
  private static final int TIMES_COMPILED = 20;

  /** A framework on both sides. */
  @State(Scope.Benchmark)
  public abstract static class Framework {

    private final Evaluator evaluator = Evaluator.usual();
    private ClaimGraph graph;
    private CompiledGraph compiled;
    private DungTheory theory;

    abstract AttackGraph attacks();

    @Setup
    public void generate(Blackhole hole) {
      AttackGraph attacks = attacks();
      graph = attacks.graph();
      compiled = CompiledGraph.of(graph);
      theory = attacks.theory();
      Turns.time(hole, TIMES_COMPILED, () -> evaluator.evaluate(graph));
      Turns.time(hole, TIMES, () -> evaluator.evaluate(compiled));
    }

    void take(Turns turns, Blackhole hole) {
      turns.take(hole, TIMES, () -> evaluator.evaluate(compiled), this::grounded);
      turns.oursPrepared = Turns.time(hole, TIMES_COMPILED, () -> evaluator.evaluate(graph));
    }

    private int grounded() {
      return new SimpleGroundedReasoner().getModel(theory).size();
    }
  }

  /** Arguments that attack each other at random, three attacks an argument. */
  public static class Random extends Framework {

    @Param({"1000", "10000"})
    public int arguments;

    @Override
    AttackGraph attacks() {
      return AttackGraph.random(arguments, 1);
    }
  }

  /** Arguments each of which is attacked by the one before. */
  public static class Chain extends Framework {

    @Param("10000")
    public int arguments;

    @Override
    AttackGraph attacks() {
      return AttackGraph.chain(arguments);
    }
  }

  @Benchmark
  @Warmup(iterations = 5)
  @Measurement(iterations = 5)
  public void random(Random framework, Turns turns, Blackhole hole) {
    framework.take(turns, hole);
  }

  /** TweetyProject takes so long here that it is measured once a fork, and its code is compiled on the way. */
  @Benchmark
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public void chain(Chain framework, Turns turns, Blackhole hole) {
    framework.take(turns, hole);
  }
}
