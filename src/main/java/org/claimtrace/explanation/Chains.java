package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.claimtrace.model.Stance;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * The chains that lead down from a claim: those for it, then those against it, then those that qualify it. Chains of one stance
 * come best first: by {@link Chain#chance}, and among equals in the order of the document; chances that agree in nine digits
 * count as equal. Among the lines of one stance evidence comes first, then inferences, reviews and contradicting claims. Chains
 * that can never hold therefore come last, in the order of the document.
 *
 * <p>Chains are computed lazily. The first one takes O(n log n) time for the n claims, lines and sources below the claim. Each
 * chain takes time linear in its length times the branches at each step, unless lines on it exclude each other. If they do,
 * finding the next chain in order may take too long; then the search gives up the order and reports it ({@link Best#isInOrder}).
 *
 * <p>The number of chains may be exponential in the size of the graph, so {@link #best} is limited by two budgets: the chains
 * that it returns have at most {@link #mostSteps} steps together, and the search visits at most {@link #mostWork} beginnings of
 * chains. Both are counted and not timed, so that the same graph has the same answer everywhere; the answer names the budget
 * that it exhausted ({@link Best#leftOut}).
 *
 * <p>Immutable. Each iterator searches anew, and throws {@link CancellationException} if its thread is interrupted or the time
 * limit is up.
 *
 * <p>Stable.
 */
public final class Chains implements WithoutJson, Iterable<Chain> {

  /** The default of {@link #mostSteps(int)}. */
  public static final int MOST_STEPS = 100_000;

  /** The default of {@link #mostWork(long)}. */
  public static final long MOST_WORK = 800_000;

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
   * Returns the chains of a claim; they are searched only when they are asked for.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public static Chains of(Evaluation evaluation, String claimId) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(claimId, "claimId");
    return new Chains(
        evaluation,
        evaluation.graph().claim(claimId).id(),
        Optional.empty(),
        MOST_STEPS,
        MOST_WORK);
  }

  /**
   * Returns the chains of the argument of one source. They begin with a line of that source, which is an inference that it
   * makes, its evidence or its review, and follow only its lines for as long as it has one. From the first claim without such a
   * line they follow all lines. They show an argument as its author gave it, and below it what it rests on.
   *
   * @throws UnknownIdException if the graph has no such source
   */
  public Chains by(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new Chains(
        evaluation,
        claim,
        Optional.of(evaluation.graph().source(sourceId).id()),
        mostSteps,
        mostWork);
  }

  /**
   * Returns the same chains with a limit on the steps that those of {@link #best} have together; elements that are named where
   * a chain breaks count as steps. The default is {@value #MOST_STEPS}: more than anybody reads, and some ten million
   * characters of JSON.
   *
   * @throws IllegalArgumentException if {@code steps} is less than 1
   */
  public Chains mostSteps(int steps) {
    checkArgument(steps >= 1, "%s steps; at least one must be allowed", steps);
    return new Chains(evaluation, claim, asserter, steps, mostWork);
  }

  /**
   * Returns the same chains with a limit on the beginnings of chains that {@link #best} visits. The default is {@value
   * #MOST_WORK}, which takes about a second. The first chain is always found.
   *
   * @throws IllegalArgumentException if {@code beginnings} is less than 1
   */
  public Chains mostWork(long beginnings) {
    checkArgument(beginnings >= 1, "%s beginnings; at least one must be allowed", beginnings);
    return new Chains(evaluation, claim, asserter, mostSteps, beginnings);
  }

  /** Returns the evaluation of the graph. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the id of the claim from which they lead down. */
  public String claimId() {
    return claim;
  }

  /** Returns the id of the source given to {@link #by}; empty for the chains of all sources. */
  public Optional<String> asserter() {
    return asserter;
  }

  /** Returns a lazy iterator over the chains, in the order of this class. It is not safe for use by several threads. */
  @Override
  public Iterator<Chain> iterator() {
    return search(Conjunctions.of(evaluation));
  }

  private ChainSearch search(Conjunctions joint) {
    return Explanation.within(
        evaluation, () -> new ChainSearch(evaluation, claim, asserter, joint));
  }

  /** Returns a lazy, sequential stream of the chains, in the order of this class. */
  public Stream<Chain> stream() {
    int known = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), known), known, false);
  }

  /**
   * Returns the best chains: half of them for the claim, half of the rest against it, and the rest those that qualify it, but at
   * least one of each; where there are fewer of one stance, more of the others. If the evaluation is exact, but exact chances of chains would take diagrams beyond four times its
   * budget, all chains are searched again in sampled worlds, and {@link Best#method} is sampled.
   *
   * @param most the greatest number of chains that are returned
   * @throws IllegalArgumentException if {@code most} is less than 1
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

  /** Returns the best chains by exact or sampled conjunctions; empty if exact ones exceed their budget. */
  private Optional<Best> best(int most, Conjunctions joint) {
    ChainSearch search = search(joint);
    List<Chain> chains = new ArrayList<>();
    Optional<LeftOut> leftOut = Optional.empty();
    long steps = 0;
    Map<Stance, Integer> shares = shares(search, most);
    for (int found = 0; search.hasNext() && leftOut.isEmpty(); found++) {
      leftOut = reached(found, most, steps, search.work());
      if (leftOut.isEmpty()) {
        Stance stance = next(search, shares);
        shares.merge(stance, -1, Integer::sum);
        Chain chain = search.next(stance);
        chains.add(chain);
        steps += size(chain);
      }
      if (joint.renewals() > 0) {
        return Optional.empty();
      }
    }
    chains.sort(Comparator.comparing(Chain::stance));
    return Optional.of(new Best(
        evaluation,
        claim,
        asserter,
        ImmutableList.copyOf(chains),
        leftOut,
        search.isInOrder(),
        joint.method()));
  }

  /**
   * Returns how many chains of each stance come before more of another: half, rounded up, of what the stances before leave, but
   * so that one is left for each that follows.
   */
  private static Map<Stance, Integer> shares(ChainSearch search, int most) {
    Map<Stance, Integer> shares = new EnumMap<>(Stance.class);
    List<Stance> stances =
        Arrays.stream(Stance.values()).filter(search::hasNext).toList();
    int left = most;
    for (int i = 0; i < stances.size(); i++) {
      int following = stances.size() - 1 - i;
      int half = following == 0 ? left : left / 2 + left % 2;
      int share = Math.max(Math.min(1, left), Math.min(half, left - following));
      shares.put(stances.get(i), share);
      left -= share;
    }
    return shares;
  }

  /** Returns the first stance of which there are chains and a share left; if all shares are used up, the first with chains. */
  private static Stance next(ChainSearch search, Map<Stance, Integer> shares) {
    return Arrays.stream(Stance.values())
        .filter(search::hasNext)
        .min(Comparator.comparing(stance -> shares.getOrDefault(stance, 0) <= 0))
        .orElseThrow();
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

  /** Returns the number of steps of a chain and of elements that it names where it breaks. */
  private static int size(Chain chain) {
    return chain.steps().size()
        + chain.firstBreak().stream()
            .flatMap(where -> where.obstacles().stream())
            .mapToInt(obstacle -> obstacle.readings().size() + obstacle.loop().size())
            .sum();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "chains of claim '" + claim + "'"
        + asserter.map(source -> " by source '" + source + "'").orElse("");
  }

  /**
   * The best chains of a claim, and the limits of the search for them.
   */
  public static final class Best implements Prose, Result {

    private final Evaluation evaluation;
    private final String claimId;
    private final Optional<String> asserter;
    private final ImmutableList<Chain> chains;
    private final Optional<LeftOut> leftOut;
    private final boolean isInOrder;
    private final Method method;

    Best(
        Evaluation evaluation,
        String claimId,
        Optional<String> asserter,
        ImmutableList<Chain> chains,
        Optional<LeftOut> leftOut,
        boolean isInOrder,
        Method method) {
      this.evaluation = evaluation;
      this.claimId = claimId;
      this.asserter = asserter;
      this.chains = chains;
      this.leftOut = leftOut;
      this.isInOrder = isInOrder;
      this.method = method;
    }

    /** Returns the evaluation of the graph. */
    public Evaluation evaluation() {
      return evaluation;
    }

    /** Returns the id of the claim from which they lead down. */
    public String claimId() {
      return claimId;
    }

    /** Returns the id of the source given to {@link Chains#by}; empty for the chains of all sources. */
    public Optional<String> asserter() {
      return asserter;
    }

    /** Returns the chains, in the order of {@link Chains}. */
    public ImmutableList<Chain> chains() {
      return chains;
    }

    /** Returns the limit that ended the search; empty if these are all chains. */
    public Optional<LeftOut> leftOut() {
      return leftOut;
    }

    /**
     * Returns whether they are certain to be the best ones, in order; if not, a better one may be missing, because
     * certainty would have taken too long.
     */
    public boolean isInOrder() {
      return isInOrder;
    }

    /**
     * Returns the method by which their chances were computed: that of the evaluation, or sampling if exact chances
     * would have taken too long.
     */
    public Method method() {
      return method;
    }

    private ResultComponents components() {
      return ResultComponents.of("Best")
          .and("evaluation", evaluation)
          .and("claimId", claimId)
          .and("asserter", asserter)
          .and("chains", chains)
          .and("leftOut", leftOut)
          .and("isInOrder", isInOrder)
          .and("method", method);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Best that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    /** The limit that ended a search before all chains were found. */
    public enum LeftOut {
      /** The number of chains that were asked for. */
      NUMBER,
      /** The number of steps of all chains together, see {@link Chains#mostSteps}. */
      STEPS,
      /** The number of beginnings of chains visited, see {@link Chains#mostWork}. */
      WORK;

      private final String word = name().toLowerCase(Locale.ROOT);

      /** Returns the stable word, in lower case. */
      @JsonValue
      @Override
      public String toString() {
        return word;
      }
    }

    /** Returns whether these are all chains of the claim. */
    public boolean isComplete() {
      return leftOut.isEmpty();
    }

    @Override
    public Outline outline(Style style) {
      requireNonNull(style, "style");
      return Explanation.within(
          evaluation, () -> Outline.of(ChainOutline.outline(this, style), evaluation.graph()));
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return chains.size() + " chains of claim '" + claimId + "'";
    }
  }
}
