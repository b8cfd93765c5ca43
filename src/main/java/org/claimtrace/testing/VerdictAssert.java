package org.claimtrace.testing;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.data.Offset;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.query.ClaimCondition;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the verdict on one claim. A failure includes the explanation of the claim, in the language of its graph
 * where that is English or Chinese, otherwise in English:
 *
 * <pre>{@code
 * assertThat(evaluation).verdictOf("closed").isRefuted();
 *
 * [verdict of claim 'closed'] expected refuted but was supported
 *
 * The old bridge is closed
 * ✓ Supported  [closed]
 *   What supports it holds, and nothing that holds speaks against it.
 * ...
 * }</pre>
 *
 * <p>Stable.
 */
@SuppressWarnings("exports")
public class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

  private final EvaluationAssert whole;
  private final @Nullable ClaimTrace trace;
  private final String claim;

  /**
   * Whose verdict is asserted.
   *
   * @param whole the assertions to which {@link #and} returns
   * @param trace the trace of the evaluation; null where that is null
   * @param claim the id of the claim
   * @param verdict its verdict; null where there is no evaluation
   */
  record Asked(
      EvaluationAssert whole,
      @Nullable ClaimTrace trace,
      String claim,
      @Nullable Verdict verdict) {}

  /** Creates assertions. With one parameter, as AssertJ asks of what it makes soft assertions of. */
  protected VerdictAssert(Asked asked) {
    super(asked.verdict(), VerdictAssert.class);
    whole = asked.whole();
    trace = asked.trace();
    claim = asked.claim();
    as("verdict of claim '%s'", claim);
  }

  private ClaimTrace trace() {
    isNotNull();
    return requireNonNull(trace);
  }

  /** Returns to the evaluation, for assertions about another claim. */
  public EvaluationAssert and() {
    return whole;
  }

  /**
   * Verifies that the claim is supported.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("round-earth").isSupported(); // passes
   * assertThat(evaluation).verdictOf("flat-earth").isSupported(); // fails, and explains why it is refuted
   * }</pre>
   */
  public VerdictAssert isSupported() {
    return hasVerdict(Verdict.SUPPORTED);
  }

  /**
   * Verifies that the claim is misleading: supported, but a qualification holds.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("earth-is-a-sphere").isMisleading(); // passes: it is flattened at its poles
   * assertThat(evaluation).verdictOf("round-earth").isMisleading(); // fails, and explains why it is supported
   * }</pre>
   */
  public VerdictAssert isMisleading() {
    return hasVerdict(Verdict.MISLEADING);
  }

  /**
   * Verifies that the claim is refuted.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").isRefuted(); // passes
   * assertThat(evaluation).verdictOf("round-earth").isRefuted(); // fails, and explains why it is supported
   * }</pre>
   */
  public VerdictAssert isRefuted() {
    return hasVerdict(Verdict.REFUTED);
  }

  /**
   * Verifies that the claim is disputed: that there are cases for it and against it.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("first-to-the-pole").isConflicting(); // passes
   * assertThat(evaluation).verdictOf("round-earth").isConflicting(); // fails, and explains why it is supported
   * }</pre>
   */
  public VerdictAssert isConflicting() {
    return hasVerdict(Verdict.CONFLICTING);
  }

  /**
   * Verifies that the claim is unverified.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("yeti-exists").isUnverified(); // passes
   * assertThat(evaluation).verdictOf("flat-earth").isUnverified(); // fails, and explains why it is refuted
   * }</pre>
   */
  public VerdictAssert isUnverified() {
    return hasVerdict(Verdict.UNVERIFIED);
  }

  /**
   * Verifies that the verdict on the claim is this one.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").hasVerdict(Verdict.REFUTED); // passes
   * assertThat(evaluation).verdictOf("flat-earth").hasVerdict(Verdict.SUPPORTED); // fails, and explains why it is refuted
   * }</pre>
   */
  public VerdictAssert hasVerdict(Verdict expected) {
    requireNonNull(expected, "expected");
    isNotNull();
    if (actual != expected) {
      failWithActualExpectedAndMessage(
          actual, expected, "%s", explained("expected " + expected + " but was " + actual));
    }
    return this;
  }

  /**
   * Verifies the probability of a label, from 0 to 1, within an offset.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("closed").hasBelief(Label.SUPPORTED, .6, within(.01)); // passes at 0.605
   * assertThat(evaluation).verdictOf("closed").hasBelief(Label.SUPPORTED, .7, within(.01)); // fails at 0.605
   * }</pre>
   */
  public VerdictAssert hasBelief(Label label, double expected, Offset<Double> offset) {
    requireNonNull(label, "label");
    requireNonNull(offset, "offset");
    double found = trace().belief(claim).of(label);
    double apart = Math.abs(found - expected);
    boolean isWithin = offset.strict ? apart < offset.value : apart <= offset.value;
    if (!isWithin) {
      failWithActualExpectedAndMessage(
          found,
          expected,
          "%s",
          explained(String.format(
              Locale.ROOT,
              "expected it to be %s with a probability of %s (within %s) but was %s",
              label,
              expected,
              offset.value,
              found)));
    }
    return this;
  }

  /**
   * Verifies that the verdict is close: that another one would follow from a little more or less.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("even-odds").isClose(); // passes: as much speaks for it as against it
   * assertThat(evaluation).verdictOf("flat-earth").isClose(); // fails
   * }</pre>
   */
  public VerdictAssert isClose() {
    return holds(
        trace().evaluation().isClose(claim),
        "expected a close verdict, but it is " + actual + " and not close");
  }

  /**
   * Verifies that the verdict is not close.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").isNotClose(); // passes
   * assertThat(evaluation).verdictOf("even-odds").isNotClose(); // fails
   * }</pre>
   */
  public VerdictAssert isNotClose() {
    return holds(
        !trace().evaluation().isClose(claim),
        "expected a verdict that is not close, but it is " + actual + " and close");
  }

  /**
   * Verifies that the verdict depends on a source: that without it, everything else being equal, the verdict is another.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").isRefuted().restsOn("voyage-1522"); // passes
   * assertThat(evaluation).verdictOf("flat-earth").restsOn("satellite-1959"); // fails: it is refuted without it too
   * }</pre>
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public VerdictAssert restsOn(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return holds(
        verdictWithout(sourceId) != actual,
        "expected the verdict to rest on source '" + sourceId + "', but without it the verdict is "
            + actual + " too");
  }

  /**
   * Verifies that the verdict does not depend on a source: that without it, everything else being equal, the verdict is the
   * same.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").doesNotRestOn("satellite-1959"); // passes
   * assertThat(evaluation).verdictOf("flat-earth").doesNotRestOn("voyage-1522"); // fails, if nothing else refutes it
   * }</pre>
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public VerdictAssert doesNotRestOn(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    Verdict without = verdictWithout(sourceId);
    return holds(
        without == actual,
        "expected the verdict not to rest on source '" + sourceId
            + "', but without it the verdict is " + without + " instead of " + actual);
  }

  private Verdict verdictWithout(String sourceId) {
    Evaluation without = trace().whatIf().scenario().discredit(sourceId).evaluate();
    return without.verdict(claim);
  }

  /**
   * Verifies that the claim {@linkplain ClaimCondition#uses uses} a source, whether it matters or not.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").usesSource("satellite-1959"); // passes
   * assertThat(evaluation).verdictOf("flat-earth").usesSource("recipe"); // fails
   * }</pre>
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public VerdictAssert usesSource(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return holds(
        trace().meets(claim, ClaimCondition.uses(sourceId)),
        "expected it to use source '" + sourceId + "', but nothing below it does");
  }

  /**
   * Verifies that the claim does not {@linkplain ClaimCondition#uses use} a source.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").doesNotUseSource("recipe"); // passes
   * assertThat(evaluation).verdictOf("flat-earth").doesNotUseSource("satellite-1959"); // fails
   * }</pre>
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public VerdictAssert doesNotUseSource(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return holds(
        !trace().meets(claim, ClaimCondition.uses(sourceId)),
        "expected it not to use source '" + sourceId + "', but it does");
  }

  /**
   * Verifies the diagnosis of the argument for the claim.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("4o-rebuilt").hasDiagnosis(Diagnosis.BROKEN_LEAP); // passes
   * assertThat(evaluation).verdictOf("4o-rebuilt").hasDiagnosis(Diagnosis.SOUND); // fails, and shows where it breaks
   * }</pre>
   */
  public VerdictAssert hasDiagnosis(Diagnosis expected) {
    requireNonNull(expected, "expected");
    Explanation explanation = trace().explain(claim);
    if (explanation.diagnosis() != expected) {
      failWithActualExpectedAndMessage(
          explanation.diagnosis(),
          expected,
          "%s",
          explained("expected the argument for it to be diagnosed " + expected + " but was "
              + explanation.diagnosis()));
    }
    return this;
  }

  /**
   * Verifies that the claim meets a condition.
   *
   * <pre>{@code
   * assertThat(evaluation).verdictOf("flat-earth").meets(about("Earth").and(not(uses("recipe")))); // passes
   * assertThat(evaluation).verdictOf("flat-earth").meets(about("Mars")); // fails
   * }</pre>
   *
   * @throws UnknownIdException if the condition names a source or a claim that the graph does not have
   */
  public VerdictAssert meets(ClaimCondition condition) {
    requireNonNull(condition, "condition");
    return holds(
        trace().meets(claim, condition), "expected it to be among the " + condition.description());
  }

  private VerdictAssert holds(boolean isMet, String failure) {
    if (!isMet) {
      failWithMessage("%s", explained(failure));
    }
    return this;
  }

  /** The message of a failure, followed by the explanation of the claim. */
  private String explained(String failure) {
    return failure + "\n\n" + trace().explain(claim).toText().stripTrailing();
  }
}
