package org.claimtrace.sensitivity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;

/**
 * What rests on the sources of a graph: for each, the verdicts that fall with it. A source holds a verdict up if its coin set to
 * no changes it, all else as it is: alone, that is; {@link Grounds} tells what sources hold up together.
 *
 * @param evaluation the evaluation of which the verdicts are
 * @param sources every source that was asked about; those that hold up most verdicts first, as many in document order
 */
public record Foundations(Evaluation evaluation, ImmutableList<Foundation> sources) {

  /**
   * Finds what rests on every source of a graph: by one sweep for each 64 of them where the evaluation leaves nothing to chance,
   * else by one scenario for each, which takes time in proportion to what depends on it.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static Foundations of(Evaluation evaluation) {
    return of(evaluation, evaluation.graph().sources().stream().map(Source::id).toList());
  }

  /**
   * Finds what rests on one source.
   *
   * @throws UnknownIdException if the graph has no such source
   * @throws CancellationException if the thread is interrupted
   */
  public static Foundations of(Evaluation evaluation, String sourceId) {
    return of(evaluation, List.of(sourceId));
  }

  private static Foundations of(Evaluation evaluation, List<String> sourceIds) {
    ImmutableList<ImmutableMap<String, Verdict>> without = evaluation.verdictsWithout(sourceIds);
    ImmutableList.Builder<Foundation> found = ImmutableList.builder();
    for (int i = 0; i < without.size(); i++) {
      ImmutableList.Builder<Fall> falls = ImmutableList.builder();
      without
          .get(i)
          .forEach(
              (claim, verdict) -> falls.add(new Fall(claim, evaluation.verdict(claim), verdict)));
      found.add(new Foundation(sourceIds.get(i), falls.build()));
    }
    return new Foundations(
        evaluation,
        found.build().stream()
            .sorted(Comparator.comparingInt(each -> -each.falls().size()))
            .collect(toImmutableList()));
  }

  /**
   * What rests on the sources as text for a terminal: of one source the verdicts, of several how many each holds up. The language is
   * that of the graph unless the style says one. Lines end with a line feed, the last one too.
   */
  public String toText(Style style) {
    return new FoundationsText(this, style).outline().text(style);
  }

  /** The same as Markdown. What the graph says is escaped. */
  public String toMarkdown(Style style) {
    return new FoundationsText(this, style).outline().markdown(Links.in(evaluation.graph()));
  }

  /** How many sources were asked about, in a few words. */
  @Override
  public String toString() {
    return "what rests on " + sources.size() + " sources";
  }
}
