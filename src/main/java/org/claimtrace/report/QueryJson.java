package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.query.FoundClaim;
import org.claimtrace.report.ResultJson.Found;
import org.claimtrace.report.ResultJson.SearchedFile;
import org.claimtrace.report.ResultJson.SearchedFiles;
import tools.jackson.core.JsonGenerator;

/** Writes the claims found in files as JSON. */
final class QueryJson {

  private QueryJson() {}

  static void write(SearchedFiles searched, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "searched-files");
      json.writeStringProperty("query", searched.query());
      json.writeArrayPropertyStart("files");
      for (SearchedFile file : searched.files()) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        file.head().write(json);
        json.writeArrayPropertyStart("claims");
        file.claims().forEach(found -> claim(json, found, file, language));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static void write(FoundClaim found, String language, Writer writer) throws IOException {
    Evaluation evaluation = found.evaluation();
    JsonDocument.write(writer, json -> {
      ResultMembers members = new ResultMembers(json, List.of(evaluation.graph()), language);
      members.begin("found-claim", evaluation);
      members.claim("claim", found.claimId());
      json.writeStringProperty("verdict", found.verdict().toString());
      members.belief(found.belief(), evaluation.standard());
      members.words();
    });
  }

  private static void claim(JsonGenerator json, Found found, SearchedFile file, String language) {
    Judgement judgement = found.judgement();
    json.writeStartObject();
    json.writeStringProperty("claim", judgement.claimId());
    json.writeStringProperty("verdict", judgement.verdict().toString());
    ResultMembers.belief(json, judgement.belief(), file.head().options().standard());
    if (language.isEmpty()) {
      json.writeObjectPropertyStart("text");
      found.text().byTag().forEach(json::writeStringProperty);
      json.writeEndObject();
    } else {
      ResultMembers.text(json, "text", found.text(), language, file.language());
    }
    json.writeEndObject();
  }
}
