package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.Chains.Best.LeftOut;
import org.claimtrace.explanation.chains.ChainSearch;
import org.claimtrace.explanation.telling.ChainOutline;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.wording.Links;

/**
 * The chains that lead down from a claim, best first: by the chance that all of a chain holds together, and among equals in the
 * order of the document; chances that agree in nine digits count as equal. Of the lines of a claim those for it come first, then
 * those against it, then those that qualify it; of the lines of a stance evidence, inferences, reviews, then the claims that
 * contradict. So chains that can never hold come last, in the order of the document.
 *
 * <p>Chains are looked for as they are asked for, however many there are. To begin takes time linear in what lies below the claim,
 * times its logarithm; a chain then as many steps as it is long, times the ways on at each, where
 * the lines on it do not exclude each other. Where they do, to be sure which one is next may take too long; then the search says that
 * it no longer keeps the order ({@link Best#inOrder}).
 *
 * <p>The best so many ({@link #best}) come within two budgets. There may be more chains than atoms, each of thousands of steps:
 * they have {@link #mostSteps} steps together at most, and {@link #mostWork} beginnings of chains are looked at. Both are counted,
 * so that the same graph has the same answer everywhere; the answer says which of them it reached ({@link Best#leftOut}).
 *
 * <p>Immutable; each iterator looks for chains anew, and throws {@link CancellationException} if its thread is interrupted.
 */
public final class Chains implements Iterable<Chain> {

  /** How many steps the best chains have together, unless said. */
  public static final int MOST_STEPS = 100_000;

  /** How many beginnings are looked at for the best chains, unless said. */
  public static final long MOST_WORK = 1_000_000;

  private final Evaluation evaluation;
  private final String claim;
  private final Optional<String> asserter;
  private final int mostSteps;
  private final long mostWork;

  private Chains(
      Evaluation evaluation,
      String claim,
      Optional<String> asserter,
      int mostSteps,
      long mostWork) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.asserter = asserter;
    this.mostSteps = mostSteps;
    this.mostWork = mostWork;
  }

  /**
   * The chains of a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public static Chains of(Evaluation evaluation, String claimId) {
    return new Chains(
        evaluation,
        evaluation.graph().claim(claimId).id(),
        Optional.empty(),
        MOST_STEPS,
        MOST_WORK);
  }

  /**
   * The chains as a source tells them: those that begin with a line of its own, an inference that it makes, its evidence or its
   * review, and go over such lines only for as long as it gives one. From the first claim on for which it gives none, they go on over
   * whatever there is. So an argument is shown as it was told, apart from what others say, and below it what it rests on.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public Chains by(String sourceId) {
    return new Chains(
        evaluation,
        claim,
        Optional.of(evaluation.graph().source(sourceId).id()),
        mostSteps,
        mostWork);
  }

  /**
   * The same chains, of which the best have so many steps together at most, with what they name where they break. {@value
   * #MOST_STEPS} unless said: that is more than anybody reads, and some ten million characters of JSON.
   *
   * @throws IllegalArgumentException if that is none
   */
  public Chains mostSteps(int steps) {
    checkArgument(steps >= 1, "%s steps; at least one must be allowed", steps);
    return new Chains(evaluation, claim, asserter, steps, mostWork);
  }

  /**
   * The same chains, for the best of which so many beginnings are looked at. {@value #MOST_WORK} unless said, which takes about a
   * second. The first chain is always found.
   *
   * @throws IllegalArgumentException if that is none
   */
  public Chains mostWork(long beginnings) {
    checkArgument(beginnings >= 1, "%s beginnings; at least one must be allowed", beginnings);
    return new Chains(evaluation, claim, asserter, mostSteps, beginnings);
  }

  /** The evaluation that tells what holds. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The id of the claim that they lead down from. */
  public String claim() {
    return claim;
  }

  /** The id of the source that tells them, if only one's are asked for. */
  public Optional<String> asserter() {
    return asserter;
  }

  /** The chains one by one, each computed when it is asked for. The iterator is not for use by several threads. */
  @Override
  public Iterator<Chain> iterator() {
    return search(Conjunctions.of(evaluation));
  }

  private ChainSearch search(Conjunctions joint) {
    return Explanation.within(
        evaluation, () -> new ChainSearch(evaluation, claim, asserter, joint));
  }

  /** The chains as a stream, each computed when the stream comes to it. */
  public Stream<Chain> stream() {
    int known = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), known), known, false);
  }

  /**
   * The best chains. Where an evaluation is exact, and it would take diagrams beyond four times its budget to tell how probable
   * chains are, all of them are looked for anew in sampled worlds, and the answer says so ({@link Best#method}).
   *
   * @param most how many at most
   * @throws IllegalArgumentException if that is none
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Best best(int most) {
    checkArgument(most >= 1, "%s chains; at least one must be asked for", most);
    return Explanation.within(
        evaluation,
        () -> best(most, Conjunctions.of(evaluation))
            .or(() -> best(most, Conjunctions.sampled(evaluation)))
            .orElseThrow());
  }

  /** The best chains by conjunctions of some kind; empty if these are exact, and do not fit into their budget. */
  private Optional<Best> best(int most, Conjunctions joint) {
    ChainSearch search = search(joint);
    ImmutableList.Builder<Chain> chains = ImmutableList.builder();
    Optional<LeftOut> leftOut = Optional.empty();
    long steps = 0;
    for (int found = 0; search.hasNext() && leftOut.isEmpty(); found++) {
      leftOut = reached(found, most, steps, search.work());
      if (leftOut.isEmpty()) {
        Chain chain = search.next();
        chains.add(chain);
        steps += size(chain);
      }
      if (joint.renewals() > 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Best(
        evaluation, claim, asserter, chains.build(), leftOut, search.isInOrder(), joint.method()));
  }

  private Optional<LeftOut> reached(int found, int most, long steps, long work) {
    if (found == most) {
      return Optional.of(LeftOut.NUMBER);
    }
    if (found > 0 && steps >= mostSteps) {
      return Optional.of(LeftOut.STEPS);
    }
    return found > 0 && work >= mostWork ? Optional.of(LeftOut.WORK) : Optional.empty();
  }

  /** The steps of a chain, and what it names where it breaks. */
  private static int size(Chain chain) {
    return chain.steps().size()
        + chain.firstBreak().stream()
            .flatMap(where -> where.obstacles().stream())
            .mapToInt(obstacle -> obstacle.readings().size() + obstacle.loop().size())
            .sum();
  }

  /** What they are of, in a few words. */
  @Override
  public String toString() {
    return "chains of claim '" + claim + "'"
        + asserter.map(source -> " by source '" + source + "'").orElse("");
  }

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
  public record Best(
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
          evaluation,
          () -> ChainOutline.outline(this, style).markdown(Links.in(evaluation.graph())));
    }

    /** What they are of, in a few words. */
    @Override
    public String toString() {
      return chains.size() + " chains of claim '" + claim + "'";
    }
  }
}
