package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.ClaimGraph;

/** The method by which a random graph is evaluated. */
enum SensitivityWay {
  BY_LOGIC,
  CERTAIN,
  EXACT,
  SAMPLED;

  /** Evaluates the graph of a seed, with a date, a review policy and a standard of the same seed. */
  Evaluation evaluation(long seed) {
    ClaimGraph graph = switch (this) {
      case BY_LOGIC -> RandomClaimGraphs.graph(seed);
      case CERTAIN -> RandomClaimGraphs.graph(seed, 1);
      case EXACT, SAMPLED -> RandomClaimGraphs.graph(seed, 8);
    };
    return RandomClaimGraphs.options(graph, ReviewPolicy.values()[(int) (seed % 3)], seed)
        .numbers()
        .standard(Standard.values()[(int) (seed / 3 % 3)])
        .byLogic(this == BY_LOGIC)
        .worlds(200)
        .nodeBudget(this == SAMPLED ? 0 : 1 << 16)
        .build()
        .evaluate(graph);
  }
}
