package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.change.History;
import org.claimtrace.change.History.Moment;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import tools.jackson.core.JsonGenerator;

/** Writes the history of a verdict as JSON, in the format of {@link ResultJson#write(History, Writer)}. */
final class HistoryJson {

  private HistoryJson() {}

  static void write(History history, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", history.evaluation());
      json.writeStringProperty("claim", history.claimId());
      json.writeArrayPropertyStart("moments");
      history.moments().forEach(moment -> moment(json, moment));
      json.writeEndArray();
      if (!history.leftOut().isEmpty()) {
        JsonMembers.ids(
            json,
            "left-out",
            history.leftOut().stream().map(PartialDate::toString).toList());
      }
    });
  }

  private static void moment(JsonGenerator json, Moment moment) {
    json.writeStartObject();
    moment.from().ifPresent(from -> json.writeStringProperty("from", from.toString()));
    ChangesJson.verdict(json, "is", moment.verdict().toString(), moment.belief());
    json.writeArrayPropertyStart("begins");
    for (Element line : moment.begins()) {
      json.writeStartObject();
      JsonMembers.element(json, line);
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonMembers.ids(json, "retracted", moment.retracted());
    moment.change().ifPresent(change -> {
      json.writeName("change");
      ChangesJson.change(json, change);
    });
    json.writeEndObject();
  }
}
