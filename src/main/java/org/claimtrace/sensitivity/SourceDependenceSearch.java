package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.sensitivity.Sensitivity.SearchLimit;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;

/** Searches for the toppling sets of a verdict by size, trying many sets at a time. Not safe for use by several threads. */
final class SourceDependenceSearch {

  /** The number of sets that are tried together: enough to fill the lanes of several sweeps. */
  private static final int BATCH = 1024;

  /** The number of sets that may be visited, tried or not, for each that may be tried. */
  private static final int LOOKS_A_TRIAL = 64;

  private final Evaluation evaluation;
  private final Dependence dependence;
  private final Limits limits;
  private final Verdict verdict;
  private final ImmutableList<Element> candidates;
  private final long begun;
  private final List<ImmutableIntArray> found = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  /** The sets of the current size that neither are toppling sets nor contain one. */
  private List<ImmutableIntArray> standing = new ArrayList<>();

  private long looks;
  private int tried;
  private int triedUpTo;
  private Optional<SearchLimit> cap = Optional.empty();

  SourceDependenceSearch(Dependence dependence, Limits limits) {
    this.dependence = dependence;
    this.limits = limits;
    evaluation = dependence.evaluation();
    begun = dependence.work();
    verdict = evaluation.verdict(dependence.claimId());
    candidates = dependence.elements().stream()
        .filter(each -> each.kind() == Element.Kind.SOURCE)
        .filter(each -> !Coins.isNo(dependence, each))
        .collect(toImmutableList());
  }

  SourceDependence grounds() {
    search();
    List<ImmutableIntArray> known =
        found.stream().filter(set -> set.length() <= triedUpTo).toList();
    HittingSets hitting = HittingSets.of(known, limits.mostSufficient(), limits.mostWork());
    ImmutableList<ImmutableList<String>> sets =
        hitting.sets().stream().map(set -> ids(set.stream())).collect(toImmutableList());
    ImmutableList.Builder<TopplingSet> toppling = ImmutableList.builder();
    for (int i = 0; i < found.size(); i++) {
      toppling.add(new TopplingSet(ids(found.get(i).stream()), verdicts.get(i)));
    }
    RetractedSourceSearch past = new RetractedSourceSearch(dependence, limits.mostWork());
    return new SourceDependence(
        evaluation,
        dependence.claimId(),
        verdict,
        candidates.stream().map(Element::id).collect(toImmutableList()),
        past.retracted(),
        past.withdrawn(),
        hasExhibits(),
        toppling.build(),
        tried,
        triedUpTo,
        cap,
        cap.isEmpty() ? sets : ImmutableList.of(),
        cap.isEmpty() || triedUpTo == 0 ? ImmutableList.of() : sets,
        hitting.complete());
  }

  /** Returns whether the source itself is shown in a piece of evidence that bears on the claim. */
  private boolean hasExhibits() {
    return dependence.elements().stream()
        .filter(each -> each.kind() == Element.Kind.EVIDENCE)
        .anyMatch(
            each -> evaluation.graph().findEvidence(each.id()).orElseThrow().isExhibit());
  }

  private ImmutableList<String> ids(IntStream set) {
    return set.mapToObj(i -> candidates.get(i).id()).collect(toImmutableList());
  }

  private void search() {
    cap = tryAll(SmallSets.singles(candidates.size()));
    for (int size = 1; cap.isEmpty(); size++) {
      triedUpTo = size;
      SmallSets larger = new SmallSets(standing);
      standing = new ArrayList<>();
      cap = tryAll(larger, size + 1);
      if (cap.isEmpty() && standing.isEmpty()) {
        triedUpTo = candidates.size();
        return;
      }
    }
  }

  private Optional<SearchLimit> tryAll(SmallSets larger, int size) {
    List<ImmutableIntArray> batch = new ArrayList<>();
    while (true) {
      ImmutableIntArray set = larger.next(mostLooks() - looks);
      if (set != null && size > limits.largestSet()) {
        return Optional.of(SearchLimit.SIZE);
      }
      if (set != null) {
        batch.add(set);
      }
      if (batch.size() == BATCH || set == null) {
        Optional<SearchLimit> ended = tryAll(batch);
        if (ended.isPresent()) {
          return ended;
        }
        batch.clear();
      }
      if (set == null) {
        looks += larger.looks();
        return larger.isDone() ? Optional.empty() : Optional.of(SearchLimit.TRIALS);
      }
    }
  }

  private long mostLooks() {
    return (long) limits.mostTrials() * LOOKS_A_TRIAL;
  }

  /** Tries sets of one size, as many as the limits allow, and returns the limit that ended this, if any. */
  private Optional<SearchLimit> tryAll(List<ImmutableIntArray> sets) {
    int allowed = Math.min(sets.size(), limits.mostTrials() - tried);
    List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
    for (ImmutableIntArray set : sets.subList(0, allowed)) {
      ImmutableMap.Builder<Element, Double> assignment = ImmutableMap.builder();
      set.stream().forEach(i -> assignment.put(candidates.get(i), 0.0));
      assignments.add(assignment.buildOrThrow());
    }
    long left = limits.mostWork() - (dependence.work() - begun);
    ImmutableList<Belief> beliefs = dependence.beliefs(assignments, left);
    for (int i = 0; i < beliefs.size(); i++) {
      Verdict then = evaluation.standard().verdict(beliefs.get(i));
      if (then == verdict) {
        standing.add(sets.get(i));
      } else if (found.size() == limits.mostSets()) {
        return Optional.of(SearchLimit.SETS);
      } else {
        found.add(sets.get(i));
        verdicts.add(then);
      }
      tried++;
    }
    if (beliefs.size() < allowed) {
      return Optional.of(SearchLimit.WORK);
    }
    return allowed < sets.size() ? Optional.of(SearchLimit.TRIALS) : Optional.empty();
  }
}
