package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Outline.Link;
import org.claimtrace.explanation.Outline.Paragraph;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;

/** Writes outlines as JSON. */
final class OutlineJson {

  private OutlineJson() {}

  static void write(Outline outline, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers.begin(json, "outline");
      json.writeArrayPropertyStart("paragraphs");
      outline.paragraphs().forEach(paragraph -> paragraph(json, paragraph));
      json.writeEndArray();
    });
  }

  private static void paragraph(JsonGenerator json, Paragraph paragraph) {
    Cancellation.check();
    json.writeStartObject();
    json.writeStringProperty("kind", paragraph.kind().toString());
    json.writeNumberProperty("depth", paragraph.depth());
    if (paragraph.isBranch()) {
      json.writeBooleanProperty("branch", true);
    }
    paragraph.verdict().ifPresent(verdict -> {
      json.writeStringProperty("mark", paragraph.mark());
      json.writeStringProperty("verdict", verdict.toString());
    });
    json.writeStringProperty("text", paragraph.text());
    if (!paragraph.remark().isEmpty()) {
      json.writeStringProperty("remark", paragraph.remark());
    }
    paragraph.element().ifPresent(element -> {
      json.writeObjectPropertyStart("element");
      json.writeStringProperty("kind", element.kind().toString());
      json.writeStringProperty("id", element.id());
      json.writeEndObject();
    });
    if (!paragraph.links().isEmpty()) {
      json.writeArrayPropertyStart("links");
      for (Link link : paragraph.links()) {
        json.writeStartObject();
        json.writeNumberProperty("begin", link.begin());
        json.writeNumberProperty("end", link.end());
        json.writeStringProperty("url", link.url());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
