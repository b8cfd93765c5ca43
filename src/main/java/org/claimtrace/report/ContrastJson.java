package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Contrast.VerdictCondition;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.work.ShortNumber;
import tools.jackson.core.JsonGenerator;

/** Writes a contrast as JSON. */
final class ContrastJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  private ContrastJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Contrast contrast, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(contrast.evaluation().graph()), language);
      new ContrastJson(json, members).write(contrast);
      members.words();
    });
  }

  private void write(Contrast contrast) {
    members.begin("contrast", contrast.evaluation());
    members.claim("claim", contrast.claimId());
    json.writeStringProperty("verdict", contrast.verdict().toString());
    json.writeStringProperty("other", contrast.other().toString());
    json.writeArrayPropertyStart("conditions");
    for (VerdictCondition condition : contrast.conditions()) {
      boolean isRounded = RoundedBelief.keepsOrder(condition.value(), condition.bound());
      json.writeStartObject();
      json.writeStringProperty("quantity", condition.quantity().toString());
      ResultMembers.exactNumber(
          json, "value", isRounded ? ShortNumber.of(condition.value()) : condition.value());
      json.writeBooleanProperty("above", condition.isAbove());
      ResultMembers.exactNumber(
          json, "bound", isRounded ? ShortNumber.of(condition.bound()) : condition.bound());
      json.writeBooleanProperty("met", condition.isMet());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (contrast.isPreceded()) {
      json.writeStringProperty("precededBy", contrast.verdict().toString());
    }
    lines("inTheWay", contrast.inTheWay());
    lines("fallingShort", contrast.fallingShort());
  }

  private void lines(String name, List<LineReport> lines) {
    json.writeArrayPropertyStart(name);
    for (LineReport line : lines) {
      json.writeStartObject();
      members.element(line.element());
      members.number("fires", line.chance().yes());
      members.number("undecided", line.chance().undecided());
      members.strings(
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
