package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/** Tries changes, one and then two at a time. Not for use by several threads. */
final class FlipSearch {

  /** How many changes are tried at a time: enough to fill the lanes of several sweeps. */
  private static final int BATCH = 1024;

  /** Distances are told apart to so many parts of one. */
  private static final double PRECISION = 1e9;

  private final Evaluation evaluation;
  private final Dependence dependence;
  private final Verdict verdict;
  private final Optional<Verdict> wanted;
  private final int mostPivots;
  private final List<Standing> standings = new ArrayList<>();
  private final List<Flip> found = new ArrayList<>();

  /** Changes to be tried together. */
  private final List<ImmutableList<Flip.Change>> batch = new ArrayList<>();

  FlipSearch(Evaluation evaluation, String claimId, Optional<Verdict> wanted, int mostPivots) {
    this.evaluation = evaluation;
    this.wanted = wanted;
    this.mostPivots = mostPivots;
    dependence = evaluation.dependence(claimId);
    verdict = evaluation.verdict(claimId);
    checkArgument(
        wanted.isEmpty() || wanted.get() != verdict, "claim '%s' is %s already", claimId, verdict);
  }

  Flips flips() {
    singles();
    int paired = 0;
    boolean isComplete = true;
    if (found.isEmpty()) {
      ImmutableList<Pivot> pivots = Pivots.of(dependence).pivots();
      paired = Math.min(pivots.size(), mostPivots);
      isComplete = paired == pivots.size();
      pairs(pivots.subList(0, paired));
    }
    found.sort(Comparator.comparingDouble((Flip flip) -> Math.rint(flip.distance() * PRECISION))
        .thenComparing(flip -> flip.changes().get(0).element().id())
        .thenComparing(flip -> flip.changes().get(0).element().kind())
        .thenComparing(
            flip -> flip.changes().get(flip.changes().size() - 1).element().id())
        .thenComparing(
            flip -> flip.changes().get(flip.changes().size() - 1).element().kind())
        .thenComparing(Flip::verdict));
    return new Flips(
        evaluation,
        dependence.claim(),
        verdict,
        wanted,
        ImmutableList.copyOf(standings),
        ImmutableList.copyOf(found),
        paired,
        isComplete);
  }

  private boolean isReached(Verdict then) {
    return wanted.map(other -> other == then).orElse(then != verdict);
  }

  private void singles() {
    ImmutableList<Element> elements = dependence.elements();
    List<ImmutableMap<Element, Double>> assignments = new ArrayList<>();
    for (Element element : elements) {
      assignments.add(ImmutableMap.of(element, 0.0));
      assignments.add(ImmutableMap.of(element, 1.0));
    }
    ImmutableList<Belief> beliefs = dependence.beliefs(assignments);
    for (int i = 0; i < elements.size(); i++) {
      single(elements.get(i), beliefs.get(2 * i), beliefs.get(2 * i + 1));
    }
  }

  private void single(Element element, Belief no, Belief yes) {
    double grade = dependence.grade(element);
    Verdict withNo = evaluation.standard().verdict(no);
    if (element.kind() == Element.Kind.REVIEW) {
      if (isReached(withNo)) {
        found.add(new Flip(ImmutableList.of(new Flip.Change(element, grade, 0, 0)), withNo));
      }
      return;
    }
    ImmutableList<VerdictRange> ranges = evaluation.isByLogic()
        ? VerdictRanges.byLogic(evaluation.standard(), no, yes)
        : VerdictRanges.of(evaluation.standard(), no, yes);
    Standing standing = new Standing(element, grade, ranges);
    standings.add(standing);
    for (Verdict other : Verdict.values()) {
      if (other != verdict && isReached(other)) {
        standing
            .nearest(other)
            .ifPresent(range -> found.add(new Flip(
                ImmutableList.of(new Flip.Change(element, grade, range.from(), range.to())),
                other)));
      }
    }
  }

  private void pairs(ImmutableList<Pivot> pivots) {
    List<ImmutableList<Flip.Change>> changes =
        pivots.stream().map(pivot -> changes(pivot.element())).toList();
    for (int i = 0; i < changes.size(); i++) {
      for (int j = i + 1; j < changes.size(); j++) {
        for (Flip.Change one : changes.get(i)) {
          for (Flip.Change other : changes.get(j)) {
            batch.add(
                Comparator.<Flip.Change, String>comparing(each -> each.element().id())
                            .thenComparing(each -> each.element().kind())
                            .compare(one, other)
                        <= 0
                    ? ImmutableList.of(one, other)
                    : ImmutableList.of(other, one));
            if (batch.size() == BATCH) {
              tryBatch();
            }
          }
        }
      }
    }
    tryBatch();
  }

  /** To no and to yes, what it is not yet. */
  private ImmutableList<Flip.Change> changes(Element element) {
    double grade = dependence.grade(element);
    ImmutableList.Builder<Flip.Change> changes = ImmutableList.builder();
    if (!Coins.isNo(dependence, element)) {
      changes.add(new Flip.Change(element, grade, 0, 0));
    }
    if (!Coins.isYes(dependence, element)) {
      changes.add(new Flip.Change(element, grade, 1, 1));
    }
    return changes.build();
  }

  private void tryBatch() {
    ImmutableList<Belief> beliefs = dependence.beliefs(batch.stream()
        .map(changes -> changes.stream()
            .collect(ImmutableMap.toImmutableMap(Flip.Change::element, Flip.Change::from)))
        .collect(toImmutableList()));
    for (int i = 0; i < batch.size(); i++) {
      Verdict then = evaluation.standard().verdict(beliefs.get(i));
      if (isReached(then)) {
        found.add(new Flip(batch.get(i), then));
      }
    }
    batch.clear();
  }
}
