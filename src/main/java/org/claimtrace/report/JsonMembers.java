package org.claimtrace.report;

import java.util.List;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Interval;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.Method;
import org.claimtrace.model.Element;
import tools.jackson.core.JsonGenerator;

/** Writes the members that results of several kinds have in common. */
final class JsonMembers {

  private JsonMembers() {}

  /** Writes a probability, without a decimal point if it is 0 or 1. */
  static void number(JsonGenerator json, String name, double probability) {
    json.writeName(name);
    number(json, probability);
  }

  private static void number(JsonGenerator json, double probability) {
    if (probability == 0 || probability == 1) {
      json.writeNumber((int) probability);
    } else {
      json.writeNumber(probability);
    }
  }

  static void belief(JsonGenerator json, Belief belief) {
    number(json, "supported", belief.supported());
    number(json, "refuted", belief.refuted());
    number(json, "conflicting", belief.conflicting());
    number(json, "unverified", belief.unverified());
    number(json, "qualified", belief.qualified());
  }

  /** Writes the interval of each label of a claim, if the evaluation is sampled. */
  static void intervals(JsonGenerator json, Evaluation evaluation, String claim) {
    if (evaluation.method() != Method.SAMPLED) {
      return;
    }
    json.writeObjectPropertyStart("intervals");
    for (Label label : Label.values()) {
      Interval interval = evaluation.interval(claim, label);
      json.writeArrayPropertyStart(label.toString());
      number(json, interval.low());
      number(json, interval.high());
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static void element(JsonGenerator json, Element element) {
    json.writeStringProperty("kind", element.kind().toString());
    json.writeStringProperty("id", element.id());
  }

  static void ids(JsonGenerator json, String name, List<String> ids) {
    json.writeArrayPropertyStart(name);
    ids.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes the graph, the method and the options of an evaluation as an object. */
  static void evaluation(JsonGenerator json, String name, Evaluation evaluation) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("graph", evaluation.graph().id());
    json.writeStringProperty("method", evaluation.method().toString());
    json.writeStringProperty("standard", evaluation.standard().toString());
    json.writeStringProperty("reviews", evaluation.reviews().toString());
    evaluation.asOf().ifPresent(date -> json.writeStringProperty("as-of", date.toString()));
    json.writeEndObject();
  }
}
