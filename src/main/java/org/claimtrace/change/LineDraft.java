package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/**
 * A mutable draft of a line, with the values of one side until differences set others. It has only members that count in an
 * evaluation, and no date unless one is set. Not safe for use by several threads.
 */
final class LineDraft {

  private final CountedLine counted;
  private Grade strength;
  private ImmutableList<String> overrides;
  private Optional<ImmutableList<String>> relays;
  private Optional<PartialDate> date = Optional.empty();

  // Values set by differences; empty for those of the line itself.
  private Optional<String> source = Optional.empty();
  private Optional<Stance> stance = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();
  private Optional<ImmutableList<Premise>> premises = Optional.empty();
  private Optional<ImmutableList<String>> assuming = Optional.empty();
  private Optional<ImmutableList<String>> unless = Optional.empty();

  LineDraft(CountedLine counted) {
    this.counted = counted;
    strength = counted.strength();
    overrides = counted.line().overrides();
    relays = counted.ownRelays();
  }

  void source(String value) {
    source = Optional.of(value);
  }

  void stance(Stance value) {
    stance = Optional.of(value);
  }

  void verdict(Verdict value) {
    verdict = Optional.of(value);
  }

  void strength(Grade value) {
    strength = value;
  }

  void relays(ImmutableList<String> value) {
    relays = Optional.of(value);
  }

  void premises(ImmutableList<Premise> value) {
    premises = Optional.of(value);
  }

  void assuming(ImmutableList<String> value) {
    assuming = Optional.of(value);
  }

  void unless(ImmutableList<String> value) {
    unless = Optional.of(value);
  }

  void overrides(ImmutableList<String> value) {
    overrides = value;
  }

  ImmutableList<String> overrides() {
    return overrides;
  }

  void date(Optional<PartialDate> value) {
    date = value;
  }

  /**
   * Adds the line to a claim.
   *
   * @param id the id of the line, written or derived
   */
  void addTo(Claim.Builder claim, String id) {
    if (counted.line() instanceof Evidence evidence) {
      claim.evidence(evidence(evidence, id));
    } else if (counted.line() instanceof Inference inference) {
      claim.inference(inference(inference, id));
    } else if (counted.line() instanceof Review review) {
      claim.review(review(review));
    }
  }

  /** Returns whether an id is written in the document and not derived from the place of the line. */
  private static boolean isWritten(String id) {
    return id.indexOf('/') < 0;
  }

  private Evidence.Builder evidence(Evidence as, String id) {
    Evidence.Builder evidence = Evidence.builder(source.orElse(as.sourceId()))
        .stance(stance.orElse(as.stance()))
        .strength(strength)
        .allUnless(unless.orElse(as.unless()))
        .allOverrides(overrides);
    relays.ifPresent(evidence::allVia);
    date.ifPresent(evidence::date);
    return isWritten(id) ? evidence.id(id) : evidence;
  }

  private Inference.Builder inference(Inference as, String id) {
    Inference.Builder inference = Inference.builder()
        .allPremises(premises.orElse(as.premises()))
        .stance(stance.orElse(as.stance()))
        .strength(strength)
        .allAssuming(assuming.orElse(as.assuming()))
        .allUnless(unless.orElse(as.unless()))
        .allOverrides(overrides);
    date.ifPresent(inference::date);
    return isWritten(id) ? inference.id(id) : inference;
  }

  /** Returns the review; one that a scenario removed stays, but without effect, like a review that publishes no verdict. */
  private Review.Builder review(Review as) {
    boolean isStruck = strength.value() == 0;
    Review.Builder review = Review.builder(as.reviewer())
        .allOverrides(isStruck ? ImmutableList.of() : overrides);
    Optional<Verdict> published = isStruck ? Optional.of(Verdict.UNVERIFIED) : verdict.or(as::verdict);
    published.ifPresent(review::verdict);
    as.label().ifPresent(review::label);
    date.ifPresent(review::date);
    return review;
  }
}
