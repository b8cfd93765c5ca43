package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.explanation.Chain;
import org.claimtrace.explanation.Chains;
import tools.jackson.core.JsonGenerator;

/** Writes chains as JSON, in the format of {@link ResultJson#write(Chains.Best, Writer)}. */
final class ChainJson {

  private ChainJson() {}

  static void write(Chains.Best best, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeStringProperty("graph", best.evaluation().graph().id());
      json.writeStringProperty("method", best.evaluation().method().toString());
      json.writeStringProperty("standard", best.evaluation().standard().toString());
      json.writeStringProperty("claim", best.claimId());
      json.writeStringProperty(
          "verdict", best.evaluation().verdict(best.claimId()).toString());
      best.asserter().ifPresent(source -> json.writeStringProperty("by", source));
      if (best.method() != best.evaluation().method()) {
        json.writeStringProperty("chances", best.method().toString());
      }
      json.writeArrayPropertyStart("chains");
      best.chains().forEach(chain -> chain(json, chain));
      json.writeEndArray();
      json.writeBooleanProperty("complete", best.isComplete());
      best.leftOut().ifPresent(reason -> json.writeStringProperty("leftOut", reason.toString()));
      json.writeBooleanProperty("inOrder", best.isInOrder());
    });
  }

  private static void chain(JsonGenerator json, Chain chain) {
    json.writeStartObject();
    json.writeStringProperty("stance", chain.stance().toString());
    JsonMembers.number(json, "chance", chain.chance());
    json.writeBooleanProperty("holds", chain.holds());
    json.writeStringProperty("end", chain.end().toString());
    json.writeArrayPropertyStart("steps");
    for (Chain.Step step : chain.steps()) {
      json.writeStartObject();
      JsonMembers.element(json, step.element());
      step.claimId().ifPresent(claim -> json.writeStringProperty("claim", claim));
      step.by().ifPresent(source -> json.writeStringProperty("by", source));
      step.next().ifPresent(claim -> json.writeStringProperty("next", claim));
      if (step.isNextNegated()) {
        json.writeBooleanProperty("negated", true);
      }
      JsonMembers.number(json, "chance", step.chance());
      JsonMembers.number(json, "carried", step.carried());
      JsonMembers.number(json, "link", step.link());
      json.writeEndObject();
    }
    json.writeEndArray();
    chain.weakest().ifPresent(step -> json.writeNumberProperty("weakest", step));
    chain.firstBreak().ifPresent(where -> {
      json.writeObjectPropertyStart("break");
      json.writeNumberProperty("step", where.step());
      json.writeArrayPropertyStart("obstacles");
      where.obstacles().forEach(obstacle -> ExplanationJson.obstacle(json, obstacle));
      json.writeEndArray();
      json.writeEndObject();
    });
    json.writeEndObject();
  }
}
