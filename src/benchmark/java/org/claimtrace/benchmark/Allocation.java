package org.claimtrace.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluator;

/**
 * What a sampled evaluation in 4,096 worlds on all cores allocates, in bytes a claim, of a compiled realistic graph all of
 * whose coins are open.
 *
 * <p>Blocks, the room for worlds, are what grows with the words of a row. Up to 16 words, that is 1,024 worlds, there is one
 * block, as wide as there are words: the slope of what is allocated for fewer worlds tells the size of a block, and what
 * 4,096 worlds allocate besides a block for each core is beyond them.
 *
 * @param beyondBlocks everything but the blocks
 * @param blocks the blocks of all cores
 */
record Allocation(double beyondBlocks, double blocks) {

  private static final int WIDEST = 16;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Allocation of(int claims) {
    CompiledGraph compiled = CompiledGraph.of(RealisticGraphs.open(claims, 1000, 1));
    // What is made once for a compiled graph, and the threads, are there before anything counts.
    allocated(compiled, 4096);
    double narrow = allocated(compiled, 64);
    double word = (allocated(compiled, 64 * WIDEST / 2) - narrow) / (WIDEST / 2 - 1);
    double predicted = narrow + (WIDEST - 1) * word;
    double wide = allocated(compiled, 64 * WIDEST);
    if (Math.abs(wide / predicted - 1) > .05) {
      throw new IllegalStateException(
          "a block of %d words takes not %.0f bytes but %.0f".formatted(WIDEST, predicted, wide));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    double blocks = cores * WIDEST * word;
    return new Allocation((allocated(compiled, 4096) - blocks) / claims, blocks / claims);
  }

  private static double allocated(CompiledGraph compiled, int worlds) {
    Evaluator evaluator = Evaluator.builder().nodeBudget(0).worlds(worlds).build();
    long before = allocatedByAll();
    long sampled = evaluator.evaluate(compiled).worlds().orElseThrow();
    long after = allocatedByAll();
    if (sampled != worlds) {
      throw new IllegalStateException("sampled " + sampled + " worlds");
    }
    return after - before;
  }

  /** What the threads that live have allocated so far. */
  private static long allocatedByAll() {
    return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
        .filter(each -> each > 0)
        .sum();
  }
}
