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
 * A line with the values that count in an evaluation.
 *
 * @param line the line as the document has it
 * @param strength the grade of a scenario or, without one, that of the document; for a review 0 if a scenario removed it,
 *     otherwise 1
 * @param begin the date from which it exists, if it has one
 */
record CountedLine(Line line, Grade strength, Optional<PartialDate> begin) {

  /** Returns the id of the source that must be right, if the line has one. */
  Optional<String> source() {
    if (line instanceof Evidence evidence) {
      return Optional.of(evidence.sourceId());
    }
    return line instanceof Review review ? Optional.of(review.reviewer()) : Optional.empty();
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
