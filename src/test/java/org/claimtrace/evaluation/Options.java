package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.model.PartialDate;

/** What an evaluation is asked: what reviews count for, as of when, what is supposed, and whether copies are taken for originals. */
public record Options(
    ReviewPolicy reviews,
    Optional<PartialDate> asOf,
    ImmutableMap<String, Supposition> suppositions,
    boolean ignoresDerivation) {

  static final Options DEFAULT = of(ReviewPolicy.EVIDENCE_FIRST);

  static Options of(ReviewPolicy reviews) {
    return new Options(reviews, Optional.empty(), ImmutableMap.of(), false);
  }

  Options asOf(String date) {
    return new Options(
        reviews, Optional.of(PartialDate.parse(date)), suppositions, ignoresDerivation);
  }

  Options suppose(Map<String, Supposition> supposed) {
    return new Options(reviews, asOf, ImmutableMap.copyOf(supposed), ignoresDerivation);
  }

  Options ignoringDerivation(boolean ignored) {
    return new Options(reviews, asOf, suppositions, ignored);
  }

  /** An evaluator by logic alone. */
  public Evaluator evaluator() {
    return numbers().byLogic(true).build();
  }

  /** Begins an evaluator that reads numbers. */
  public Evaluator.Builder numbers() {
    Evaluator.Builder builder =
        Evaluator.builder().reviews(reviews).ignoresDerivation(ignoresDerivation);
    asOf.ifPresent(builder::asOf);
    suppositions.forEach(builder::suppose);
    return builder;
  }

  /** The kinds of a compiled graph's gates in the one world of logic alone. */
  public byte[] kinds(GraphCircuit compiled) {
    return new Circumstances(reviews, asOf, suppositions, true, ignoresDerivation)
        .kinds(compiled, new Grades(compiled, ImmutableMap.of()));
  }

  @Override
  public String toString() {
    return reviews
        + asOf.map(date -> " as of " + date).orElse("")
        + (suppositions.isEmpty() ? "" : " supposing " + suppositions)
        + (ignoresDerivation ? " ignoring derivation" : "");
  }
}
