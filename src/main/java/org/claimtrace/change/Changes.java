package org.claimtrace.change;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Claim;
import org.claimtrace.wording.Links;

/**
 * What changed between two evaluations: of two versions of a graph, or of one at two dates, by two standards, under two policies
 * or in a scenario. Claims are the same if their ids are.
 *
 * @param before the evaluation before
 * @param after the evaluation after
 * @param changed the claims whose verdicts differ, in the order of the document after
 * @param shifted the ids of the claims with the same verdict in which the belief differs by more than 1e-9, in the same order
 * @param added the ids of the claims that only the graph after has, in its order
 * @param removed the ids of the claims that only the graph before has, in its order
 * @param reworded the ids of the claims that have another text, in the order of the document after
 */
public record Changes(
    Evaluation before,
    Evaluation after,
    ImmutableList<VerdictChange> changed,
    ImmutableList<String> shifted,
    ImmutableList<String> added,
    ImmutableList<String> removed,
    ImmutableList<String> reworded) {

  /**
   * Compares two evaluations, within {@link Limits#USUAL}.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after) {
    return between(before, after, Limits.USUAL);
  }

  /**
   * Compares two evaluations, trying so many sets of differences at most for each verdict that differs; otherwise within {@link
   * Limits#USUAL}.
   *
   * @throws IllegalArgumentException if nothing may be tried
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after, int mostTrials) {
    return between(before, after, Limits.USUAL.mostTrials(mostTrials));
  }

  /**
   * Compares two evaluations. Takes one pass over both graphs and, for why verdicts differ, as much work as the limits allow: what is
   * tried for one claim serves every other on which the same differences bear. Where it is not enough for all verdicts, each still
   * gets its share of what is left, in the order of the document, and tells that its causes were not all looked for.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of an evaluation is up
   */
  public static Changes between(Evaluation before, Evaluation after, Limits limits) {
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

  /** Whether nothing that it tells differs. */
  public boolean isEmpty() {
    return changed.isEmpty()
        && shifted.isEmpty()
        && added.isEmpty()
        && removed.isEmpty()
        && reworded.isEmpty();
  }

  /**
   * The changes as text for a terminal: each verdict that differs, with its cause, and the claims that are new, gone or reworded.
   * The language is that of the graph after unless the style says one. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new ChangesOutline(this, style).outline(false).text(style.width(), style.colour());
  }

  /**
   * The changes as Markdown, a note of corrections that can be published as it is: with the title of the graph, the dates, and for
   * each verdict that differs what it was, what it is, the cause and the sources behind it. What the graphs say is escaped.
   */
  public String toMarkdown(Style style) {
    return new ChangesOutline(this, style)
        .outline(true)
        .markdown(Links.in(before.graph(), after.graph()));
  }

  /** How much changed, in a few words. */
  @Override
  public String toString() {
    return changed.size() + " verdicts changed, " + added.size() + " claims are new, "
        + removed.size() + " are gone";
  }

  /**
   * How far to search for why verdicts changed. What was left out for a limit is told; what is told in spite of one is as true as it
   * would be without.
   *
   * @param mostTrials how many sets of differences are tried at most for one verdict, besides those that it takes to find one cause
   *     where many differences take part; from 1 on
   * @param mostWork how much work is done for all verdicts together, in steps of making ready one line to be evaluated; from 0 on. It
   *     is counted, never timed, so that the answer is the same on every machine
   * @param mostListed how many differences are listed for all verdicts together; beyond them a verdict lists only those that its
   *     causes name; from 0 on
   */
  public record Limits(int mostTrials, long mostWork, int mostListed) {

    /**
     * The usual limits: 512 trials, which is all sets where nine differences bear on a claim; half a million steps,
     * which is less than a second, and all that is to be tried where a thousand claims change for a few reasons or a hundred for nine
     * each; 5,000 differences, which is less than a megabyte of JSON and more than anybody reads.
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

    /** These limits, with so many sets of differences tried. */
    public Limits mostTrials(int trials) {
      return new Limits(trials, mostWork, mostListed);
    }

    /** These limits, with so much work. */
    public Limits mostWork(long steps) {
      return new Limits(mostTrials, steps, mostListed);
    }

    /** These limits, with so many differences listed. */
    public Limits mostListed(int differences) {
      return new Limits(mostTrials, mostWork, differences);
    }
  }
}
