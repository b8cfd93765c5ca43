package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.problem.UnknownIdException;

/**
 * The chains that lead down from a claim, best first: by the chance that all of a chain holds together, and among equals in the
 * order of the document; chances that agree in nine digits count as equal. Of the lines of a claim those for it come first, then
 * those against it, then those that qualify it; of the lines of a stance evidence, inferences, reviews, then the claims that
 * contradict. So chains that can never hold come last, in the order of the document.
 *
 * <p>Chains are looked for as they are asked for, however many there are. To begin takes time linear in what lies below the claim,
 * times its logarithm; a chain then as many steps as it is long, times the ways on at each, where
 * the lines on it do not exclude each other. Where they do, to be sure which one is next may take too long; then the search says that
 * it no longer keeps the order ({@link BestChains#inOrder}).
 *
 * <p>Immutable; each iterator looks for chains anew, and throws {@link CancellationException} if its thread is interrupted.
 */
public final class Chains implements Iterable<Chain> {

  private final Evaluation evaluation;
  private final String claim;
  private final Optional<String> asserter;

  private Chains(Evaluation evaluation, String claim, Optional<String> asserter) {
    this.evaluation = evaluation;
    this.claim = claim;
    this.asserter = asserter;
  }

  /**
   * The chains of a claim.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public static Chains of(Evaluation evaluation, String claimId) {
    return new Chains(evaluation, evaluation.graph().claim(claimId).id(), Optional.empty());
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
        evaluation, claim, Optional.of(evaluation.graph().source(sourceId).id()));
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
    return new ChainSearch(evaluation, claim, asserter);
  }

  /** The chains as a stream, each computed when the stream comes to it. */
  public Stream<Chain> stream() {
    int known = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), known), known, false);
  }

  /**
   * The best chains.
   *
   * @param most how many at most
   * @throws IllegalArgumentException if that is none
   * @throws CancellationException if the thread is interrupted
   */
  public BestChains best(int most) {
    checkArgument(most >= 1, "%s chains; at least one must be asked for", most);
    ChainSearch search = new ChainSearch(evaluation, claim, asserter);
    ImmutableList.Builder<Chain> chains = ImmutableList.builder();
    for (int i = 0; i < most && search.hasNext(); i++) {
      chains.add(search.next());
    }
    return new BestChains(
        evaluation, claim, asserter, chains.build(), search.isAtItsEnd(), search.isInOrder());
  }

  /** What they are of, in a few words. */
  @Override
  public String toString() {
    return "chains of claim '" + claim + "'"
        + asserter.map(source -> " by source '" + source + "'").orElse("");
  }
}
