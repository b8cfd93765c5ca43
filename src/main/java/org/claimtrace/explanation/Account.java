package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Verdict;

/**
 * What bears on one claim, and what comes of it.
 *
 * @param claim the id of the claim
 * @param verdict the verdict
 * @param belief the probabilities behind it
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
    Optional<Supposition> supposed,
    Optional<Shortfall> shortfall,
    Diagnosis diagnosis,
    ImmutableList<Line> supporting,
    ImmutableList<Line> refuting,
    ImmutableList<Line> qualifying,
    ImmutableList<Comparison> reviews) {

  /** The lines for the claim that decide the diagnosis: those diagnosed best. */
  public ImmutableList<Line> best() {
    Diagnosis best = supporting.stream()
        .map(Line::diagnosis)
        .min(Diagnosis::compareTo)
        .orElse(Diagnosis.NO_ARGUMENT);
    return supporting.stream()
        .filter(line -> line.counts() && line.diagnosis() == best)
        .collect(ImmutableList.toImmutableList());
  }
}
