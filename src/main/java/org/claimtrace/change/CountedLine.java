package org.claimtrace.change;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;

/**
 * A line with the values that count in an evaluation.
 *
 * @param line the line as the document has it
 * @param strength the grade of a scenario or, without one, that of the document; for a review and for a step from parts 0 if a
 *     scenario removed it, otherwise 1
 * @param begin the date from which it exists, if it has one
 * @param end for a review, the date from which a later one of its reviewer takes its place, if there is one
 * @param withdrawn for a piece of evidence, the date of its withdrawal, if it is withdrawn
 * @param overrides the ids of the lines that it overrides
 */
record CountedLine(
    Line line,
    Grade strength,
    Optional<PartialDate> begin,
    Optional<PartialDate> end,
    Optional<PartialDate> withdrawn,
    ImmutableList<String> overrides) {

  /** Returns the id of the source that must be right, if the line has one. */
  Optional<String> source() {
    if (line instanceof Evidence evidence) {
      return Optional.of(evidence.sourceId());
    }
    return line instanceof Review review ? Optional.of(review.reviewer()) : Optional.empty();
  }

  /** Returns whether it is a step from the parts of its claim. */
  boolean isFromParts() {
    return line instanceof Inference inference && inference.isFromParts();
  }

  /** Returns whether it is a review that nobody has mapped to a verdict, so that it counts for nothing. */
  boolean isUnmappedReview() {
    return line instanceof Review review && review.verdict().isEmpty();
  }

  /** Returns the sources that the line itself names as its origins; empty if it names none, so that those of its source count. */
  Optional<ImmutableList<String>> ownOrigins() {
    return line instanceof Evidence evidence && !evidence.isExhibit()
        ? evidence.derivedFrom()
        : Optional.empty();
  }

  /** Returns the sources that the line reads, each in its role; relays aside. */
  ImmutableList<Dependency> sources() {
    if (source().isEmpty()) {
      return ImmutableList.of();
    }
    String source = source().get();
    if (line instanceof Evidence evidence && evidence.isExhibit()) {
      return ImmutableList.of(Dependency.showing(source));
    }
    return ownOrigins().isPresent()
        ? ImmutableList.<Dependency>builder()
            .add(Dependency.showing(source), Dependency.relaying(source))
            .addAll(Iterables.transform(ownOrigins().get(), Dependency::asserting))
            .build()
        : ImmutableList.of(Dependency.asserting(source));
  }

  /**
   * Returns the sources that the line reads if some of its values are those of the other side: all that a piece of evidence
   * reads if it is an exhibit on one side only, or only on one side names its origins itself.
   */
  ImmutableList<Dependency> sourcesMixedWith(CountedLine other) {
    if (!(line instanceof Evidence one && other.line instanceof Evidence two)) {
      return ImmutableList.of();
    }
    boolean isExhibit = one.isExhibit();
    if (isExhibit == two.isExhibit()
        && (isExhibit || one.derivedFrom().isPresent() == two.derivedFrom().isPresent())) {
      return ImmutableList.of();
    }
    return Stream.of(one, two)
        .flatMap(each -> Stream.concat(
            Stream.of(Dependency.showing(each.sourceId()), Dependency.asserting(each.sourceId())),
            each.derivedFrom().stream().flatMap(List::stream).map(Dependency::asserting)))
        .collect(toImmutableList());
  }

  /** Returns the relays that the line itself names; empty if it names none, so that those of its source count. */
  Optional<ImmutableList<String>> ownRelays() {
    return line instanceof Evidence evidence ? evidence.via() : Optional.empty();
  }

  /** Returns the ids of the claims that the line reads: premises, assumptions and exceptions. */
  ImmutableList<String> claims() {
    if (line instanceof Evidence evidence) {
      return evidence.unless();
    }
    if (line instanceof Inference inference) {
      ImmutableList.Builder<String> claims = ImmutableList.builder();
      inference.premises().stream().map(Premise::claimId).forEach(claims::add);
      return claims.addAll(inference.assuming()).addAll(inference.unless()).build();
    }
    return ImmutableList.of();
  }
}
