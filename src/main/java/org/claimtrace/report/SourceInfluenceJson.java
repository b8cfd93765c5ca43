package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.sensitivity.SourceInfluence;
import org.claimtrace.sensitivity.SourceInfluence.Foundation;
import org.claimtrace.sensitivity.SourceInfluence.LostVerdict;

/** Writes the influence of sources as JSON, in the format of {@link ResultJson#write(SourceInfluence, Writer)}. */
final class SourceInfluenceJson {

  private SourceInfluenceJson() {}

  static void write(SourceInfluence influence, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", influence.evaluation());
      json.writeArrayPropertyStart("sources");
      for (Foundation foundation : influence.sources()) {
        json.writeStartObject();
        json.writeStringProperty("id", foundation.sourceId());
        json.writeNumberProperty("verdicts", foundation.verdicts());
        json.writeArrayPropertyStart("falls");
        for (LostVerdict fall : foundation.falls()) {
          json.writeStartObject();
          json.writeStringProperty("claim", fall.claimId());
          json.writeStringProperty("before", fall.before().toString());
          json.writeStringProperty("after", fall.after().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!influence.isComplete()) {
        JsonMembers.ids(json, "untried", influence.untriedSourceIds());
      }
    });
  }
}
