package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
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

/** Compiling a realistic graph, beside one walk of it that looks up each id. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(5)
@Warmup(iterations = 10)
@Measurement(iterations = 11)
public class CompileBenchmark {

  @Param("200000")
  public int claims;

  private ClaimGraph graph;

  @Setup
  public void generate() {
    graph = RealisticGraphs.of(claims, 1);
  }

  @Benchmark
  public void compile(Turns turns, Blackhole hole) {
    turns.take(hole, () -> CompiledGraph.of(graph), () -> walk(graph));
  }

  /** Looks up every id that enters an evaluation; the sum makes use of what is found. */
  private static long walk(ClaimGraph graph) {
    long sum = 0;
    for (Source source : graph.sources()) {
      for (String origin : source.derivedFrom()) {
        sum += graph.source(origin).id().length();
      }
    }
    for (Claim claim : graph.claims()) {
      for (Evidence evidence : claim.evidence()) {
        sum += graph.source(evidence.sourceId()).id().length();
        for (String relay : graph.relays(evidence)) {
          sum += graph.source(relay).id().length();
        }
        sum += claims(graph, evidence.unless());
      }
      for (Inference inference : claim.inferences()) {
        for (Premise premise : inference.premises()) {
          sum += graph.claim(premise.claimId()).id().length();
        }
        sum += claims(graph, inference.assuming()) + claims(graph, inference.unless());
      }
      sum += claims(graph, claim.contradicts());
      for (Review review : claim.reviews()) {
        sum += graph.source(review.reviewer()).id().length();
      }
    }
    return sum;
  }

  private static long claims(ClaimGraph graph, Iterable<String> ids) {
    long sum = 0;
    for (String id : ids) {
      sum += graph.claim(id).id().length();
    }
    return sum;
  }
}
