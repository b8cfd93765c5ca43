package org.claimtrace.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import tools.jackson.core.JsonGenerator;

/**
 * The members that say what was evaluated and how. The first ones are always there; the others only if they are not as usual.
 *
 * @param graph the id of the graph
 * @param method the method of the evaluation
 * @param worlds the number of worlds, empty for an exact evaluation
 * @param seed the seed of the worlds, empty if none were sampled
 * @param standard the standard of proof
 * @param reviews the policy for published verdicts
 * @param asOf the date of the evaluation
 * @param byLogic whether grades were read as yes or no
 * @param ignoresDerivation whether sources were taken for originals
 * @param suppositions the suppositions about claims
 * @param changes the grades that a scenario changed
 * @param withoutReviews the claims whose reviews were left out
 */
record EvaluationHead(
    String graph,
    Method method,
    OptionalInt worlds,
    OptionalLong seed,
    Standard standard,
    ReviewPolicy reviews,
    Optional<PartialDate> asOf,
    boolean byLogic,
    boolean ignoresDerivation,
    ImmutableMap<String, Supposition> suppositions,
    ImmutableMap<Element, Double> changes,
    ImmutableSet<String> withoutReviews) {

  static EvaluationHead of(Evaluation evaluation) {
    return new EvaluationHead(
        evaluation.graph().id(),
        evaluation.method(),
        evaluation.worlds(),
        evaluation.seed(),
        evaluation.standard(),
        evaluation.reviews(),
        evaluation.asOf(),
        evaluation.isByLogic(),
        evaluation.ignoresDerivation(),
        evaluation.suppositions(),
        evaluation.changedGrades(),
        evaluation.claimsWithoutReviews());
  }

  /** Writes the members into the current object. */
  void write(JsonGenerator json) {
    json.writeStringProperty("graph", graph);
    json.writeStringProperty("method", method.toString());
    worlds.ifPresent(number -> json.writeNumberProperty("worlds", number));
    seed.ifPresent(number -> json.writeNumberProperty("seed", number));
    json.writeStringProperty("standard", standard.toString());
    json.writeStringProperty("reviews", reviews.toString());
    asOf.ifPresent(date -> json.writeStringProperty("asOf", date.toString()));
    if (byLogic) {
      json.writeBooleanProperty("byLogic", true);
    }
    if (ignoresDerivation) {
      json.writeBooleanProperty("ignoresDerivation", true);
    }
    if (!suppositions.isEmpty()) {
      json.writeObjectPropertyStart("suppositions");
      suppositions.forEach(
          (claim, supposition) -> json.writeStringProperty(claim, supposition.toString()));
      json.writeEndObject();
    }
    if (!changes.isEmpty()) {
      json.writeArrayPropertyStart("changes");
      changes.forEach((element, grade) -> {
        json.writeStartObject();
        json.writeStringProperty("kind", element.kind().toString());
        json.writeStringProperty("id", element.id());
        ResultMembers.exactNumber(json, "grade", grade);
        json.writeEndObject();
      });
      json.writeEndArray();
    }
    if (!withoutReviews.isEmpty()) {
      json.writeArrayPropertyStart("withoutReviews");
      withoutReviews.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}
