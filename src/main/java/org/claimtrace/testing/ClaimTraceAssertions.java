package org.claimtrace.testing;

import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Entry point for assertions about evaluations; to be imported statically, beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(ClaimTrace.open(file)).verdictOf("flat-earth").isRefuted().restsOn("voyage-1522");
 * }</pre>
 *
 * <p>Stable.
 */
public final class ClaimTraceAssertions {

  private ClaimTraceAssertions() {}

  /** Returns assertions about an evaluation. */
  public static EvaluationAssert assertThat(@Nullable Evaluation actual) {
    return new EvaluationAssert(actual);
  }

  /** Returns assertions about the evaluation of a trace. */
  public static EvaluationAssert assertThat(@Nullable ClaimTrace actual) {
    return new EvaluationAssert(actual == null ? null : actual.evaluation());
  }
}
