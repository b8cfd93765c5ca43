package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Judgement;
import org.claimtrace.model.Text;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what claims were found in files as JSON:
 *
 * <pre>{@code
 * {
 *   "query": "claims that are refuted",
 *   "files": [
 *     {
 *       "file": "claims/moon.json",
 *       "graph": "moon-landing",
 *       "claims": [
 *         {"claim": "faked", "verdict": "refuted", "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0,
 *          "text": {"en": "The landing was staged"}}
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Files in which nothing was found are told too; claims stand in document order. Lines end with a line feed, the last one too.
 */
public final class QueryJson {

  private QueryJson() {}

  /**
   * What was found in one file.
   *
   * @param file its name
   * @param graph the id of its graph
   * @param claims the claims
   */
  public record Answered(String file, String graph, ImmutableList<Found> claims) {}

  /**
   * A claim that was found.
   *
   * @param judgement what the evaluation says of it
   * @param text its text
   */
  public record Found(Judgement judgement, Text text) {}

  /**
   * Writes to a writer, which is flushed and left open.
   *
   * @param query what was looked for, in words
   * @throws IOException if the writer throws it
   */
  public static void write(String query, List<Answered> files, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeStringProperty("query", query);
      json.writeArrayPropertyStart("files");
      for (Answered file : files) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeStringProperty("graph", file.graph());
        json.writeArrayPropertyStart("claims");
        file.claims().forEach(found -> claim(json, found));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void claim(JsonGenerator json, Found found) {
    Belief belief = found.judgement().belief();
    json.writeStartObject();
    json.writeStringProperty("claim", found.judgement().claim());
    json.writeStringProperty("verdict", found.judgement().verdict().toString());
    JsonMembers.belief(json, belief);
    json.writeObjectPropertyStart("text");
    found.text().byTag().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }
}
