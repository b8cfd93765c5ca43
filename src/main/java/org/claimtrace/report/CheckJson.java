package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.report.ResultJson.CheckedFile;
import tools.jackson.core.JsonGenerator;

/** Writes the results of checking published verdicts as JSON, in the format of {@link ResultJson#writeChecks}. */
final class CheckJson {

  private CheckJson() {}

  static void write(List<CheckedFile> files, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeArrayPropertyStart("files");
      for (CheckedFile file : files) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeStringProperty("graph", file.graph());
        json.writeArrayPropertyStart("reviews");
        for (Comparison comparison : file.comparisons()) {
          review(json, comparison, file.leftOut().contains(comparison.claimId()));
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void review(JsonGenerator json, Comparison comparison, boolean isLeftOut) {
    json.writeStartObject();
    json.writeStringProperty("claim", comparison.claimId());
    json.writeStringProperty("id", comparison.review().id());
    json.writeStringProperty("reviewer", comparison.reviewer());
    json.writeStringProperty("published", comparison.published().toString());
    comparison
        .derived()
        .ifPresent(derived -> json.writeStringProperty("derived", derived.toString()));
    json.writeBooleanProperty("disagrees", comparison.disagrees());
    if (isLeftOut) {
      json.writeBooleanProperty("leftOut", true);
    }
    json.writeEndObject();
  }
}
