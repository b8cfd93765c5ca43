package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.telling.CheckOutline;
import org.claimtrace.explanation.telling.ExplanationOutline;
import org.claimtrace.explanation.telling.ExplanationPhrases;
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.explanation.why.Overtaking;
import org.claimtrace.explanation.why.ReviewBatches;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.wording.References;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.Inside;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * A check of whether published verdicts follow from the evidence: compares each review of a graph with the verdict that is
 * derived without the reviews of its claim. The reviews of other claims count according to the evaluator's policy. Immutable.
 *
 * <p>Stable.
 */
public final class ReviewCheck implements Prose, Result {

  /** The default budget of work: about two seconds of evaluation. */
  public static final long MOST_WORK = 2_000_000;

  /** An exact evaluation is charged as a sampled one with this number of worlds, since it takes about as long. */
  private static final int WORLDS_OF_AN_EXACT_ONE = 4_096;

  private final Evaluation evaluation;
  private final ImmutableList<Comparison> comparisons;
  private final ImmutableSet<String> differing;
  private final ImmutableSet<String> leftOut;
  private final ImmutableMap<String, Evaluation> withoutReviews;
  private final IdentityHashMap<Evaluation, Explanations> explanations = new IdentityHashMap<>();

  private ReviewCheck(Evaluation evaluation, long mostWork) {
    checkArgument(mostWork >= 0, "a budget of %s steps is less than none", mostWork);
    this.evaluation = evaluation;
    ImmutableSet<String> judged = judgedByReviews();
    ImmutableMap.Builder<String, Evaluation> without = ImmutableMap.builder();
    long each = Math.max(1, size() * words());
    long work = 0;
    for (ImmutableSet<String> batch : ReviewBatches.of(evaluation, judged)) {
      Cancellation.check();
      if (work > 0 && work + each > mostWork) {
        break;
      }
      work += each;
      Evaluation then = evaluation.withoutReviewsOf(batch);
      batch.forEach(claim -> without.put(claim, then));
    }
    withoutReviews = without.buildOrThrow();
    leftOut = judged.stream()
        .filter(claim -> !withoutReviews.containsKey(claim))
        .collect(toImmutableSet());
    Overtaking overtaking = new Overtaking(evaluation, each, mostWork);
    ImmutableList.Builder<Comparison> all = ImmutableList.builder();
    for (Claim claim : evaluation.graph().claims()) {
      if (!claim.reviews().isEmpty()) {
        compared(claim).forEach(one -> all.add(dated(claim, one, overtaking)));
      }
    }
    comparisons = all.build();
    differing = differing(comparisons);
  }

  /** Adds to a comparison whether the published verdict has been overtaken. */
  private Comparison dated(Claim claim, Comparison comparison, Overtaking overtaking) {
    if (!comparison.disagrees()) {
      return comparison;
    }
    return evaluation
        .graph()
        .findReview(comparison.review().id())
        .flatMap(review -> overtaking.of(claim, review))
        .map(comparison::overtaken)
        .orElse(comparison);
  }

  /**
   * Evaluates a graph and compares its reviews with the derived verdicts, within a budget of {@value #MOST_WORK} steps of work;
   * see {@link #of(ClaimGraph, Evaluator, long)}.
   *
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static ReviewCheck of(ClaimGraph graph, Evaluator evaluator) {
    return of(graph, evaluator, MOST_WORK);
  }

  /**
   * Evaluates a graph and compares its reviews with the derived verdicts, within a budget of work. Takes one evaluation, and a
   * second one if there are claims that are judged by their reviews and have other lines. Of such claims that depend on each
   * other, each takes a further evaluation of its own. Claims beyond the budget are not compared and are listed by {@link
   * #leftOut}. A published verdict that does not follow now is compared as of its own date as well, and as of later dates, within
   * the same budget once more; beyond that it does not count as overtaken.
   *
   * @param mostWork the budget for the evaluations after the first two, at least 0. Each of them costs the number of sources, claims, lines
   *     and readings of the graph, times its worlds divided by 64
   * @throws IllegalArgumentException if the budget is negative
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static ReviewCheck of(ClaimGraph graph, Evaluator evaluator, long mostWork) {
    requireNonNull(evaluator, "evaluator");
    Evaluation evaluation = evaluator.evaluate(graph);
    return Explanation.within(evaluation, () -> new ReviewCheck(evaluation, mostWork));
  }

  /**
   * Compares the reviews of an evaluated graph with the derived verdicts, within a budget of {@value #MOST_WORK} steps of work;
   * see {@link #of(ClaimGraph, Evaluator, long)}.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public static ReviewCheck of(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return Explanation.within(evaluation, () -> new ReviewCheck(evaluation, MOST_WORK));
  }

  private long words() {
    return evaluation.method() == Method.CERTAIN
        ? 1
        : Math.max(1, evaluation.worlds().orElse(WORLDS_OF_AN_EXACT_ONE) / 64);
  }

  private long size() {
    long size = evaluation.graph().sources().size();
    for (Claim claim : evaluation.graph().claims()) {
      size += 1
          + claim.evidence().size()
          + claim.reviews().size()
          + claim.contradicts().size();
      for (Inference inference : claim.steps()) {
        size += 1
            + inference.premises().size()
            + inference.assuming().size()
            + inference.unless().size();
      }
    }
    return size;
  }

  /** Returns the claims that are judged by their reviews and have other lines as well. */
  private ImmutableSet<String> judgedByReviews() {
    return evaluation.graph().claims().stream()
        .filter(claim -> !claim.reviews().isEmpty())
        .filter(claim -> !AccountCollector.reviews(evaluation, claim).isEmpty())
        .filter(claim -> evaluation.reviewsCount(claim.id()) && hasOtherLines(claim))
        .map(Claim::id)
        .collect(toImmutableSet());
  }

  /** Returns whether a claim has a line for or against it that is not a review. */
  private boolean hasOtherLines(Claim claim) {
    return claim.evidence().stream().anyMatch(each -> each.stance() != Stance.QUALIFIES)
        || claim.steps().stream().anyMatch(each -> each.stance() != Stance.QUALIFIES)
        || !evaluation.contradicting(claim.id()).isEmpty();
  }

  private ImmutableList<Comparison> compared(Claim claim) {
    ImmutableList<Comparison> reviews = AccountCollector.reviews(evaluation, claim);
    Evaluation without = withoutReviews.get(claim.id());
    if (without == null) {
      return reviews;
    }
    boolean bears = evaluation.hasGround(claim.id())
        || without.caseFor(claim.id()).no() < 1
        || without.caseAgainst(claim.id()).no() < 1;
    Optional<Verdict> derived = bears ? Optional.of(without.verdict(claim.id())) : Optional.empty();
    return reviews.stream()
        .map(each -> new Comparison(
            Inside.KEY, each.review(), each.claimId(), each.reviewer(), each.published(), derived))
        .collect(toImmutableList());
  }

  /** Returns the evaluation with all reviews. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns a comparison for every review that exists at the date of the evaluation, claim by claim in document order. */
  public ImmutableList<Comparison> comparisons() {
    return comparisons;
  }

  /** Returns the comparisons in which the published verdict does not follow, in document order. */
  public ImmutableList<Comparison> disagreements() {
    return comparisons.stream().filter(Comparison::disagrees).collect(toImmutableList());
  }

  /**
   * Returns the ids of the claims, in document order, whose published verdicts were not compared, because that would have
   * exceeded the budget.
   */
  public ImmutableSet<String> leftOut() {
    return leftOut;
  }

  /** Returns the ids of the claims, in document order, on which published verdicts differ from each other. */
  public ImmutableSet<String> differing() {
    return differing;
  }

  private static ImmutableSet<String> differing(ImmutableList<Comparison> comparisons) {
    Map<String, Verdict> first = new HashMap<>();
    ImmutableSet.Builder<String> differing = ImmutableSet.builder();
    for (Comparison each : comparisons) {
      Verdict before = first.putIfAbsent(each.claimId(), each.published());
      if (before != null && before != each.published()) {
        differing.add(each.claimId());
      }
    }
    return differing.build();
  }

  /**
   * Returns a sentence on the published verdicts on a claim, by name; the empty string if they do not differ.
   *
   * @throws UnknownIdException if the graph has no such claim
   */
  public String difference(String claimId, Style style) {
    requireNonNull(claimId, "claimId");
    requireNonNull(style, "style");
    Claim unused = evaluation.graph().claim(claimId);
    return differing.contains(claimId)
        ? References.unmarked(new ExplanationPhrases(evaluation, style)
            .difference(comparisons.stream()
                .filter(each -> each.claimId().equals(claimId))
                .collect(toImmutableList())))
        : "";
  }

  /** Returns the result of a comparison in a few sentences. */
  public String sentence(Comparison comparison, Style style) {
    requireNonNull(comparison, "comparison");
    requireNonNull(style, "style");
    ExplanationPhrases phrases = new ExplanationPhrases(evaluation, style);
    return References.unmarked(
        leftOut.contains(comparison.claimId())
            ? phrases.notChecked(comparison)
            : phrases.checked(comparison));
  }

  /**
   * Returns what is to be said of the published verdicts as paragraphs: by claim, in document order, how they differ, those that do
   * not follow from the evidence, and a summary of what does. Claims whose published verdicts follow and agree with each other are
   * left out.
   *
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Explanation.within(
        evaluation,
        () -> Outline.of(
            CheckOutline.outline(this, style, comparison -> {
              Explanation derived = explain(comparison);
              return ExplanationOutline.gist(derived, derived.gathered(), style);
            }),
            evaluation.graph()));
  }

  /**
   * Returns an explanation of the derived verdict. The first call computes the accounts of all disagreements.
   *
   * @throws UnknownIdException if the comparison is of another graph
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  public Explanation explain(Comparison comparison) {
    requireNonNull(comparison, "comparison");
    Claim claim = evaluation.graph().claim(comparison.claimId());
    Evaluation then = evaluationFor(claim.id());
    Explanations together = explanations(then);
    return together.claimIds().contains(claim.id())
        ? together.explanation(claim.id())
        : Explanation.of(then, claim.id());
  }

  /** Returns the evaluation with which the published verdicts on a claim are compared. */
  private Evaluation evaluationFor(String claim) {
    Evaluation without = withoutReviews.get(claim);
    if (without != null) {
      return without;
    }
    boolean standsIn = evaluation.reviewsCount(claim);
    return standsIn ? evaluation.withoutReviewsOf(claim) : evaluation;
  }

  /** Returns the explanations of the claims whose published verdicts disagree with those of an evaluation. */
  private synchronized Explanations explanations(Evaluation then) {
    Explanations known = explanations.get(then);
    if (known == null) {
      known = Explanations.of(
          then,
          disagreements().stream()
              .map(Comparison::claimId)
              .filter(claim -> withoutReviews.getOrDefault(claim, evaluation) == then)
              .collect(toImmutableSet()));
      explanations.put(then, known);
    }
    return known;
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "check of " + comparisons.size() + " reviews in the " + evaluation;
  }

  /** What a comparison of a published verdict with the derived one comes to. */
  public enum Outcome {
    /** The published verdict follows from the evidence. */
    FOLLOWS,
    /** It followed from the evidence of its own date, and no longer does. */
    OVERTAKEN,
    /** It does not follow, and did not on its own date, as far as is known. */
    DOES_NOT_FOLLOW,
    /** There is nothing to check it against, or it was not checked. */
    NOTHING_TO_CHECK;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the stable word, in lower case with hyphens, such as {@code does-not-follow}. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Since when and by what a published verdict has been overtaken.
   */
  public static final class Overtaken implements WithoutJson {

    private final PartialDate published;
    private final PartialDate since;
    private final ImmutableList<Element> by;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Overtaken(
        Inside inside, PartialDate published, PartialDate since, ImmutableList<Element> by) {
      requireNonNull(inside, "inside");
      this.published = published;
      this.since = since;
      this.by = by;
    }

    /** Returns the date of the published verdict, on which it followed. */
    public PartialDate published() {
      return published;
    }

    /** Returns the date from which on it did not follow any more. */
    public PartialDate since() {
      return since;
    }

    /**
     * Returns the lines that exist since then and the sources that were retracted then: those of the claim itself, if there are
     * any, otherwise all on which it depends.
     */
    public ImmutableList<Element> by() {
      return by;
    }

    private ResultComponents components() {
      return ResultComponents.of("Overtaken")
          .and("published", published)
          .and("since", since)
          .and("by", by);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Overtaken that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }

  /**
   * A published verdict and the derived one.
   */
  public static final class Comparison implements WithoutJson {

    private final Element review;
    private final String claimId;
    private final String reviewer;
    private final Verdict published;
    private final Optional<Verdict> derived;
    private final Optional<Overtaken> overtaken;

    /** For the inner rooms of this library alone. */
    @SuppressWarnings("exports")
    public Comparison(
        Inside inside,
        Element review,
        String claimId,
        String reviewer,
        Verdict published,
        Optional<Verdict> derived) {
      this(inside, review, claimId, reviewer, published, derived, Optional.empty());
    }

    private Comparison(
        Inside inside,
        Element review,
        String claimId,
        String reviewer,
        Verdict published,
        Optional<Verdict> derived,
        Optional<Overtaken> overtaken) {
      requireNonNull(inside, "inside");
      this.review = review;
      this.claimId = claimId;
      this.reviewer = reviewer;
      this.published = published;
      this.derived = derived;
      this.overtaken = overtaken;
    }

    private Comparison overtaken(Overtaken since) {
      return new Comparison(
          Inside.KEY, review, claimId, reviewer, published, derived, Optional.of(since));
    }

    /** Returns the review. */
    public Element review() {
      return review;
    }

    /** Returns the id of the claim reviewed. */
    public String claimId() {
      return claimId;
    }

    /** Returns the id of the source that published the verdict. */
    public String reviewer() {
      return reviewer;
    }

    /** Returns the verdict published. */
    public Verdict published() {
      return published;
    }

    /**
     * Returns the verdict that follows without the claim's reviews; empty if no line but reviews bears on the claim,
     * and in the account of a claim that is judged by its reviews.
     */
    public Optional<Verdict> derived() {
      return derived;
    }

    /**
     * Returns since when and by what the published verdict has been overtaken, if it followed on its own date and no longer does;
     * known of the comparisons of a check, and not of those in explanations.
     */
    public Optional<Overtaken> overtaken() {
      return overtaken;
    }

    /** Returns what the comparison comes to. */
    public Outcome outcome() {
      if (derived.isEmpty()) {
        return Outcome.NOTHING_TO_CHECK;
      }
      if (derived.get() == published) {
        return Outcome.FOLLOWS;
      }
      return overtaken.isPresent() ? Outcome.OVERTAKEN : Outcome.DOES_NOT_FOLLOW;
    }

    /** Returns whether the published verdict does not follow: it differs from the derived one and has not been overtaken. */
    public boolean disagrees() {
      return outcome() == Outcome.DOES_NOT_FOLLOW;
    }

    private ResultComponents components() {
      return ResultComponents.of("Comparison")
          .and("review", review)
          .and("claimId", claimId)
          .and("reviewer", reviewer)
          .and("published", published)
          .and("derived", derived)
          .and("overtaken", overtaken);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Comparison that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }

    @Override
    public String toString() {
      return components().toString();
    }
  }
}
