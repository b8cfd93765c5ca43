package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.VerdictCondition;
import tools.jackson.core.JsonGenerator;

/**
 * Writes why a claim has its verdict and not another as JSON, each word in lower case:
 *
 * <pre>{@code
 * {
 *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
 *   "claim": "closed",
 *   "verdict": "supported",
 *   "other": "refuted",
 *   "conditions": [{"quantity": "against", "value": 0, "above": true, "bound": 0.5, "met": false}],
 *   "in-the-way": [{"kind": "evidence", "id": "closed/evidence/county", "fires": 1, "obstacles": []}],
 *   "falling-short": [{"kind": "evidence", "id": "closed/evidence/paper", "fires": 0, "obstacles": ["source-retracted"]}]
 * }
 * }</pre>
 *
 * <p>Where {@code above} is false the value must be at most the bound. {@link ExplanationJson} tells obstacles with all they name.
 * Lines end with a line feed, the last one too.
 */
public final class ContrastJson {

  private ContrastJson() {}

  /** Writes a contrast as text. */
  public static String write(Contrast contrast) {
    return JsonDocument.text(writer -> write(contrast, writer));
  }

  /**
   * Writes a contrast to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Contrast contrast, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", contrast.evaluation());
      json.writeStringProperty("claim", contrast.claim());
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
