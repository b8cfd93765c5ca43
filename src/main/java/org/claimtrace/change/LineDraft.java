package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Retraction;
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
  private Optional<ImmutableList<String>> origins;
  private Optional<PartialDate> withdrawn;
  private Optional<Verdict> verdict;
  private Optional<PartialDate> date = Optional.empty();

  // Values set by differences; empty for those of the line itself.
  private Optional<String> source = Optional.empty();
  private Optional<Stance> stance = Optional.empty();
  private Optional<Boolean> exhibit = Optional.empty();
  private Optional<ImmutableList<Premise>> premises = Optional.empty();
  private Optional<ImmutableList<String>> assuming = Optional.empty();
  private Optional<ImmutableList<String>> unless = Optional.empty();

  LineDraft(CountedLine counted) {
    this.counted = counted;
    strength = counted.strength();
    overrides = counted.overrides();
    relays = counted.ownRelays();
    origins =
        counted.line() instanceof Evidence evidence ? evidence.derivedFrom() : Optional.empty();
    withdrawn = counted.withdrawn();
    verdict = counted.line() instanceof Review review ? review.verdict() : Optional.empty();
  }

  void source(String value) {
    source = Optional.of(value);
  }

  void stance(Stance value) {
    stance = Optional.of(value);
  }

  void verdict(Optional<Verdict> value) {
    verdict = value;
  }

  void exhibit(boolean value) {
    exhibit = Optional.of(value);
  }

  /** Sets the sources that the line itself names as its origins; without a list those of its source count. */
  void origins(Optional<ImmutableList<String>> value) {
    origins = value;
  }

  void withdrawn(Optional<PartialDate> value) {
    withdrawn = value;
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

  /**
   * Returns the id under which a line is drafted: its own, except that of a step from parts, which becomes an inference of a claim
   * without parts.
   */
  static String name(Element line, CountedLine counted) {
    return counted.isFromParts() ? line.id().replace('/', '.') : line.id();
  }

  /** Leaves out origins that are not there. */
  void keepOrigins(Predicate<String> isThere) {
    origins =
        origins.map(ids -> ids.stream().filter(isThere).collect(ImmutableList.toImmutableList()));
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
    String from = source.orElse(as.sourceId());
    boolean isExhibit = exhibit.orElse(as.isExhibit());
    ImmutableList<String> others = origins.orElse(ImmutableList.of()).stream()
        .filter(origin -> !origin.equals(from))
        .collect(ImmutableList.toImmutableList());
    // A statement that passes on nothing but itself is worth nothing.
    boolean isOfItself =
        !isExhibit && others.isEmpty() && origins.filter(ids -> !ids.isEmpty()).isPresent();
    Evidence.Builder evidence = Evidence.builder(from)
        .stance(stance.orElse(as.stance()))
        .strength(isOfItself ? Grade.of(0) : strength)
        .exhibit(isExhibit)
        .allUnless(unless.orElse(as.unless()))
        .allOverrides(overrides);
    relays.ifPresent(evidence::allVia);
    if (!isExhibit && origins.isPresent()) {
      evidence.allDerivedFrom(others);
    }
    withdrawn.ifPresent(day -> evidence.retracted(Retraction.builder().date(day)));
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
    Review.Builder review =
        Review.builder(as.reviewer()).allOverrides(isStruck ? ImmutableList.of() : overrides);
    verdict.ifPresentOrElse(
        published -> review.verdict(isStruck ? Verdict.UNVERIFIED : published),
        () -> review.label(as.label().orElse("unmapped")));
    date.ifPresent(review::date);
    return review;
  }
}
