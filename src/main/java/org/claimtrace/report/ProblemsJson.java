package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.report.ResultJson.ValidatedFile;
import org.claimtrace.report.ResultJson.ValidatedFiles;
import tools.jackson.core.JsonGenerator;

/** Writes problems as JSON. */
final class ProblemsJson {

  private ProblemsJson() {}

  static void write(List<Problem> problems, long count, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "problems");
      problems(json, problems, count);
    });
  }

  static void write(ValidatedFiles validated, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "validated-files");
      json.writeArrayPropertyStart("files");
      for (ValidatedFile file : validated.files()) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeBooleanProperty("valid", file.count() == 0);
        problems(json, file.problems(), file.count());
        if (!file.fixed().isEmpty()) {
          json.writeArrayPropertyStart("fixed");
          file.fixed().forEach(problem -> problem(json, problem));
          json.writeEndArray();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!validated.unreadable().isEmpty()) {
        json.writeArrayPropertyStart("unreadable");
        validated.unreadable().forEach(json::writeString);
        json.writeEndArray();
      }
    });
  }

  private static void problems(JsonGenerator json, List<Problem> problems, long count) {
    json.writeNumberProperty("count", count);
    json.writeArrayPropertyStart("problems");
    problems.forEach(problem -> problem(json, problem));
    json.writeEndArray();
  }

  private static void problem(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    place(json, problem.place());
    json.writeStringProperty("code", problem.code().toString());
    json.writeStringProperty("message", problem.message());
    json.writeStringProperty("remedy", problem.remedy());
    problem.fix().ifPresent(fix -> fix(json, fix));
    json.writeEndObject();
  }

  /** Writes a fix as a JSON Patch (RFC 6902). */
  private static void fix(JsonGenerator json, Fix fix) {
    json.writeArrayPropertyStart("fix");
    for (Fix.Operation operation : fix.operations()) {
      json.writeStartObject();
      if (operation instanceof Fix.Replace replace) {
        json.writeStringProperty("op", "replace");
        json.writeStringProperty("path", replace.pointer());
        json.writeName("value");
        json.writeRawValue(replace.json());
      } else if (operation instanceof Fix.Move move) {
        json.writeStringProperty("op", "move");
        json.writeStringProperty("from", move.from());
        json.writeStringProperty("path", move.pointer());
      } else {
        json.writeStringProperty("op", "remove");
        json.writeStringProperty("path", operation.pointer());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the members of a place into the current object. */
  static void place(JsonGenerator json, Place place) {
    place.document().ifPresent(name -> json.writeStringProperty("file", name));
    place.position().ifPresent(start -> {
      json.writeNumberProperty("line", start.line());
      json.writeNumberProperty("column", start.column());
    });
    place.end().ifPresent(end -> {
      json.writeObjectPropertyStart("end");
      json.writeNumberProperty("line", end.line());
      json.writeNumberProperty("column", end.column());
      json.writeEndObject();
    });
    json.writeStringProperty("pointer", place.pointer());
  }
}
