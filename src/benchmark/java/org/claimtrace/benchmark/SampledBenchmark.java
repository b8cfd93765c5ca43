package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Evaluating realistic graphs in 4,096 sampled worlds on all cores: a graph, one a tenth and one a hundredth as large. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(3)
@Warmup(iterations = 4)
@Measurement(iterations = 4)
public class SampledBenchmark {

  private static final int WORLDS = 4096;

  @Param("1000000")
  public int claims;

  /** Of how many coins in a thousand the grade is neither 0 nor 1. */
  @Param({"100", "1000"})
  public int perThousand;

  private final Evaluator evaluator =
      Evaluator.builder().nodeBudget(0).worlds(WORLDS).build();
  private CompiledGraph largest;
  private CompiledGraph middle;
  private CompiledGraph smallest;

  /** Million claim-worlds a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Rates {

    /** Of the graph. */
    public double largest;

    /** Of one a tenth as large. */
    public double middle;

    /** Of one a hundredth as large. */
    public double smallest;
  }

  @Setup
  public void generate() {
    largest = compiled(claims);
    middle = compiled(claims / 10);
    smallest = compiled(claims / 100);
    Evaluation evaluation = evaluator.evaluate(smallest);
    if (evaluation.method() != Method.SAMPLED || evaluation.worlds().orElseThrow() != WORLDS) {
      throw new IllegalStateException(evaluation.method() + ", " + evaluation.worlds());
    }
  }

  private CompiledGraph compiled(int size) {
    return CompiledGraph.of(RealisticGraphs.open(size, perThousand, 1));
  }

  @Benchmark
  public void evaluate(Rates rates, Blackhole hole) {
    System.gc();
    rates.smallest = rate(hole, smallest, claims / 100, 20);
    rates.middle = rate(hole, middle, claims / 10, 4);
    rates.largest = rate(hole, largest, claims, 1);
  }

  private double rate(Blackhole hole, CompiledGraph compiled, int size, int times) {
    double nanoseconds = Turns.timeAsItIs(hole, times, () -> evaluator.evaluate(compiled));
    return 1e3 * size * WORLDS / nanoseconds;
  }
}
