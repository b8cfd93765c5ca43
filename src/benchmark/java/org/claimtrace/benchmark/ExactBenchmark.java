package org.claimtrace.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.json.ClaimJson;
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

/** Evaluating what people have written by hand, with every option at its default; no file of it may need sampling. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(3)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ExactBenchmark {

  private static final int TIMES = 200;

  /** A file, or a folder of some. */
  @Param({"claims/gpt-4o-retro.json", "claims/worked-cases"})
  public String path;

  private final Evaluator evaluator = Evaluator.usual();
  private final List<CompiledGraph> graphs = new ArrayList<>();

  /** How long an evaluation took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {

    /** The mean of the slowest file. */
    public double milliseconds;
  }

  @Setup
  public void read() throws IOException {
    boolean isAnyExact = false;
    for (Path file : files(Path.of(path))) {
      CompiledGraph compiled = CompiledGraph.of(ClaimJson.read(file));
      Evaluation evaluation = evaluator.evaluate(compiled);
      if (evaluation.method() == Method.SAMPLED) {
        throw new IllegalStateException(file + " was sampled");
      }
      isAnyExact |= evaluation.method() == Method.EXACT;
      graphs.add(compiled);
    }
    if (!isAnyExact) {
      throw new IllegalStateException(path + " leaves nothing to chance");
    }
  }

  /** A file itself, or the claim files of a folder, in the order of their names. */
  static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Benchmark
  public void evaluate(Times times, Blackhole hole) {
    System.gc();
    double slowest = 0;
    for (CompiledGraph graph : graphs) {
      slowest = Math.max(slowest, Turns.timeAsItIs(hole, TIMES, () -> evaluator.evaluate(graph)));
    }
    times.milliseconds = slowest / 1e6;
  }
}
