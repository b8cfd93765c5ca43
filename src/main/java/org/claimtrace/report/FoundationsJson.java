package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.sensitivity.Foundation;
import org.claimtrace.sensitivity.LostVerdict;
import org.claimtrace.sensitivity.SourceInfluence;

/**
 * Writes what rests on sources as JSON, those that hold up most verdicts first:
 *
 * <pre>{@code
 * {
 *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
 *   "sources": [
 *     {"id": "survey", "verdicts": 1, "falls": [{"claim": "closed", "before": "supported", "after": "unverified"}]}
 *   ]
 * }
 * }</pre>
 *
 * <p>Where a source holds up more verdicts than are to be named, {@code falls} has fewer than {@code verdicts} says. Where not every
 * source was tried, {@code untried} has the ids of the others. Lines end with a line feed, the last one too.
 */
public final class FoundationsJson {

  private FoundationsJson() {}

  /** Writes what rests on sources as text. */
  public static String write(SourceInfluence foundations) {
    return JsonDocument.text(writer -> write(foundations, writer));
  }

  /**
   * Writes what rests on sources to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(SourceInfluence foundations, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", foundations.evaluation());
      json.writeArrayPropertyStart("sources");
      for (Foundation foundation : foundations.sources()) {
        json.writeStartObject();
        json.writeStringProperty("id", foundation.source());
        json.writeNumberProperty("verdicts", foundation.verdicts());
        json.writeArrayPropertyStart("falls");
        for (LostVerdict fall : foundation.falls()) {
          json.writeStartObject();
          json.writeStringProperty("claim", fall.claim());
          json.writeStringProperty("before", fall.before().toString());
          json.writeStringProperty("after", fall.after().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!foundations.complete()) {
        JsonMembers.ids(json, "untried", foundations.untried());
      }
    });
  }
}
