package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Dependence;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.GradeRanges.VerdictRange;
import org.claimtrace.sensitivity.Pivots.Pivot;
import org.claimtrace.sensitivity.Sensitivity.Limits;

/** Searches for the smallest changes of a verdict: tries single changes, then pairs. Not safe for use by several threads. */
final class FlipSearch {

  /** The number of changes that are tried together: enough to fill the lanes of several sweeps. */
  private static final int BATCH = 1024;

  /** Distances that agree to this fraction of 1 count as equal. */
  private static final double PRECISION = 1e9;

  private final Evaluation evaluation;
  private final Dependence dependence;
  private final Verdict verdict;
  private final Optional<Verdict> wanted;
  private final Limits limits;
  private final List<GradeRanges> standings = new ArrayList<>();
  private final List<Flip> found = new ArrayList<>();

  /** The changes to be tried together next. */
  private final List<ImmutableList<Flip.Change>> batch = new ArrayList<>();

  /** The number of sources and lines that were tried alone. */
  private int tried;

  FlipSearch(Dependence dependence, Optional<Verdict> wanted, Limits limits) {
    this.dependence = dependence;
    this.wanted = wanted;
    this.limits = limits;
    evaluation = dependence.evaluation();
    verdict = evaluation.verdict(dependence.claimId());
    checkArgument(
        wanted.isEmpty() || wanted.get() != verdict,
        "claim '%s' is %s already",
        dependence.claimId(),
        verdict);
  }

  /**
   * Returns the smallest changes.
   *
   * @param pivots the pivots of the claim, computed only if no single change suffices
   */
  Flips flips(Supplier<Pivots> pivots) {
    singles();
    int untried = dependence.elements().size() - tried;
    int paired = 0;
    boolean isComplete = untried == 0;
    if (found.isEmpty() && isComplete) {
      Pivots all = pivots.get();
      paired = pairs(all.pivots());
      isComplete = all.isComplete() && paired == all.pivots().size();
    }
    found.sort(Comparator.comparingDouble((Flip flip) -> Math.rint(flip.distance() * PRECISION))
        .thenComparing(flip -> flip.changes().get(0).element().id())
        .thenComparing(flip -> flip.changes().get(0).element().kind())
        .thenComparing(
            flip -> flip.changes().get(flip.changes().size() - 1).element().id())
        .thenComparing(
            flip -> flip.changes().get(flip.changes().size() - 1).element().kind())
        .thenComparing(Flip::verdict));
    int told = Math.min(found.size(), limits.mostSets());
    return new Flips(
        evaluation,
        dependence.claimId(),
        verdict,
        wanted,
        untried,
        ImmutableList.copyOf(standings),
        ImmutableList.copyOf(found.subList(0, told)),
        found.size() - told,
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
    ImmutableList<Belief> beliefs = dependence.beliefs(assignments, limits.mostWork());
    tried = beliefs.size() / 2;
    for (int i = 0; i < tried; i++) {
      single(elements.get(i), beliefs.get(2 * i), beliefs.get(2 * i + 1));
    }
  }

  private void single(Element element, Belief no, Belief yes) {
    double grade = Coins.grade(dependence, element);
    Verdict withNo = evaluation.standard().verdict(no);
    if (!evaluation.graph().hasGrade(element)) {
      if (isReached(withNo)) {
        found.add(new Flip(ImmutableList.of(new Flip.Change(element, grade, 0, 0)), withNo));
      }
      return;
    }
    ImmutableList<VerdictRange> ranges = evaluation.isByLogic()
        ? VerdictRanges.byLogic(evaluation.standard(), no, yes)
        : VerdictRanges.of(evaluation.standard(), no, yes);
    GradeRanges standing = new GradeRanges(element, grade, ranges);
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

  /**
   * Tries pairs of changes of the first pivots: those of each pivot with all pivots before it, so that the search always ends
   * after a whole pivot.
   *
   * @return the number of pivots all pairs of which were tried
   */
  private int pairs(ImmutableList<Pivot> pivots) {
    int most = Math.min(pivots.size(), limits.mostPivots());
    long end = dependence.work() + limits.mostWork();
    List<ImmutableList<Flip.Change>> changes =
        pivots.subList(0, most).stream().map(pivot -> changes(pivot.element())).toList();
    int done = 0;
    for (int j = 0; j < most; j++) {
      for (int i = 0; i < j; i++) {
        for (Flip.Change one : changes.get(i)) {
          for (Flip.Change other : changes.get(j)) {
            batch.add(inOrder(one, other));
          }
        }
      }
      if (batch.size() >= BATCH || j == most - 1) {
        if (!tryBatch(end - dependence.work())) {
          return done;
        }
        done = j + 1;
      }
    }
    return most;
  }

  private static ImmutableList<Flip.Change> inOrder(Flip.Change one, Flip.Change other) {
    return Comparator.<Flip.Change, String>comparing(each -> each.element().id())
                .thenComparing(each -> each.element().kind())
                .compare(one, other)
            <= 0
        ? ImmutableList.of(one, other)
        : ImmutableList.of(other, one);
  }

  /** Returns the changes of a coin to no and to yes, except the one that it is already. */
  private ImmutableList<Flip.Change> changes(Element element) {
    double grade = Coins.grade(dependence, element);
    ImmutableList.Builder<Flip.Change> changes = ImmutableList.builder();
    if (!Coins.isNo(dependence, element)) {
      changes.add(new Flip.Change(element, grade, 0, 0));
    }
    if (!Coins.isYes(dependence, element)) {
      changes.add(new Flip.Change(element, grade, 1, 1));
    }
    return changes.build();
  }

  /** Tries the changes of the batch; returns whether the work sufficed for all of them. */
  private boolean tryBatch(long mostWork) {
    ImmutableList<Belief> beliefs = dependence.beliefs(
        batch.stream()
            .map(changes -> changes.stream()
                .collect(ImmutableMap.toImmutableMap(Flip.Change::element, Flip.Change::from)))
            .collect(toImmutableList()),
        mostWork);
    for (int i = 0; i < beliefs.size(); i++) {
      Verdict then = evaluation.standard().verdict(beliefs.get(i));
      if (isReached(then)) {
        found.add(new Flip(batch.get(i), then));
      }
    }
    boolean isEnough = beliefs.size() == batch.size();
    batch.clear();
    return isEnough;
  }
}
