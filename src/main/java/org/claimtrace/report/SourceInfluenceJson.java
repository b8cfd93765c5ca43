package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.sensitivity.SourceInfluence;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;
import tools.jackson.core.JsonGenerator;

/** Writes the influence of sources as JSON. */
final class SourceInfluenceJson {

  private SourceInfluenceJson() {}

  static void write(SourceInfluence influence, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(influence.evaluation().graph()), language);
      members.begin("source-influence", influence.evaluation());
      json.writeArrayPropertyStart("sources");
      for (Foundation foundation : influence.sources()) {
        json.writeStartObject();
        members.source("id", foundation.sourceId());
        json.writeNumberProperty("verdicts", foundation.verdicts());
        changes(json, members, "falls", foundation.falls());
        foundation.past().ifPresent(past -> {
          json.writeStringProperty("retracted", past.date().toString());
          changes(json, members, "before", past.before());
          changes(json, members, "regained", past.regained());
        });
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!influence.isComplete()) {
        members.sources("untried", influence.untriedSourceIds());
      }
      members.words();
    });
  }

  private static void changes(
      JsonGenerator json, ResultMembers members, String name, List<LostVerdict> changes) {
    json.writeArrayPropertyStart(name);
    for (LostVerdict each : changes) {
      json.writeStartObject();
      members.claim("claim", each.claimId());
      json.writeStringProperty("before", each.before().toString());
      json.writeStringProperty("after", each.after().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
