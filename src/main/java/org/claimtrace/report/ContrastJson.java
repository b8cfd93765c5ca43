package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import tools.jackson.core.JsonGenerator;

/** Writes a contrast as JSON, in the format of {@link ResultJson#write(Contrast, Writer)}. */
final class ContrastJson {

  private ContrastJson() {}

  static void write(Contrast contrast, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", contrast.evaluation());
      json.writeStringProperty("claim", contrast.claimId());
      json.writeStringProperty("verdict", contrast.verdict().toString());
      json.writeStringProperty("other", contrast.other().toString());
      json.writeArrayPropertyStart("conditions");
      for (VerdictCondition condition : contrast.conditions()) {
        json.writeStartObject();
        json.writeStringProperty("quantity", condition.quantity().toString());
        JsonMembers.number(json, "value", condition.value());
        json.writeBooleanProperty("above", condition.isAbove());
        JsonMembers.number(json, "bound", condition.bound());
        json.writeBooleanProperty("met", condition.isMet());
        json.writeEndObject();
      }
      json.writeEndArray();
      lines(json, "in-the-way", contrast.inTheWay());
      lines(json, "falling-short", contrast.fallingShort());
    });
  }

  private static void lines(JsonGenerator json, String name, List<LineReport> lines) {
    json.writeArrayPropertyStart(name);
    for (LineReport line : lines) {
      json.writeStartObject();
      JsonMembers.element(json, line.element());
      JsonMembers.number(json, "fires", line.chance().yes());
      JsonMembers.ids(
          json,
          "obstacles",
          line.obstacles().stream()
              .map(Obstacle::kind)
              .map(Obstacle.Kind::toString)
              .toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
