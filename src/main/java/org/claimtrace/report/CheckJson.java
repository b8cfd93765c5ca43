package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.explanation.Comparison;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what came of checking published verdicts as JSON:
 *
 * <pre>{@code
 * {
 *   "files": [
 *     {
 *       "file": "claims/moon.json",
 *       "graph": "moon-landing",
 *       "reviews": [
 *         {"claim": "faked", "id": "faked/reviews/checker", "reviewer": "checker", "published": "refuted", "derived": "refuted", "disagrees": false}
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code derived} is missing where there is nothing to check against, and where {@code "leftOut": true} says that deriving it
 * would have taken too much work. Files without reviews are told too. Lines end with a line
 * feed, the last one too.
 */
public final class CheckJson {

  private CheckJson() {}

  /**
   * What came of one file.
   *
   * @param file its name
   * @param graph the id of its graph
   * @param comparisons its published verdicts beside the derived ones
   * @param leftOut the ids of the claims whose published verdicts were not compared
   */
  public record Checked(
      String file,
      String graph,
      ImmutableList<Comparison> comparisons,
      ImmutableSet<String> leftOut) {}

  /**
   * Writes to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(List<Checked> files, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeArrayPropertyStart("files");
      for (Checked file : files) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeStringProperty("graph", file.graph());
        json.writeArrayPropertyStart("reviews");
        for (Comparison comparison : file.comparisons()) {
          review(json, comparison, file.leftOut().contains(comparison.claim()));
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void review(JsonGenerator json, Comparison comparison, boolean isLeftOut) {
    json.writeStartObject();
    json.writeStringProperty("claim", comparison.claim());
    json.writeStringProperty("id", comparison.review().id());
    json.writeStringProperty("reviewer", comparison.reviewer());
    json.writeStringProperty("published", comparison.published().toString());
    comparison
        .derived()
        .ifPresent(derived -> json.writeStringProperty("derived", derived.toString()));
    json.writeBooleanProperty("disagrees", comparison.disagrees());
    if (isLeftOut) {
      json.writeBooleanProperty("leftOut", true);
    }
    json.writeEndObject();
  }
}
