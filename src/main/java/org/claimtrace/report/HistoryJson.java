package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.change.History;
import org.claimtrace.change.Moment;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the history of a verdict as JSON, each word in lower case:
 *
 * <pre>{@code
 * {
 *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
 *   "claim": "closed",
 *   "moments": [
 *     {"is": {"verdict": "unverified", "supported": 0, "refuted": 0, "conflicting": 0, "unverified": 1, "qualified": 0}, "begins": [], "retracted": []},
 *     {"from": "2026-02", "is": {"verdict": "supported", …}, "begins": [{"kind": "evidence", "id": "closed/evidence/county"}], "retracted": [], "change": {…}}
 *   ]
 * }
 * }</pre>
 *
 * <p>The first moment has no {@code from}: it is how things stood before all dates. {@code change} is there where the verdict
 * differs from that of the moment before, as {@link ChangesJson} writes it. {@code left-out} is
 * there where later dates were not looked at, and has these dates. Lines end with a line feed, the last one too.
 */
public final class HistoryJson {

  private HistoryJson() {}

  /** Writes a history as text. */
  public static String write(History history) {
    return JsonDocument.text(writer -> write(history, writer));
  }

  /**
   * Writes a history to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(History history, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", history.evaluation());
      json.writeStringProperty("claim", history.claim());
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
