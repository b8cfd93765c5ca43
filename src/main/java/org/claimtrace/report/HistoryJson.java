package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.change.History;
import org.claimtrace.change.History.Moment;
import org.claimtrace.model.PartialDate;
import tools.jackson.core.JsonGenerator;

/** Writes the history of a verdict as JSON. */
final class HistoryJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  private HistoryJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(History history, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(history.evaluation().graph()), language);
      new HistoryJson(json, members).write(history);
      members.words();
    });
  }

  private void write(History history) {
    members.begin("history", history.evaluation());
    members.claim("claim", history.claimId());
    json.writeArrayPropertyStart("moments");
    history.moments().forEach(moment -> moment(history, moment));
    json.writeEndArray();
    if (!history.leftOut().isEmpty()) {
      members.strings(
          "untried", history.leftOut().stream().map(PartialDate::toString).toList());
    }
  }

  private void moment(History history, Moment moment) {
    ChangesJson changes = new ChangesJson(json, members);
    json.writeStartObject();
    moment.from().ifPresent(from -> json.writeStringProperty("from", from.toString()));
    changes.verdict("is", moment.verdict(), moment.belief(), history.evaluation());
    members.elements("begins", moment.begins());
    members.sources("retracted", moment.retracted());
    if (!moment.withdrawn().isEmpty()) {
      members.elements("withdrawn", moment.withdrawn());
    }
    moment.change().ifPresent(change -> {
      json.writeName("change");
      changes.change(change, history.evaluation(), history.evaluation());
    });
    json.writeEndObject();
  }
}
