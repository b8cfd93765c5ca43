package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.sensitivity.SourceInfluence;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;

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
        json.writeArrayPropertyStart("falls");
        for (LostVerdict fall : foundation.falls()) {
          json.writeStartObject();
          members.claim("claim", fall.claimId());
          json.writeStringProperty("before", fall.before().toString());
          json.writeStringProperty("after", fall.after().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!influence.isComplete()) {
        members.sources("untried", influence.untriedSourceIds());
      }
      members.words();
    });
  }
}
