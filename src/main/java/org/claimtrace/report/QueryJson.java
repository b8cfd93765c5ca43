package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.report.ResultJson.Found;
import org.claimtrace.report.ResultJson.SearchedFile;
import tools.jackson.core.JsonGenerator;

/** Writes the claims found in files as JSON, in the format of {@link ResultJson#writeFound}. */
final class QueryJson {

  private QueryJson() {}

  static void write(String query, List<SearchedFile> files, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeStringProperty("query", query);
      json.writeArrayPropertyStart("files");
      for (SearchedFile file : files) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeStringProperty("graph", file.graph());
        json.writeArrayPropertyStart("claims");
        file.claims().forEach(found -> claim(json, found));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void claim(JsonGenerator json, Found found) {
    Belief belief = found.judgement().belief();
    json.writeStartObject();
    json.writeStringProperty("claim", found.judgement().claimId());
    json.writeStringProperty("verdict", found.judgement().verdict().toString());
    JsonMembers.belief(json, belief);
    json.writeObjectPropertyStart("text");
    found.text().byTag().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }
}
