package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.report.ResultJson.ListedLines;
import tools.jackson.core.JsonGenerator;

/** Writes the lines of claims as JSON. */
final class LinesJson {

  private LinesJson() {}

  static void write(ListedLines lines, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "lines");
      json.writeStringProperty("graph", lines.graph().id());
      json.writeObjectPropertyStart("claims");
      for (String claim : lines.claimIds()) {
        json.writeArrayPropertyStart(claim);
        lines.graph().lines(claim).forEach(line -> line(json, lines.graph(), line));
        json.writeEndArray();
      }
      json.writeEndObject();
    });
  }

  private static void line(JsonGenerator json, ClaimGraph graph, Element line) {
    json.writeStartObject();
    json.writeStringProperty("id", line.id());
    json.writeStringProperty("kind", line.kind().toString());
    graph.findEvidence(line.id()).ifPresent(evidence -> evidence(json, evidence));
    graph.findInference(line.id()).ifPresent(inference -> inference(json, inference));
    graph.findReview(line.id()).ifPresent(review -> review(json, review));
    json.writeEndObject();
  }

  private static void evidence(JsonGenerator json, Evidence evidence) {
    json.writeStringProperty("stance", evidence.stance().toString());
    json.writeStringProperty("source", evidence.sourceId());
  }

  private static void inference(JsonGenerator json, Inference inference) {
    json.writeStringProperty("stance", inference.stance().toString());
    json.writeArrayPropertyStart("premises");
    for (Premise premise : inference.premises()) {
      if (premise.isNegated()) {
        json.writeStartObject();
        json.writeStringProperty("not", premise.claimId());
        json.writeEndObject();
      } else {
        json.writeString(premise.claimId());
      }
    }
    json.writeEndArray();
    ids(json, "assuming", inference.assuming());
    ids(json, "unless", inference.unless());
    inference.by().ifPresent(source -> json.writeStringProperty("by", source));
  }

  private static void ids(JsonGenerator json, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      json.writeArrayPropertyStart(name);
      ids.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void review(JsonGenerator json, Review review) {
    json.writeStringProperty("source", review.reviewer());
    json.writeStringProperty("verdict", review.verdict().toString());
  }
}
