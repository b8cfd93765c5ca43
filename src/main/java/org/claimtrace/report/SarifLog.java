package org.claimtrace.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.InspectionRule;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.problem.Place;
import org.claimtrace.report.ResultJson.CheckedFile;
import org.claimtrace.report.ResultJson.CheckedFiles;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the findings of files in the Static Analysis Results Interchange Format (SARIF 2.1.0, an OASIS Standard), by which places that
 * host files show each finding beside its line. A published verdict that does not follow is a result like any other finding, of
 * the rule {@code review-does-not-follow}, accepted or not; other findings that the authors have accepted are left out. Columns count code points, the names
 * of files are relative addresses, and every result has a line.
 *
 * <p>The same files are always written to the same bytes.
 *
 * <p>Experimental.
 */
public final class SarifLog {

  /** The most results of one run; more are written as further runs of the same log. */
  public static final int MOST_RESULTS = 25_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String UNESCAPED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";

  private static final String HEX = "0123456789ABCDEF";

  private final JsonGenerator json;
  private final String language;
  private final Sentences say;
  private final ImmutableList<InspectionRule> rules;
  private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();

  private SarifLog(JsonGenerator json, Inspector inspector, String language) {
    this.json = json;
    this.language = language;
    say = Sentences.of(Language.of(language));
    rules = inspector.rules();
    for (InspectionRule rule : rules) {
      ruleIndex.put(rule.code(), ruleIndex.size());
    }
  }

  /**
   * Writes the findings of files; flushes the writer and leaves it open.
   *
   * @param files the files, whose names are relative to the folder of the repository, with slashes
   * @param inspector the inspector that found them, whose rules are listed
   * @param language the tag of the language of rules and messages
   * @throws IOException if the writer throws it
   */
  public static void write(CheckedFiles files, Inspector inspector, String language, Writer writer)
      throws IOException {
    requireNonNull(files, "files");
    requireNonNull(inspector, "inspector");
    requireNonNull(language, "language");
    requireNonNull(writer, "writer");
    JsonDocument.write(
        writer, json -> new SarifLog(json, inspector, language).write(located(files)));
  }

  private record Result(String file, Finding finding) {}

  private static List<Result> located(CheckedFiles files) {
    List<Result> results = new ArrayList<>();
    for (CheckedFile file : files.files()) {
      file.shown().forEach(finding -> results.add(new Result(file.file(), finding)));
    }
    return results;
  }

  private void write(List<Result> results) {
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    List<List<Result>> runs =
        results.isEmpty() ? List.of(List.of()) : Lists.partition(results, MOST_RESULTS);
    for (int i = 0; i < runs.size(); i++) {
      run(i + 1, runs.get(i));
    }
    json.writeEndArray();
  }

  private void run(int number, List<Result> results) {
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "claimtrace");
    Optional.ofNullable(SarifLog.class.getPackage().getImplementationVersion())
        .ifPresent(version -> json.writeStringProperty("version", version));
    json.writeArrayPropertyStart("rules");
    rules.forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    // Runs that are uploaded together are told apart by it.
    json.writeObjectPropertyStart("automationDetails");
    json.writeStringProperty("id", "claimtrace/" + number);
    json.writeEndObject();
    json.writeStringProperty("language", Language.of(language).tag());
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
    results.forEach(this::result);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rule(InspectionRule rule) {
    String description = rule.description().in(language).words();
    String reason = rule.reason().in(language).words();
    json.writeStartObject();
    json.writeStringProperty("id", rule.code());
    message("shortDescription", description);
    message("fullDescription", together(description, reason));
    message("help", reason);
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", rule.severity().toString());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Result result) {
    Cancellation.check();
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.code());
    Integer index = ruleIndex.get(finding.code());
    if (index != null) {
      json.writeNumberProperty("ruleIndex", index);
    }
    json.writeStringProperty("level", finding.severity().toString());
    message("message", together(finding.message(language), finding.remedy(language)));
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(result.file()));
    json.writeEndObject();
    region(finding.place());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("claimtraceFinding/v1", finding.fingerprint());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes the region of a place; what has none is shown at the first line. */
  private void region(Optional<Place> place) {
    json.writeObjectPropertyStart("region");
    Optional<Place.Position> begin = place.flatMap(Place::position);
    json.writeNumberProperty("startLine", begin.map(Place.Position::line).orElse(1));
    json.writeNumberProperty("startColumn", begin.map(Place.Position::column).orElse(1));
    place.flatMap(Place::end).ifPresent(end -> {
      json.writeNumberProperty("endLine", end.line());
      json.writeNumberProperty("endColumn", end.column());
    });
    json.writeEndObject();
  }

  private void message(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private String together(String first, String second) {
    return say.list(Sentence.SENTENCE_SEPARATOR, List.of(first, second));
  }

  /** Returns the name of a file as an address: what an address may not hold is percent-encoded, in UTF-8. */
  private static String uri(String name) {
    StringBuilder uri = new StringBuilder(name.startsWith("/") ? "file://" : "");
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      if (UNESCAPED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return uri.toString();
  }
}
