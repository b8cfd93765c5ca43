package org.claimtrace.testing;

import org.assertj.core.api.SoftAssertionsProvider;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions about evaluations, to be mixed into soft assertions of one's own; see {@link ClaimTraceSoftAssertions}.
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public interface ClaimTraceSoftAssertionsProvider extends SoftAssertionsProvider {

  /** Returns assertions about an evaluation whose failures are collected. */
  default EvaluationAssert assertThat(@Nullable Evaluation actual) {
    return proxy(EvaluationAssert.class, Evaluation.class, actual).collectedBy(this);
  }

  /** Returns assertions about the evaluation of a trace whose failures are collected. */
  default EvaluationAssert assertThat(@Nullable ClaimTrace actual) {
    return assertThat(actual == null ? null : actual.evaluation());
  }
}
