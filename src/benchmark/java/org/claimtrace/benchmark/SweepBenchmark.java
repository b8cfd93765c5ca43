package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
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

/** Evaluating a compiled graph without numbers, four links a claim, beside a plain pass over equal arrays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(5)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
public class SweepBenchmark {

  @Param("1000000")
  public int claims;

  private final Evaluator evaluator = Evaluator.usual();
  private LayeredClaims arrays;
  private CompiledGraph compiled;

  @Setup
  public void generate() {
    arrays = new LayeredClaims(claims, 3, 1);
    compiled = CompiledGraph.of(arrays.graph());
    Evaluation evaluation = evaluator.evaluate(compiled);
    long accepted =
        evaluation.judgements().filter(each -> each.belief().supported() == 1).count();
    if (accepted != arrays.accepted()) {
      throw new IllegalStateException(
          accepted + " claims accepted, by the plain pass " + arrays.accepted());
    }
  }

  @Benchmark
  public void sweep(Turns turns, Blackhole hole) {
    turns.take(hole, () -> evaluator.evaluate(compiled), arrays::pass);
  }
}
