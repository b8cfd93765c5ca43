package org.claimtrace.sensitivity;

import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.ClaimGraph;

/** How an evaluation of a random graph comes to be computed. */
enum SensitivityWay {
  BY_LOGIC,
  CERTAIN,
  EXACT,
  SAMPLED;

  /** Evaluates the graph of a seed, at a date, under a policy and by a standard that come with it. */
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
