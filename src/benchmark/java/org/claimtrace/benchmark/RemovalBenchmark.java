package org.claimtrace.benchmark;

import java.util.List;
import java.util.SplittableRandom;
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

/**
 * What becomes of the verdicts of a graph without numbers when each of 64 sources falls, beside evaluating the graph once: of a
 * realistic graph, and of one in which most depends on every source.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(3)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
public class RemovalBenchmark {

  private static final int SOURCES = 64;

  @Param("1000000")
  public int claims;

  @Param({"realistic", "layered"})
  public String graph;

  private final Evaluator evaluator = Evaluator.usual();
  private CompiledGraph compiled;
  private Evaluation evaluation;
  private List<String> sources = List.of();

  @Setup
  public void generate() {
    ClaimGraph generated = graph.equals("layered")
        ? new LayeredClaims(claims, 3, 1).graph()
        : RealisticGraphs.open(claims, 0, 1);
    compiled = CompiledGraph.of(generated);
    evaluation = evaluator.evaluate(compiled);
    if (evaluation.method() != Method.CERTAIN) {
      throw new IllegalStateException(evaluation.method().toString());
    }
    sources = new SplittableRandom(3)
        .ints(0, generated.sources().size())
        .distinct()
        .limit(SOURCES)
        .mapToObj(source -> generated.sources().get(source).id())
        .toList();
    // What is made once for an evaluation that is asked about its parts.
    evaluation.verdictsWithout(sources.subList(0, 1));
  }

  @Benchmark
  public void sources(Turns turns, Blackhole hole) {
    turns.take(hole, () -> evaluation.verdictsWithout(sources), () -> evaluator.evaluate(compiled));
  }
}
