package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;

/** Tries sets of differences for one claim alone, without limits and without trials shared with other claims. */
public final class TrialsOfOne {

  private final ImmutableList<Difference> differences;
  private final int[] order;
  private final DifferenceSpace trials;

  public TrialsOfOne(Evaluation before, Evaluation after, String claimId) {
    Dependencies reads = new Dependencies(
        new ComparedEvaluation(before), new ComparedEvaluation(after), ImmutableList.of(claimId));
    ComparedEvaluation was = new ComparedEvaluation(before);
    ComparedEvaluation is = new ComparedEvaluation(after);
    GraphComparison comparison = new GraphComparison(was, is, reads);
    MixedGraphs graphs = new MixedGraphs(was, is, reads, comparison);
    int[] claim = {reads.claim(claimId)};
    BitSet bearing = new BearingDifferences(
            reads, comparison.differences(), claim, new WorkBudget(Long.MAX_VALUE))
        .all()
        .get(0)
        .orElseThrow();
    order = comparison.ordered(claim[0], bearing);
    differences = Arrays.stream(order)
        .mapToObj(number -> comparison.seenFrom(number, claim[0]))
        .collect(ImmutableList.toImmutableList());
    trials = new DifferenceSpace(graphs, claim, List.of(bearing));
  }

  public ImmutableList<Difference> differences() {
    return differences;
  }

  /** Returns the verdict if some differences are made, given by their indices in the list. */
  public Verdict verdict(BitSet made) {
    BitSet numbers = new BitSet();
    made.stream().forEach(place -> numbers.set(order[place]));
    return trials.verdict(0, numbers, new WorkBudget(Long.MAX_VALUE));
  }
}
