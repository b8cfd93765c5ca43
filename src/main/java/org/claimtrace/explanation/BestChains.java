package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.telling.ChainOutline;
import org.claimtrace.wording.Links;

/**
 * The best chains of a claim, and how far they were looked for.
 *
 * @param evaluation the evaluation that tells what holds
 * @param claim the id of the claim that they lead down from
 * @param asserter the id of the source that tells them, if only one's were asked for
 * @param chains the chains, in the order of {@link Chains}
 * @param leftOut why there are more that were not looked for; empty if these are all
 * @param inOrder whether they are certain to be the best, in their order; else a better one may have been left out, since to be
 *     certain would have taken too long
 * @param method how their chances were computed: as the evaluation was, or in sampled worlds where to be exact would have taken too
 *     long
 */
public record BestChains(
    Evaluation evaluation,
    String claim,
    Optional<String> asserter,
    ImmutableList<Chain> chains,
    Optional<LeftOut> leftOut,
    boolean inOrder,
    Method method) {

  /** Why there are chains that were not looked for. */
  public enum LeftOut {
    /** As many were found as were asked for. */
    NUMBER,
    /** Those found have as many steps together as they may have: {@link Chains#mostSteps}. */
    STEPS,
    /** As many beginnings of chains were looked at as may be: {@link Chains#mostWork}. */
    WORK;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The stable word, in lower case. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** Whether there are no more. */
  public boolean complete() {
    return leftOut.isEmpty();
  }

  /** The chains as text for a terminal, in the standard style. */
  public String toText() {
    return toText(Style.usual());
  }

  /**
   * The chains as text for a terminal: the verdict on the claim, then each chain as a story from the claim down to its deepest
   * source, its weakest link and where it breaks. Long chains are cut short unless the style tells all. Lines end with a line feed,
   * the last one too.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toText(Style style) {
    return Explanation.within(
        evaluation, () -> ChainOutline.outline(this, style).text(style.width(), style.colour()));
  }

  /** The chains as Markdown, in the standard style. */
  public String toMarkdown() {
    return toMarkdown(Style.usual());
  }

  /**
   * The chains as Markdown, with the words and the order of the text. What the graph says is escaped, so that none of it is taken for
   * markup. Lines end with a line feed, the last one too.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public String toMarkdown(Style style) {
    return Explanation.within(
        evaluation, () -> ChainOutline.outline(this, style).markdown(Links.in(evaluation.graph())));
  }

  /** What they are of, in a few words. */
  @Override
  public String toString() {
    return chains.size() + " chains of claim '" + claim + "'";
  }
}
