package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;

/** What is tried for one claim alone, without a limit and without whatever claims share. */
final class TrialsOfOne {

  private final ImmutableList<Difference> differences;
  private final int[] order;
  private final DifferenceSpace trials;

  TrialsOfOne(Evaluation before, Evaluation after, String claimId) {
    Reads reads = new Reads(
        new ComparedEvaluation(before), new ComparedEvaluation(after), ImmutableList.of(claimId));
    Drafts drafts =
        new Drafts(new ComparedEvaluation(before), new ComparedEvaluation(after), reads);
    int[] claim = {reads.claim(claimId)};
    BitSet bearing = new Bearing(reads, drafts.differences(), claim, new Work(Long.MAX_VALUE))
        .all()
        .get(0)
        .orElseThrow();
    order = drafts.ordered(claim[0], bearing);
    differences = Arrays.stream(order)
        .mapToObj(number -> drafts.told(number, claim[0]))
        .collect(ImmutableList.toImmutableList());
    trials = new DifferenceSpace(drafts, claim, List.of(bearing));
  }

  ImmutableList<Difference> differences() {
    return differences;
  }

  /** The verdict where some are made, by their places in the list. */
  Verdict verdict(BitSet made) {
    BitSet numbers = new BitSet();
    made.stream().forEach(place -> numbers.set(order[place]));
    return trials.verdict(0, numbers, new Work(Long.MAX_VALUE));
  }
}
