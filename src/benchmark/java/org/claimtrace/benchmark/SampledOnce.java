package org.claimtrace.benchmark;

import java.io.IOException;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.ClaimGraph;

/** A program that makes a realistic graph all of whose coins are open and evaluates it in 4,096 sampled worlds. */
final class SampledOnce {

  private SampledOnce() {}

  /**
   * Evaluates a graph of as many claims as the first argument says; the exit status is 0 where there was memory enough.
   */
  public static void main(String[] arguments) {
    ClaimGraph graph = RealisticGraphs.open(Integer.parseInt(arguments[0]), 1000, 1);
    Evaluation evaluation = Evaluator.builder().nodeBudget(0).build().evaluate(graph);
    if (evaluation.judgements().count() != graph.claims().size()) {
      throw new IllegalStateException("judgements are missing");
    }
  }

  /** The least heap that is enough, in whole GiB, from 4 downwards; infinite where 4 are not enough. */
  static double leastHeap(int claims) throws IOException, InterruptedException {
    double least = Double.POSITIVE_INFINITY;
    for (int heap = 4; heap >= 1 && isEnough(heap, claims); heap--) {
      least = heap;
    }
    return least;
  }

  private static boolean isEnough(int heap, int claims) throws IOException, InterruptedException {
    return StartUp.run(List.of(
            "-XX:+UseParallelGC",
            "-Xmx" + heap + "g",
            // A heap in which half of the time goes into collecting is not enough.
            "-XX:GCTimeLimit=50",
            "-XX:GCHeapFreeLimit=25",
            "-cp",
            System.getProperty("java.class.path"),
            SampledOnce.class.getName(),
            Integer.toString(claims)))
        == 0;
  }
}
