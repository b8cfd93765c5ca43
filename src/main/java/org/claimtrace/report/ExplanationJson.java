package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Writer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Requirement;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.Element;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;

/** Writes explanations as JSON, in the format of {@link ResultJson#write(Explanations, Writer)}. */
final class ExplanationJson {

  private final JsonGenerator json;
  private final IdentityHashMap<ImmutableList<Element>, Element> lineByLoop =
      new IdentityHashMap<>();

  private ExplanationJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Explanation explanation, Writer writer) throws IOException {
    write(
        explanation.evaluation(),
        ImmutableMap.of(explanation.claimId(), explanation.accounts()),
        writer);
  }

  static void write(Explanations explanations, Writer writer) throws IOException {
    write(explanations.evaluation(), explanations.accountsOnce(), writer);
  }

  private static void write(
      Evaluation evaluation, Map<String, ImmutableList<Account>> accountsByClaim, Writer writer)
      throws IOException {
    JsonDocument.write(
        writer, json -> new ExplanationJson(json).write(evaluation, accountsByClaim));
  }

  private void write(Evaluation evaluation, Map<String, ImmutableList<Account>> accountsByClaim) {
    json.writeStringProperty("graph", evaluation.graph().id());
    json.writeStringProperty("method", evaluation.method().toString());
    if (evaluation.method() == Method.SAMPLED) {
      json.writeNumberProperty("worlds", evaluation.worlds().orElseThrow());
    }
    json.writeStringProperty("standard", evaluation.standard().toString());
    json.writeArrayPropertyStart("explanations");
    accountsByClaim.forEach((claim, accounts) -> {
      json.writeStartObject();
      json.writeStringProperty("claim", claim);
      json.writeArrayPropertyStart("accounts");
      accounts.forEach(account -> account(evaluation, account));
      json.writeEndArray();
      json.writeEndObject();
    });
    json.writeEndArray();
  }

  private void account(Evaluation evaluation, Account account) {
    Cancellation.check();
    Belief belief = account.belief();
    json.writeStartObject();
    json.writeStringProperty("claim", account.claimId());
    json.writeStringProperty("verdict", account.verdict().toString());
    JsonMembers.belief(json, belief);
    if (account.isClose()) {
      json.writeBooleanProperty("close", true);
      json.writeArrayPropertyStart("closeCalls");
      account.closeCalls().forEach(call -> closeCall(json, call));
      json.writeEndArray();
    }
    JsonMembers.intervals(json, evaluation, account.claimId());
    account
        .supposed()
        .ifPresent(supposed -> json.writeStringProperty("supposed", supposed.toString()));
    account
        .shortfall()
        .ifPresent(shortfall -> json.writeStringProperty("shortfall", shortfall.toString()));
    json.writeStringProperty("diagnosis", account.diagnosis().toString());
    lines("supporting", account.supporting());
    lines("refuting", account.refuting());
    lines("qualifying", account.qualifying());
    json.writeArrayPropertyStart("reviews");
    for (Comparison comparison : account.reviews()) {
      json.writeStartObject();
      json.writeStringProperty("id", comparison.review().id());
      json.writeStringProperty("reviewer", comparison.reviewer());
      json.writeStringProperty("published", comparison.published().toString());
      comparison
          .derived()
          .ifPresent(derived -> json.writeStringProperty("derived", derived.toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void closeCall(JsonGenerator json, CloseCall call) {
    json.writeStartObject();
    json.writeStringProperty("quantity", call.quantity().toString());
    JsonMembers.number(json, "value", call.value());
    JsonMembers.number(json, "from", call.interval().low());
    JsonMembers.number(json, "to", call.interval().high());
    JsonMembers.number(json, "threshold", call.threshold());
    json.writeStringProperty("otherwise", call.otherwise().toString());
    json.writeEndObject();
  }

  private void lines(String name, List<LineReport> lines) {
    json.writeArrayPropertyStart(name);
    for (LineReport line : lines) {
      json.writeStartObject();
      JsonMembers.element(json, line.element());
      json.writeBooleanProperty("holds", line.holds());
      JsonMembers.number(json, "fires", line.chance().yes());
      JsonMembers.number(json, "undecided", line.chance().undecided());
      json.writeStringProperty("diagnosis", line.diagnosis().toString());
      readings(line);
      json.writeArrayPropertyStart("obstacles");
      line.obstacles().forEach(obstacle -> obstacle(obstacle, line.element()));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void readings(LineReport line) {
    json.writeArrayPropertyStart("readings");
    int sources = 0;
    for (Reading reading : line.readings()) {
      if (!isOneOfMany(reading) || sources++ < ResultJson.MOST_SOURCES) {
        json.writeStartObject();
        json.writeStringProperty("role", reading.role().toString());
        JsonMembers.element(json, reading.element());
        JsonMembers.number(json, "met", reading.met().yes());
        JsonMembers.number(json, "undecided", reading.met().undecided());
        reading
            .verdict()
            .ifPresent(verdict -> json.writeStringProperty("verdict", verdict.toString()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (sources > ResultJson.MOST_SOURCES) {
      json.writeNumberProperty("moreReadings", sources - ResultJson.MOST_SOURCES);
    }
  }

  /** Returns whether a line may have any number of readings in this role without naming them itself, because its source does. */
  private static boolean isOneOfMany(Reading reading) {
    return reading.role() == Requirement.Role.RELAY || reading.role() == Requirement.Role.ORIGIN;
  }

  /** Writes an obstacle of a line; for a long loop that is written already, it refers to the line at which that is. */
  private void obstacle(Obstacle obstacle, Element line) {
    Element before = obstacle.loop().size() > ResultJson.LONG_LOOP
        ? lineByLoop.putIfAbsent(obstacle.loop(), line)
        : null;
    json.writeStartObject();
    head(json, obstacle);
    if (before == null) {
      loop(json, obstacle);
    } else {
      json.writeObjectPropertyStart("loopOf");
      JsonMembers.element(json, before);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes an obstacle whole. */
  static void obstacle(JsonGenerator json, Obstacle obstacle) {
    json.writeStartObject();
    head(json, obstacle);
    loop(json, obstacle);
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, Obstacle obstacle) {
    json.writeStringProperty("kind", obstacle.kind().toString());
    if (obstacle.cost() < 1) {
      JsonMembers.number(json, "cost", obstacle.cost());
    }
    json.writeArrayPropertyStart("by");
    int sources = 0;
    for (Reading reading : obstacle.readings()) {
      if (reading.element().kind() != Element.Kind.SOURCE || sources++ < ResultJson.MOST_SOURCES) {
        json.writeStartObject();
        json.writeStringProperty("role", reading.role().toString());
        JsonMembers.element(json, reading.element());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (sources > ResultJson.MOST_SOURCES) {
      json.writeNumberProperty("more", sources - ResultJson.MOST_SOURCES);
    }
  }

  private static void loop(JsonGenerator json, Obstacle obstacle) {
    if (!obstacle.loop().isEmpty()) {
      json.writeArrayPropertyStart("loop");
      for (Element element : obstacle.loop()) {
        json.writeStartObject();
        JsonMembers.element(json, element);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
