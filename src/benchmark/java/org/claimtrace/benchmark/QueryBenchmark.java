package org.claimtrace.benchmark;

import static org.claimtrace.query.ClaimCondition.beliefAbove;
import static org.claimtrace.query.ClaimCondition.dependsOn;
import static org.claimtrace.query.ClaimCondition.not;
import static org.claimtrace.query.ClaimCondition.restsOn;
import static org.claimtrace.query.ClaimCondition.says;
import static org.claimtrace.query.ClaimCondition.uses;
import static org.claimtrace.query.ClaimCondition.verdict;

import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Label;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Verdict;
import org.claimtrace.query.ClaimCondition;
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

/** Queries over a realistic graph, each going through all its claims, beside one evaluation of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(2)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class QueryBenchmark {

  @Param("1000000")
  public int claims;

  private final Evaluator evaluator = Evaluator.usual();
  private CompiledGraph compiled;
  private ClaimTrace trace;
  private String source;
  private String claim;

  /** How long queries took, in nanoseconds a claim of the graph unless said. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {

    /** By verdict and belief. */
    public double verdicts;

    /** By words of the text. */
    public double words;

    /** By what uses a source, and what depends on a claim. */
    public double structure;

    /** By what falls with a source. */
    public double falling;

    /** By all of these at once. */
    public double all;

    /** Evaluating the graph. */
    public double evaluating;

    /** The first query that asks who uses what, of a graph that nobody has asked. */
    public double first;
  }

  @Setup
  public void generate() {
    ClaimGraph graph = RealisticGraphs.open(claims, 100, 1);
    compiled = CompiledGraph.of(graph);
    Evaluation evaluation = evaluator.evaluate(compiled);
    trace = ClaimTrace.of(evaluation);
    source = graph.sources().get(0).id();
    claim = graph.claims().get(graph.claims().size() / 2).id();
  }

  @Benchmark
  public void queries(Times times) {
    System.gc();
    times.first = time(uses(source), ClaimTrace.of(evaluator.evaluate(copy())));
    System.gc();
    long begin = System.nanoTime();
    Evaluation again = evaluator.evaluate(compiled);
    times.evaluating = (double) (System.nanoTime() - begin) / claims;
    if (!again.method().equals(trace.evaluation().method())) {
      throw new IllegalStateException(again.method().toString());
    }
    ClaimCondition verdicts = verdict(Verdict.REFUTED).or(beliefAbove(Label.SUPPORTED, .9));
    ClaimCondition words = says("a");
    ClaimCondition structure = uses(source).or(dependsOn(claim));
    times.verdicts = time(verdicts, trace);
    times.words = time(words, trace);
    times.structure = time(structure, trace);
    times.falling = time(restsOn(source), trace);
    times.all = time(verdicts.and(not(words)).or(structure.and(restsOn(source))), trace);
  }

  /** The same graph, of which nothing is indexed yet. */
  private ClaimGraph copy() {
    ClaimGraph graph = trace.graph();
    return ClaimGraph.builder(graph.id())
        .title(graph.title())
        .allSources(graph.sources())
        .allClaims(graph.claims())
        .build();
  }

  private double time(ClaimCondition condition, ClaimTrace asked) {
    long begin = System.nanoTime();
    long found = asked.find(condition).count();
    double took = System.nanoTime() - begin;
    if (found > claims) {
      throw new IllegalStateException(found + " claims of " + claims);
    }
    return took / claims;
  }
}
