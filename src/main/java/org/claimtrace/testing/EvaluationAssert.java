package org.claimtrace.testing;

import org.assertj.core.api.AbstractAssert;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.problem.UnknownIdException;

/** Assertions about an evaluation; see {@link ClaimTraceAssertions}. */
@SuppressWarnings("exports")
public final class EvaluationAssert extends AbstractAssert<EvaluationAssert, Evaluation> {

  EvaluationAssert(Evaluation actual) {
    super(actual, EvaluationAssert.class);
  }

  /**
   * Returns assertions about the verdict on a claim.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").isRefuted().and().verdictOf("round-earth").isSupported();
   * }</pre>
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public VerdictAssert verdictOf(String claimId) {
    isNotNull();
    return new VerdictAssert(this, ClaimTrace.of(actual), claimId);
  }
}
