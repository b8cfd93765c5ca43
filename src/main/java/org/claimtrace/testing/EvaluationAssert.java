package org.claimtrace.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.testing.VerdictAssert.Asked;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an evaluation; see {@link ClaimTraceAssertions}. Not final, since AssertJ makes soft assertions of it by a
 * subclass; see {@link ClaimTraceSoftAssertions}.
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public class EvaluationAssert extends AbstractAssert<EvaluationAssert, Evaluation> {

  private @Nullable ClaimTrace trace;
  /** What collects the failures; null where each is thrown. */
  private @Nullable SoftAssertionsProvider softly;

  /** Creates assertions about an evaluation; of null, each fails. */
  public EvaluationAssert(@Nullable Evaluation actual) {
    super(actual, EvaluationAssert.class);
  }

  /** Lets the assertions about verdicts be collected as well. */
  EvaluationAssert collectedBy(SoftAssertionsProvider provider) {
    softly = provider;
    return this;
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
    requireNonNull(claimId, "claimId");
    if (softly == null) {
      isNotNull();
      return new VerdictAssert(asked(claimId));
    }
    // Of null too: each assertion about it then fails softly.
    Asked asked = actual == null ? new Asked(this, null, claimId, null) : asked(claimId);
    @SuppressWarnings("unchecked")
    Class<Object> type = (Class<Object>) (Class<?>) Asked.class;
    return softly.proxy(VerdictAssert.class, type, asked);
  }

  /**
   * Verifies the verdicts on some claims; the failure lists all that differ.
   *
   * <pre>{@code
   * assertThat(evaluation).hasVerdicts(Map.of("flat-earth", Verdict.REFUTED, "round-earth", Verdict.SUPPORTED));
   *
   * expected other verdicts on 2 of 2 claims:
   *   flat-earth: expected refuted but was unverified
   *   rond-earth: no claim 'rond-earth'. Did you mean 'round-earth'?
   * }</pre>
   *
   * @param expected the verdicts by the ids of their claims; other claims may have any verdict
   */
  public EvaluationAssert hasVerdicts(Map<String, Verdict> expected) {
    requireNonNull(expected, "expected");
    isNotNull();
    Map<String, Verdict> found = new LinkedHashMap<>();
    List<String> differences = new ArrayList<>();
    expected.forEach((claim, verdict) -> {
      try {
        found.put(claim, actual.verdict(claim));
        if (found.get(claim) != verdict) {
          differences.add(claim + ": expected " + verdict + " but was " + found.get(claim));
        }
      } catch (UnknownIdException e) {
        differences.add(claim + ": " + e.getMessage());
      }
    });
    if (!differences.isEmpty()) {
      failWithActualExpectedAndMessage(
          found,
          expected,
          "%s",
          "expected other verdicts on " + differences.size() + " of " + expected.size()
              + " claims:\n  " + String.join("\n  ", differences));
    }
    return this;
  }

  private Asked asked(String claimId) {
    return new Asked(this, trace(), claimId, trace().verdict(claimId));
  }

  /** The evaluation as a trace, always the same one, since it keeps what it has computed. */
  private ClaimTrace trace() {
    ClaimTrace known = trace;
    if (known == null) {
      known = ClaimTrace.of(actual);
      trace = known;
    }
    return known;
  }
}
