package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.EvaluationOptions;
import org.claimtrace.evaluation.Method;
import org.claimtrace.model.Element;
import tools.jackson.core.JsonGenerator;

/**
 * The members that say what was evaluated and how. The first ones are always there; the others only if they are not as usual.
 *
 * @param graph the id of the graph
 * @param method the method of the evaluation
 * @param worlds the number of worlds, empty for an exact evaluation
 * @param seed the seed of the worlds, empty if none were sampled
 * @param options the options of the evaluation
 * @param changes the grades that a scenario changed
 * @param liftedRetractions the sources whose retraction a scenario lifted
 * @param withoutReviews the claims whose reviews were left out
 */
record EvaluationHead(
    String graph,
    Method method,
    OptionalInt worlds,
    OptionalLong seed,
    EvaluationOptions options,
    ImmutableMap<Element, Double> changes,
    ImmutableList<String> liftedRetractions,
    ImmutableSet<String> withoutReviews) {

  static EvaluationHead of(Evaluation evaluation) {
    return new EvaluationHead(
        evaluation.graph().id(),
        evaluation.method(),
        evaluation.worlds(),
        evaluation.seed(),
        evaluation.options(),
        evaluation.changedGrades(),
        evaluation.liftedRetractions(),
        evaluation.claimsWithoutReviews());
  }

  /** Writes the members into the current object. */
  void write(JsonGenerator json) {
    json.writeStringProperty("graph", graph);
    json.writeStringProperty("method", method.toString());
    worlds.ifPresent(number -> json.writeNumberProperty("worlds", number));
    seed.ifPresent(number -> json.writeNumberProperty("seed", number));
    json.writeStringProperty("standard", options.standard().toString());
    json.writeStringProperty("reviews", options.reviewPolicy().toString());
    options.asOf().ifPresent(date -> json.writeStringProperty("asOf", date.toString()));
    if (options.isByLogic()) {
      json.writeBooleanProperty("byLogic", true);
    }
    if (options.ignoresDerivation()) {
      json.writeBooleanProperty("ignoresDerivation", true);
    }
    if (!options.suppositions().isEmpty()) {
      json.writeObjectPropertyStart("suppositions");
      options
          .suppositions()
          .forEach((claim, supposition) -> json.writeStringProperty(claim, supposition.toString()));
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
    if (!liftedRetractions.isEmpty()) {
      json.writeArrayPropertyStart("liftedRetractions");
      liftedRetractions.forEach(json::writeString);
      json.writeEndArray();
    }
    if (!withoutReviews.isEmpty()) {
      json.writeArrayPropertyStart("withoutReviews");
      withoutReviews.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}
