package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.report.ResultJson.CheckedFile;
import org.claimtrace.report.ResultJson.CheckedFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds logs to what the standard requires of them, and to what places that host code require beyond it. */
class SarifLogTest {

  private static final String GRAPH = """
      {"id": "g", "title": "T", "accepted": [{"finding": "unused-source", "at": "y", "because": "Read next"}],
       "claims": {"c": {"text": "满座", "evidence": ["z", "a"], "reviews": {"x": "refuted"}}},
       "sources": {"x": "Checkers", "y": "Unread", "z": "Witness", "a": {"title": "晚报", "derivedFrom": ["b"]},
         "b": {"title": "Paper B", "derivedFrom": ["a"]}}}
      """;

  private static CheckedFile checked(String name, String json) {
    ClaimDocument document = ClaimJson.readDocument(json, name);
    Evaluation evaluation = Evaluator.builder().build().evaluate(document.graph());
    return CheckedFile.of(
        name, ReviewCheck.of(evaluation), Inspector.usual().inspect(evaluation, document));
  }

  private static JsonNode log(List<CheckedFile> files, String language) throws IOException {
    StringWriter writer = new StringWriter();
    SarifLog.write(
        new CheckedFiles(ImmutableList.copyOf(files)), Inspector.usual(), language, writer);
    return JsonMapper.shared().readTree(writer.toString());
  }

  private static List<String> members(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  @Nested
  class ALog {
    private final JsonNode log;

    ALog() throws IOException {
      log = log(List.of(checked("claims/a b/满:座%.json", GRAPH), checked("b.json", GRAPH)), "en");
    }

    @Test
    void isOfTheVersionOfTheStandard() {
      assertThat(members(log)).containsExactly("$schema", "version", "runs");
      assertThat(log.get("version").asString()).isEqualTo("2.1.0");
      assertThat(log.get("runs")).hasSize(1);
      JsonNode run = log.get("runs").get(0);
      assertThat(members(run))
          .containsExactly("tool", "automationDetails", "language", "columnKind", "results");
      assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
      assertThat(run.get("language").asString()).matches("[a-z]{2}(-[A-Z]{2})?").isEqualTo("en");
    }

    @Test
    void describesEveryRuleOnce() {
      JsonNode driver = log.get("runs").get(0).get("tool").get("driver");
      assertThat(driver.get("name").asString()).isEqualTo("claimtrace");
      Set<String> ids = new HashSet<>();
      for (JsonNode rule : driver.get("rules")) {
        assertThat(members(rule))
            .containsExactly(
                "id", "shortDescription", "fullDescription", "help", "defaultConfiguration");
        assertThat(ids.add(rule.get("id").asString())).isTrue();
        for (String text : List.of("shortDescription", "fullDescription", "help")) {
          assertThat(members(rule.get(text))).containsExactly("text");
          assertThat(rule.get(text).get("text").asString()).endsWith(".");
        }
        assertThat(rule.get("fullDescription").get("text").asString())
            .isEqualTo(rule.get("shortDescription").get("text").asString() + " "
                + rule.get("help").get("text").asString());
        assertThat(rule.get("defaultConfiguration").get("level").asString())
            .isIn("error", "warning", "note");
      }
      assertThat(ids).hasSize(Inspector.usual().rules().size());
    }

    @Test
    void hasAResultForEachFindingThatIsNotAcceptedAndEachVerdictThatDoesNotFollow() {
      List<String> results = new ArrayList<>();
      JsonNode run = log.get("runs").get(0);
      for (JsonNode result : run.get("results")) {
        assertThat(members(result))
            .containsExactly(
                "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints");
        String rule = result.get("ruleId").asString();
        assertThat(run.get("tool")
                .get("driver")
                .get("rules")
                .get(result.get("ruleIndex").asInt())
                .get("id")
                .asString())
            .isEqualTo(rule);
        assertThat(result.get("message").get("text").asString()).endsWith(".");
        assertThat(result.get("partialFingerprints").get("claimtraceFinding/v1").asString())
            .matches("[0-9a-f]{64}");
        assertThat(result.get("locations")).hasSize(1);
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        URI uri = URI.create(place.get("artifactLocation").get("uri").asString());
        assertThat(uri.isAbsolute()).isFalse();
        JsonNode region = place.get("region");
        results.add(uri + " " + uri.getPath() + " " + region.get("startLine") + ":"
            + region.get("startColumn") + "-" + region.get("endLine") + ":"
            + region.get("endColumn") + " " + result.get("level").asString() + " " + rule);
      }
      String first = "claims/a%20b/%E6%BB%A1%3A%E5%BA%A7%25.json claims/a b/满:座%.json ";
      assertThat(results)
          .containsExactly(
              first + "2:69-2:83 error review-does-not-follow",
              first + "3:62-3:104 error circular-sourcing",
              "b.json b.json 2:69-2:83 error review-does-not-follow",
              "b.json b.json 3:62-3:104 error circular-sourcing");
    }
  }

  @Test
  void showsAVerdictThatDoesNotFollowAlsoIfThatIsAccepted() throws IOException {
    String accepting = GRAPH.replace(
        "[{\"finding\"",
        "[{\"finding\": \"review-does-not-follow\", \"at\": \"c\", \"because\": \"Known\"}, {\"finding\"");
    List<String> rules = new ArrayList<>();
    log(List.of(checked("g.json", accepting)), "en")
        .get("runs")
        .get(0)
        .get("results")
        .forEach(result -> rules.add(result.get("ruleId").asString()));
    assertThat(rules).containsExactly("circular-sourcing", "review-does-not-follow");
  }

  @Test
  void speaksChinese() throws IOException {
    JsonNode run = log(List.of(checked("g.json", GRAPH)), "zh").get("runs").get(0);
    assertThat(run.get("language").asString()).isEqualTo("zh");
    assertThat(run.get("results").get(1).get("message").get("text").asString())
        .isEqualTo("这些来源互相转述，绕成一圈：“晚报（en）” → “Paper B（en）” → “晚报（en）”。圈外没有任何出处，因此凡是它们转述的内容都不算数。"
            + "查清其中哪一家最先说、又是从哪里得来的，然后去掉它的“derivedFrom”，或写上真正的出处。");
  }

  @Test
  void hasOneRunWithoutResultsIfThereAreNoFindings() throws IOException {
    JsonNode runs = log(List.of(), "en").get("runs");
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).get("results")).isEmpty();
  }

  @Test
  void isSplitIntoRunsOfSoManyResults() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (int i = 0; i <= SarifLog.MOST_RESULTS; i++) {
      sources.append(i == 0 ? "" : ", ").append("\"s").append(i).append("\": \"S\"");
    }
    String graph =
        "{\"id\": \"g\", \"title\": \"T\", \"claims\": {}, \"sources\": {" + sources + "}}";
    JsonNode runs = log(List.of(checked("g.json", graph)), "en").get("runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).get("results")).hasSize(25_000);
    assertThat(runs.get(1).get("results")).hasSize(1);
    assertThat(runs.get(0).get("automationDetails").get("id").asString()).isEqualTo("claimtrace/1");
    assertThat(runs.get(1).get("automationDetails").get("id").asString()).isEqualTo("claimtrace/2");
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(log(List.of(checked("g.json", GRAPH)), "en"))
        .isEqualTo(log(List.of(checked("g.json", GRAPH)), "en"));
  }
}
