package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Verdict;

/**
 * A line to be built from what of it enters an evaluation.
 *
 * @param kind the kind of line
 * @param id its id, written or derived
 * @param members what it says, by kind, in the manner of {@link ComparedEvaluation.Entry}
 * @param relays its relays, unless it leaves them to its source
 * @param overrides the ids of the lines that it settles
 * @param date from when on it exists, if not always
 */
record LineParts(
    Element.Kind kind,
    String id,
    Function<Kind, ImmutableList<String>> members,
    Optional<ImmutableList<String>> relays,
    List<String> overrides,
    Optional<PartialDate> date) {

  /** Adds the line to a claim. */
  void addTo(Claim.Builder claim) {
    switch (kind) {
      case EVIDENCE -> claim.evidence(evidence());
      case INFERENCE -> claim.inference(inference());
      case REVIEW -> claim.review(review());
      case CLAIM, SOURCE -> throw new IllegalStateException(kind + " '" + id + "' is no line");
    }
  }

  private ImmutableList<String> of(Kind member) {
    return members.apply(member);
  }

  private String one(Kind member) {
    return of(member).get(0);
  }

  /** Whether the id is a written one, and not derived from where the line stands. */
  private boolean isNamed() {
    return id.indexOf('/') < 0;
  }

  private Evidence.Builder evidence() {
    Evidence.Builder evidence = Evidence.builder(one(Kind.SOURCE))
        .stance(ComparedEvaluation.stance(one(Kind.STANCE)))
        .strength(ComparedEvaluation.grade(one(Kind.STRENGTH)))
        .unless(of(Kind.UNLESS))
        .overrides(overrides);
    relays.ifPresent(evidence::via);
    date.ifPresent(evidence::date);
    return isNamed() ? evidence.id(id) : evidence;
  }

  private Inference.Builder inference() {
    Inference.Builder inference = Inference.builder()
        .premises(of(Kind.PREMISES).stream()
            .map(ComparedEvaluation::premise)
            .collect(ImmutableList.toImmutableList()))
        .stance(ComparedEvaluation.stance(one(Kind.STANCE)))
        .strength(ComparedEvaluation.grade(one(Kind.STRENGTH)))
        .assuming(of(Kind.ASSUMING))
        .unless(of(Kind.UNLESS))
        .overrides(overrides);
    date.ifPresent(inference::date);
    return isNamed() ? inference.id(id) : inference;
  }

  /** A review that is struck is there and does nothing, as one is that publishes no verdict. */
  private Review.Builder review() {
    boolean isStruck = ComparedEvaluation.grade(one(Kind.STRENGTH)).value() == 0;
    Review.Builder review = Review.builder(
            one(Kind.SOURCE),
            isStruck ? Verdict.UNVERIFIED : ComparedEvaluation.verdict(one(Kind.PUBLISHED_VERDICT)))
        .overrides(isStruck ? ImmutableList.of() : overrides);
    date.ifPresent(review::date);
    return review;
  }
}
