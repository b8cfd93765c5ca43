package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.Inspection;
import org.claimtrace.model.Text;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;

/** Writes the findings of an inspection as JSON. */
final class InspectionJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  private InspectionJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Inspection inspection, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(inspection.evaluation().graph()), language);
      members.begin("inspection", inspection.evaluation());
      InspectionJson all = new InspectionJson(json, members);
      all.findings("findings", inspection.findings());
      all.findings("accepted", inspection.accepted());
      members.words();
    });
  }

  /** Writes findings, those that are accepted after the others, into the current object. */
  static void findings(JsonGenerator json, List<Finding> findings, List<Finding> accepted) {
    InspectionJson all = new InspectionJson(json, new ResultMembers(json, List.of(), ""));
    all.findings("findings", findings);
    all.findings("accepted", accepted);
  }

  private void findings(String name, List<Finding> findings) {
    json.writeArrayPropertyStart(name);
    for (Finding finding : findings) {
      Cancellation.check();
      json.writeStartObject();
      finding(finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(Finding finding) {
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("severity", finding.severity().toString());
    members.elements("elements", finding.elements());
    finding.place().ifPresent(place -> {
      json.writeObjectPropertyStart("place");
      ProblemsJson.place(json, place);
      json.writeEndObject();
    });
    text("message", finding.message());
    text("remedy", finding.remedy());
    if (!finding.related().isEmpty()) {
      json.writeArrayPropertyStart("related");
      finding.related().asMap().forEach((name, elements) -> {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        members.elements("elements", elements);
        json.writeEndObject();
      });
      json.writeEndArray();
    }
    if (!finding.numbers().isEmpty()) {
      json.writeArrayPropertyStart("numbers");
      finding.numbers().forEach((name, number) -> {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        if (number == Math.rint(number)) {
          json.writeNumberProperty("value", number.longValue());
        } else {
          members.number("value", number);
        }
        json.writeEndObject();
      });
      json.writeEndArray();
    }
    if (!finding.words().isEmpty()) {
      json.writeArrayPropertyStart("words");
      finding.words().forEach((name, words) -> {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", words);
        json.writeEndObject();
      });
      json.writeEndArray();
    }
    json.writeStringProperty("fingerprint", finding.fingerprint());
    finding.acceptance().ifPresent(acceptance -> text("because", acceptance.because()));
  }

  private void text(String name, Text text) {
    json.writeObjectPropertyStart(name);
    text.byTag().forEach(json::writeStringProperty);
    json.writeEndObject();
  }
}
