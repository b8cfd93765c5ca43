package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;

/**
 * A line as it enters an evaluation.
 *
 * @param line the line as it is written
 * @param strength what it counts with: what a scenario set, else what is written; of a review 0 where it was struck, else 1
 * @param begin from when on it exists, if it has a date
 */
record CountedLine(Line line, Grade strength, Optional<PartialDate> begin) {

  /** The id of the source that must be right, if the line has one. */
  Optional<String> source() {
    if (line instanceof Evidence evidence) {
      return Optional.of(evidence.source());
    }
    return line instanceof Review review ? Optional.of(review.reviewer()) : Optional.empty();
  }

  /** The relays that are written at the line; empty where it has none and leaves them to its source, if it has one. */
  Optional<ImmutableList<String>> ownRelays() {
    return line instanceof Evidence evidence ? evidence.via() : Optional.empty();
  }

  /** The ids of the claims that the line reads: of its premises, of what it takes for granted, and of its exceptions. */
  ImmutableList<String> claims() {
    if (line instanceof Evidence evidence) {
      return evidence.unless();
    }
    if (line instanceof Inference inference) {
      ImmutableList.Builder<String> claims = ImmutableList.builder();
      inference.premises().stream().map(Premise::claim).forEach(claims::add);
      return claims.addAll(inference.assuming()).addAll(inference.unless()).build();
    }
    return ImmutableList.of();
  }
}
