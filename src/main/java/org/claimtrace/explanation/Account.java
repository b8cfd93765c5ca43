package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.CloseCall;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * What bears on one claim, and what comes of it.
 *
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param belief the probabilities behind it
 * @param closeCalls what makes the verdict close, as {@link org.claimtrace.evaluation.Evaluation#closeCalls} tells; empty where it
 *     is not
 * @param supposed what the claim was supposed to be, whatever bears on it; empty where nothing was supposed
 * @param shortfall why the claim is unverified; empty where it is not, or was supposed to be something
 * @param diagnosis what the argument for it comes to
 * @param supporting the lines for it: evidence, inferences, reviews, each in the order of the document
 * @param refuting the lines against it, in the same order, then the claims that contradict it
 * @param qualifying the lines that add what it leaves out, in the same order
 * @param reviews the published verdicts that exist, in the order of the document, compared with the derived one
 */
public record Account(
    String claim,
    Verdict verdict,
    Belief belief,
    ImmutableList<CloseCall> closeCalls,
    Optional<Supposition> supposed,
    Optional<Shortfall> shortfall,
    Diagnosis diagnosis,
    ImmutableList<LineReport> supporting,
    ImmutableList<LineReport> refuting,
    ImmutableList<LineReport> qualifying,
    ImmutableList<Comparison> reviews) {

  /** Whether the verdict is close: another would follow if a quantity that decides it lay a little otherwise. */
  public boolean close() {
    return !closeCalls.isEmpty();
  }

  /**
   * Whether the verdict follows from lines with a stance none of which holds: too improbable each, and not all of them together.
   */
  public boolean restsOnSeveral(Stance stance) {
    boolean counts = switch (stance) {
      case SUPPORTS -> verdict != Verdict.REFUTED && verdict != Verdict.UNVERIFIED;
      case REFUTES -> verdict == Verdict.REFUTED || verdict == Verdict.CONFLICTING;
      case QUALIFIES -> verdict == Verdict.MISLEADING;
    };
    return counts && supposed.isEmpty() && side(stance).stream().noneMatch(LineReport::holds);
  }

  /** The lines with one stance. */
  public ImmutableList<LineReport> side(Stance stance) {
    return switch (stance) {
      case SUPPORTS -> supporting;
      case REFUTES -> refuting;
      case QUALIFIES -> qualifying;
    };
  }

  /** The lines for the claim that decide the diagnosis: those diagnosed best. */
  public ImmutableList<LineReport> best() {
    Diagnosis best = supporting.stream()
        .map(LineReport::diagnosis)
        .min(Diagnosis::compareTo)
        .orElse(Diagnosis.NO_ARGUMENT);
    return supporting.stream()
        .filter(line -> line.counts() && line.diagnosis() == best)
        .collect(ImmutableList.toImmutableList());
  }
}
