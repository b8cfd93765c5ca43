package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.result.Result;
import org.claimtrace.wording.Links;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The changes between two evaluations: of two versions of a graph, or of one graph with two dates, standards, review policies
 * or scenarios. Claims correspond if their ids are equal.
 *
 * <p>Stable.
 */
public final class Changes implements Prose, Result {

  private final Evaluation before;
  private final Evaluation after;
  private final ImmutableList<VerdictChange> changed;
  private final ImmutableList<String> shifted;
  private final ImmutableList<String> added;
  private final ImmutableList<String> removed;
  private final ImmutableList<String> reworded;

  Changes(
      Evaluation before,
      Evaluation after,
      ImmutableList<VerdictChange> changed,
      ImmutableList<String> shifted,
      ImmutableList<String> added,
      ImmutableList<String> removed,
      ImmutableList<String> reworded) {
    this.before = before;
    this.after = after;
    this.changed = changed;
    this.shifted = shifted;
    this.added = added;
    this.removed = removed;
    this.reworded = reworded;
  }

  /**
   * Compares two evaluations, within {@link Limits#USUAL}.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after) {
    return between(before, after, Limits.USUAL);
  }

  /**
   * Compares two evaluations within {@link Limits#USUAL}, but with another limit on the sets of differences that are tried for
   * one verdict.
   *
   * @throws IllegalArgumentException if {@code mostTrials} is less than 1
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after, int mostTrials) {
    return between(before, after, Limits.USUAL.mostTrials(mostTrials));
  }

  /**
   * Compares two evaluations. Takes one pass over both graphs and, for the causes of changed verdicts, as much work as the
   * limits allow. A trial serves every claim on which the same differences bear. If the work does not suffice for all verdicts,
   * each gets a share of what is left, in the order of the document, and its {@link VerdictChange#cap} reports that the search
   * was incomplete.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after, Limits limits) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(limits, "limits");
    return ChangeSearch.within(before, after, () -> compared(before, after, limits));
  }

  private static Changes compared(Evaluation before, Evaluation after, Limits limits) {
    ImmutableList.Builder<String> changed = ImmutableList.builder();
    ImmutableList.Builder<String> shifted = ImmutableList.builder();
    ImmutableList.Builder<String> reworded = ImmutableList.builder();
    ComparedEvaluation was = new ComparedEvaluation(before);
    ComparedEvaluation is = new ComparedEvaluation(after);
    for (Claim claim : after.graph().claims()) {
      String id = claim.id();
      if (!was.hasClaim(id)) {
        continue;
      }
      if (before.verdict(id) != after.verdict(id)) {
        changed.add(id);
      } else if (isOther(before.belief(id), after.belief(id))) {
        shifted.add(id);
      }
      if (!claim.text().equals(before.graph().claim(id).text())) {
        reworded.add(id);
      }
    }
    return new Changes(
        before,
        after,
        ChangeSearch.changes(was, is, changed.build(), limits, new WorkBudget(limits.mostWork())),
        shifted.build(),
        onlyIn(is, was),
        onlyIn(was, is),
        reworded.build());
  }

  private static boolean isOther(Belief was, Belief is) {
    for (Label label : Label.values()) {
      if (Math.abs(was.of(label) - is.of(label)) > VerdictRule.INDIFFERENCE) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableList<String> onlyIn(ComparedEvaluation side, ComparedEvaluation other) {
    return side.graph().claims().stream()
        .map(Claim::id)
        .filter(id -> !other.hasClaim(id))
        .collect(toImmutableList());
  }

  /** Returns the evaluation before. */
  public Evaluation before() {
    return before;
  }

  /** Returns the evaluation after. */
  public Evaluation after() {
    return after;
  }

  /** Returns the claims whose verdicts differ, in the order of the later document. */
  public ImmutableList<VerdictChange> changed() {
    return changed;
  }

  /** Returns the ids of the claims whose verdict is unchanged and whose belief differs by more than 1e-9, in the same order. */
  public ImmutableList<String> shifted() {
    return shifted;
  }

  /** Returns the ids of the claims that only the later graph has, in its order. */
  public ImmutableList<String> added() {
    return added;
  }

  /** Returns the ids of the claims that only the earlier graph has, in its order. */
  public ImmutableList<String> removed() {
    return removed;
  }

  /** Returns the ids of the claims whose text differs, in the order of the later document. */
  public ImmutableList<String> reworded() {
    return reworded;
  }

  /** Returns whether there are no changes of any kind. */
  public boolean isEmpty() {
    return changed.isEmpty()
        && shifted.isEmpty()
        && added.isEmpty()
        && removed.isEmpty()
        && reworded.isEmpty();
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(
        new ChangesOutline(this, style).outline(false), before.graph(), after.graph());
  }

  /**
   * Returns the changes as a note of corrections in Markdown that can be published unedited: with the title of the graph, the
   * dates, and for each verdict that differs the verdicts before and after, the causes and the sources behind them. Words of
   * the graphs are escaped, so that none of them is taken for markup.
   */
  @Override
  public String toMarkdown(Style style) {
    requireNonNull(style, "style");
    return new ChangesOutline(this, style)
        .outline(true)
        .markdown(Links.in(before.graph(), after.graph()));
  }

  private ResultComponents components() {
    return ResultComponents.of("Changes")
        .and("before", before)
        .and("after", after)
        .and("changed", changed)
        .and("shifted", shifted)
        .and("added", added)
        .and("removed", removed)
        .and("reworded", reworded);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Changes that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return changed.size() + " verdicts changed, " + added.size() + " claims are new, "
        + removed.size() + " are gone";
  }

  /**
   * The limits of the search for the causes of changed verdicts. The result reports which limit it reached; what it contains is
   * correct regardless of the limits.
   *
   * @param mostTrials the most sets of differences that are tried for one verdict, besides those that are needed to find one
   *     cause if many differences take part; at least 1
   * @param mostWork the work for all verdicts together, in steps of the preparation of one line for evaluation; at least 0. It
   *     is counted, never timed, so that the result is the same on every machine
   * @param mostListed the most differences that are listed for all verdicts together; beyond them a verdict lists only those in
   *     its causes; at least 0
   */
  public record Limits(int mostTrials, long mostWork, int mostListed) {

    /**
     * The usual limits: 512 trials, which suffice for all sets of nine differences; half a million steps, which take less than
     * a second and suffice for all trials if a thousand claims change for a few reasons or a hundred for nine each; 5,000
     * differences, which are less than a megabyte of JSON and more than anybody reads.
     */
    public static final Limits USUAL = new Limits(512, 500_000, 5_000);

    public Limits {
      checkArgument(
          mostTrials >= 1 && mostWork >= 0 && mostListed >= 0,
          "%s trials, %s steps of work and %s differences; at least one trial is needed, and none of them is negative",
          mostTrials,
          mostWork,
          mostListed);
    }

    /** Returns these limits with another {@code mostTrials}. */
    public Limits mostTrials(int trials) {
      return new Limits(trials, mostWork, mostListed);
    }

    /** Returns these limits with another {@code mostWork}. */
    public Limits mostWork(long steps) {
      return new Limits(mostTrials, steps, mostListed);
    }

    /** Returns these limits with another {@code mostListed}. */
    public Limits mostListed(int differences) {
      return new Limits(mostTrials, mostWork, differences);
    }
  }
}
