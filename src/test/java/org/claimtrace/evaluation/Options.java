package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.model.PartialDate;

/** What an evaluation by logic alone is asked: what reviews count for, as of when, and what is supposed. */
public record Options(
    ReviewPolicy reviews,
    Optional<PartialDate> asOf,
    ImmutableMap<String, Supposition> suppositions) {

  static final Options DEFAULT = of(ReviewPolicy.EVIDENCE_FIRST);

  static Options of(ReviewPolicy reviews) {
    return new Options(reviews, Optional.empty(), ImmutableMap.of());
  }

  Options asOf(String date) {
    return new Options(reviews, Optional.of(PartialDate.parse(date)), suppositions);
  }

  Options suppose(Map<String, Supposition> supposed) {
    return new Options(reviews, asOf, ImmutableMap.copyOf(supposed));
  }

  Evaluator evaluator() {
    Evaluator.Builder builder = Evaluator.builder().byLogic(true).reviews(reviews);
    asOf.ifPresent(builder::asOf);
    suppositions.forEach(builder::suppose);
    return builder.build();
  }

  /** The kinds of a compiled graph's gates in the one world of logic alone. */
  byte[] kinds(CompiledGraph compiled) {
    return new Situation(reviews, asOf, suppositions, true, false)
        .kinds(compiled, new Grades(compiled, ImmutableMap.of()));
  }

  @Override
  public String toString() {
    return reviews
        + asOf.map(date -> " as of " + date).orElse("")
        + (suppositions.isEmpty() ? "" : " supposing " + suppositions);
  }
}
