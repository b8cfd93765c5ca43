package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/** Tries sets of sources by size, many at a time. Not for use by several threads. */
final class GroundsSearch {

  /** How many sets are tried at a time: enough to fill the lanes of several sweeps. */
  private static final int BATCH = 1024;

  /** How many sets are looked at, tried or not, for each that may be tried. */
  private static final int LOOKS_A_TRIAL = 64;

  private final Evaluation evaluation;
  private final Dependence dependence;
  private final GroundsLimits limits;
  private final Verdict verdict;
  private final ImmutableList<Element> candidates;
  private final List<BitSet> found = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<BitSet> batch = new ArrayList<>();
  private int triedUpTo;
  private Optional<Cap> cap = Optional.empty();

  GroundsSearch(Evaluation evaluation, String claimId, GroundsLimits limits) {
    this.evaluation = evaluation;
    this.limits = limits;
    dependence = evaluation.dependence(claimId);
    verdict = evaluation.verdict(claimId);
    candidates = dependence.elements().stream()
        .filter(each -> each.kind() == Element.Kind.SOURCE)
        .filter(each -> !Coins.isNo(dependence, each))
        .collect(toImmutableList());
  }

  Grounds grounds() {
    search();
    HittingSets sufficient = HittingSets.of(found, limits.mostSufficient());
    ImmutableList.Builder<TopplingSet> toppling = ImmutableList.builder();
    for (int i = 0; i < found.size(); i++) {
      toppling.add(new TopplingSet(ids(found.get(i)), verdicts.get(i)));
    }
    return new Grounds(
        evaluation,
        dependence.claim(),
        verdict,
        candidates.stream().map(Element::id).collect(toImmutableList()),
        toppling.build(),
        triedUpTo,
        cap,
        sufficient.sets().stream().map(this::ids).collect(toImmutableList()),
        sufficient.complete());
  }

  private ImmutableList<String> ids(BitSet set) {
    return set.stream().mapToObj(i -> candidates.get(i).id()).collect(toImmutableList());
  }

  private void search() {
    BitSet left = new BitSet();
    left.set(0, candidates.size());
    int trials = limits.mostTrials();
    long looks = (long) trials * LOOKS_A_TRIAL;
    for (int size = 1; size <= left.cardinality(); size++) {
      if (size > limits.largestSet()) {
        cap = Optional.of(Cap.SIZE);
        return;
      }
      int known = found.size();
      Combinations combinations = new Combinations(left, size);
      for (BitSet set = combinations.next(); set != null; set = combinations.next()) {
        boolean isPassedOver = Combinations.containsAny(set, found.subList(0, known));
        if (looks-- == 0 || (!isPassedOver && trials-- == 0)) {
          tryBatch();
          cap = Optional.of(Cap.TRIALS);
          return;
        }
        if (!isPassedOver) {
          batch.add(set);
        }
        if (batch.size() == BATCH) {
          tryBatch();
        }
      }
      tryBatch();
      triedUpTo = size;
      if (size == 1) {
        found.forEach(left::andNot);
      }
    }
    triedUpTo = candidates.size();
  }

  private void tryBatch() {
    List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
    for (BitSet set : batch) {
      ImmutableMap.Builder<Element, Double> assignment = ImmutableMap.builder();
      set.stream().forEach(i -> assignment.put(candidates.get(i), 0.0));
      assignments.add(assignment.buildOrThrow());
    }
    ImmutableList<Belief> beliefs = dependence.beliefs(assignments);
    for (int i = 0; i < batch.size(); i++) {
      Verdict then = evaluation.standard().verdict(beliefs.get(i));
      if (then != verdict) {
        found.add(batch.get(i));
        verdicts.add(then);
      }
    }
    batch.clear();
  }
}
