package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;

/**
 * Whether published verdicts follow from the evidence: each review of a graph beside the verdict that is derived without the
 * reviews of its claim. The reviews of other claims count as the evaluator's policy says.
 */
public final class ReviewCheck {

  private final Evaluation evaluation;
  private final ImmutableList<Comparison> comparisons;

  private ReviewCheck(Evaluation evaluation) {
    this.evaluation = evaluation;
    ImmutableList.Builder<Comparison> all = ImmutableList.builder();
    Bearings bearings = new Bearings(evaluation);
    for (Claim claim : evaluation.graph().claims()) {
      if (!claim.reviews().isEmpty()) {
        all.addAll(compared(claim, bearings));
      }
    }
    comparisons = all.build();
  }

  /**
   * Evaluates a graph and compares. Takes one evaluation, and one more for each claim that is judged by its reviews and on which
   * something else bears as well.
   *
   * @throws UnknownIdException if the evaluator supposes something of a claim that the graph does not have
   * @throws CancellationException if the thread is interrupted
   */
  public static ReviewCheck of(ClaimGraph graph, Evaluator evaluator) {
    return new ReviewCheck(evaluator.evaluate(graph));
  }

  private ImmutableList<Comparison> compared(Claim claim, Bearings bearings) {
    ImmutableList<Comparison> reviews = Cone.reviews(evaluation, bearings, claim);
    if (reviews.isEmpty() || !bearings.reviewsCount(claim)) {
      return reviews;
    }
    Optional<Verdict> derived = derivedWithoutReviews(claim, bearings);
    return reviews.stream()
        .map(each ->
            new Comparison(each.review(), each.claim(), each.reviewer(), each.published(), derived))
        .collect(toImmutableList());
  }

  private Optional<Verdict> derivedWithoutReviews(Claim claim, Bearings bearings) {
    ImmutableList<Line> others = bearings.of(claim.id()).stream()
        .map(Bearings.Draft::line)
        .filter(line -> line.element().kind() != Element.Kind.REVIEW)
        .filter(line -> line.stance() != Stance.QUALIFIES)
        .collect(toImmutableList());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Evaluation without = evaluation.withoutReviewsOf(claim.id());
    boolean bears = bearings.hasGround(claim)
        || without.caseFor(claim.id()).no() < 1
        || without.caseAgainst(claim.id()).no() < 1;
    return bears ? Optional.of(without.verdict(claim.id())) : Optional.empty();
  }

  /** The evaluation with all reviews. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Every published verdict that exists, claim by claim in document order. */
  public ImmutableList<Comparison> comparisons() {
    return comparisons;
  }

  /** Those that disagree with the derived verdict. */
  public ImmutableList<Comparison> disagreements() {
    return comparisons.stream().filter(Comparison::disagrees).collect(toImmutableList());
  }

  /** What came of a comparison, in a sentence or two. */
  public String sentence(Comparison comparison, Style style) {
    return new Phrases(evaluation, style).checked(comparison);
  }

  /**
   * Why the derived verdict is what it is.
   *
   * @throws UnknownIdException if the comparison is of another graph
   * @throws CancellationException if the thread is interrupted
   */
  public Explanation explain(Comparison comparison) {
    Claim claim = evaluation.graph().claim(comparison.claim());
    boolean standsIn = new Bearings(evaluation).reviewsCount(claim);
    return Explanation.of(
        standsIn ? evaluation.withoutReviewsOf(claim.id()) : evaluation, claim.id());
  }
}
