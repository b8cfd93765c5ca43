package org.claimtrace.change;

import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;

/**
 * A mutable draft of an evaluator, with the options of the side before until differences set others. Not safe for use by
 * several threads.
 */
final class EvaluatorDraft {

  private final Evaluation after;
  private Evaluation sampled;
  private Standard standard;
  private ReviewPolicy reviews;
  private boolean byLogic;
  private boolean ignoresDerivation;

  EvaluatorDraft(Evaluation before, Evaluation after) {
    this.after = after;
    sampled = before;
    standard = before.standard();
    reviews = before.reviewPolicy();
    byLogic = before.isByLogic();
    ignoresDerivation = before.ignoresDerivation();
  }

  void standard(Standard value) {
    standard = value;
  }

  void reviews(ReviewPolicy value) {
    reviews = value;
  }

  void byLogic(boolean value) {
    byLogic = value;
  }

  void ignoresDerivation(boolean value) {
    ignoresDerivation = value;
  }

  /** Samples as the side with this value, whose budgets apply as well. */
  void sampling(Sampling value) {
    if (!Sampling.of(sampled).equals(value)) {
      sampled = after;
    }
  }

  /** Returns the side that samples worlds as the evaluator will. */
  Evaluation sampled() {
    return sampled;
  }

  /** Returns the evaluator, without a date, for a graph in which everything exists. */
  Evaluator build(Map<String, Supposition> suppositions) {
    Evaluator.Builder evaluator = sampled
        .evaluator()
        .asOf(Optional.empty())
        .standard(standard)
        .reviews(reviews)
        .byLogic(byLogic)
        .ignoresDerivation(ignoresDerivation)
        .allSuppositions(suppositions);
    if (sampled.method() == Method.SAMPLED) {
      // The part of the graph that is tried might be small enough to be evaluated exactly.
      evaluator.nodeBudget(0);
    }
    return evaluator.build();
  }
}
