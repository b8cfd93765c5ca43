package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Overtaken;
import org.claimtrace.model.Element;
import org.claimtrace.report.ResultJson.CheckedFile;
import org.claimtrace.report.ResultJson.CheckedFiles;
import tools.jackson.core.JsonGenerator;

/** Writes comparisons of published verdicts with derived ones as JSON. */
final class CheckJson {

  private CheckJson() {}

  static void write(ReviewCheck check, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(check.evaluation().graph()), language);
      members.begin("review-check", check.evaluation());
      for (Comparison comparison : check.comparisons()) {
        members.name(comparison.claimId(), comparison.reviewer());
      }
      comparisons(json, check.comparisons(), check.leftOut());
      members.words();
    });
  }

  static void write(CheckedFiles checked, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "checked-files");
      json.writeArrayPropertyStart("files");
      for (CheckedFile file : checked.files()) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        file.head().write(json);
        comparisons(json, file.comparisons(), file.leftOut());
        if (file.isInspected()) {
          InspectionJson.findings(json, file.findings(), file.accepted());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void overtaken(JsonGenerator json, Overtaken overtaken) {
    json.writeObjectPropertyStart("overtaken");
    json.writeStringProperty("since", overtaken.since().toString());
    json.writeArrayPropertyStart("by");
    for (Element element : overtaken.by()) {
      json.writeStartObject();
      json.writeStringProperty("kind", element.kind().toString());
      json.writeStringProperty("id", element.id());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void comparisons(
      JsonGenerator json, ImmutableList<Comparison> comparisons, ImmutableSet<String> leftOut) {
    json.writeArrayPropertyStart("comparisons");
    for (Comparison comparison : comparisons) {
      json.writeStartObject();
      json.writeStringProperty("claim", comparison.claimId());
      json.writeStringProperty("id", comparison.review().id());
      json.writeStringProperty("reviewer", comparison.reviewer());
      json.writeStringProperty("published", comparison.published().toString());
      comparison
          .derived()
          .ifPresent(derived -> json.writeStringProperty("derived", derived.toString()));
      json.writeStringProperty("outcome", comparison.outcome().toString());
      comparison.overtaken().ifPresent(overtaken -> overtaken(json, overtaken));
      if (leftOut.contains(comparison.claimId())) {
        json.writeBooleanProperty("leftOut", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
