package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.sensitivity.Sensitivity.Limits;
import org.claimtrace.wording.Links;

/**
 * What rests on the sources of a graph: for each, the verdicts that fall with it. A source holds a verdict up if its coin set to
 * no changes it, all else as it is: alone, that is; {@link SourceDependence} tells what sources hold up together.
 *
 * @param evaluation the evaluation of which the verdicts are
 * @param sources every source that was tried; those that hold up most verdicts first, as many in document order
 * @param untried the ids of the other sources that were asked about, in document order: to end the work
 */
public record SourceInfluence(
    Evaluation evaluation, ImmutableList<Foundation> sources, ImmutableList<String> untried) {

  /**
   * Finds what rests on every source of a graph, within the usual limits.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation) {
    return of(evaluation, Limits.USUAL);
  }

  /**
   * Finds what rests on every source of a graph, in the work that the limits allow: by one sweep for each 64 of them where the
   * evaluation leaves nothing to chance; where it is exact, by diagrams weighed once for each; else by one scenario for each, which
   * takes time in proportion to what depends on it. So many falls are named as the limits allow, those of the first sources in
   * document order; the others are counted.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation, Limits limits) {
    return of(
        evaluation,
        evaluation.graph().sources().stream().map(Source::id).collect(toImmutableList()),
        limits.mostWork(),
        limits.mostFalls());
  }

  /**
   * Finds what rests on one source; all of it is named.
   *
   * @throws UnknownIdException if the graph has no such source
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static SourceInfluence of(Evaluation evaluation, String sourceId) {
    return of(evaluation, ImmutableList.of(sourceId), Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static SourceInfluence of(
      Evaluation evaluation, ImmutableList<String> sourceIds, long mostWork, int mostFalls) {
    List<Foundation> found = new ArrayList<>();
    int[] left = {mostFalls};
    int tried = evaluation.verdictsWithout(sourceIds, mostWork, (source, without) -> {
      ImmutableList<LostVerdict> falls = without.entrySet().stream()
          .limit(left[0])
          .map(each ->
              new LostVerdict(each.getKey(), evaluation.verdict(each.getKey()), each.getValue()))
          .collect(toImmutableList());
      left[0] -= falls.size();
      found.add(new Foundation(source, without.size(), falls));
    });
    found.sort(Comparator.comparingInt(each -> -each.verdicts()));
    return new SourceInfluence(
        evaluation, ImmutableList.copyOf(found), sourceIds.subList(tried, sourceIds.size()));
  }

  /** Whether every source that was asked about was tried. */
  public boolean complete() {
    return untried.isEmpty();
  }

  /**
   * What rests on the sources as text for a terminal: of one source the verdicts, of several how many each holds up. The language is
   * that of the graph unless the style says one. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new SourceInfluenceOutline(this, style).outline().text(style.width(), style.colour());
  }

  /** The same as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new SourceInfluenceOutline(this, style).outline().markdown(Links.in(evaluation.graph()));
  }

  /** How many sources were asked about, in a few words. */
  @Override
  public String toString() {
    return "what rests on " + sources.size() + " sources";
  }

  /**
   * What rests on one source.
   *
   * @param source the id of the source
   * @param verdicts how many verdicts change if its coin is set to no, all else as it is
   * @param falls these, in document order; no more than are to be named, which may be fewer than there are
   */
  public record Foundation(String source, int verdicts, ImmutableList<LostVerdict> falls) {

    public Foundation {
      checkArgument(
          falls.size() <= verdicts, "%s falls named of %s verdicts", falls.size(), verdicts);
    }

    /** What rests on a source, all of it named. */
    public Foundation(String source, ImmutableList<LostVerdict> falls) {
      this(source, falls.size(), falls);
    }
  }

  /**
   * A verdict that changes if a source falls.
   *
   * @param claim the id of the claim
   * @param before its verdict as it is
   * @param after its verdict without the source
   */
  public record LostVerdict(String claim, Verdict before, Verdict after) {}
}
