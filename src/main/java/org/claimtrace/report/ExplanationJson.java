package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Writer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
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

/** Writes explanations as JSON. */
final class ExplanationJson {

  private final JsonGenerator json;
  private final ResultMembers members;
  private final IdentityHashMap<ImmutableList<Element>, Element> lineByLoop =
      new IdentityHashMap<>();

  private int toldWhenSaid;

  private ExplanationJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Explanation explanation, String language, Writer writer) throws IOException {
    write(
        explanation.evaluation(),
        ImmutableMap.of(explanation.claimId(), explanation.accounts()),
        0,
        language,
        writer);
  }

  static void write(Explanations explanations, String language, Writer writer) throws IOException {
    write(
        explanations.evaluation(),
        explanations.accountsOnce(),
        explanations.leftOut(),
        language,
        writer);
  }

  private static void write(
      Evaluation evaluation,
      Map<String, ImmutableList<Account>> accountsByClaim,
      int leftOut,
      String language,
      Writer writer)
      throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members = new ResultMembers(json, List.of(evaluation.graph()), language);
      new ExplanationJson(json, members).write(evaluation, accountsByClaim);
      if (leftOut > 0) {
        json.writeNumberProperty("moreClaimsCount", leftOut);
      }
      members.excerpt();
      members.words();
    });
  }

  private void write(Evaluation evaluation, Map<String, ImmutableList<Account>> accountsByClaim) {
    members.begin("explanations", evaluation);
    json.writeArrayPropertyStart("explanations");
    accountsByClaim.forEach((claim, accounts) -> {
      json.writeStartObject();
      members.claim("claim", claim);
      if (toldWhenSaid++ < Explanations.MOST_WHEN_SAID) {
        evaluation
            .judgementWhenSaid(claim)
            .filter(then -> then.verdict() != evaluation.verdict(claim))
            .ifPresent(
                then -> json.writeStringProperty("whenSaid", then.verdict().toString()));
      }
      json.writeArrayPropertyStart("accounts");
      accounts.forEach(account -> account(evaluation, account));
      json.writeEndArray();
      json.writeEndObject();
    });
    json.writeEndArray();
  }

  private void account(Evaluation evaluation, Account account) {
    Cancellation.check();
    json.writeStartObject();
    members.claim("claim", account.claimId());
    json.writeStringProperty("verdict", account.verdict().toString());
    members.belief(account.belief(), evaluation.standard());
    if (account.isClose()) {
      json.writeBooleanProperty("close", true);
      json.writeArrayPropertyStart("closeCalls");
      account.closeCalls().forEach(this::closeCall);
      json.writeEndArray();
    }
    ResultMembers.intervals(json, evaluation, account.claimId());
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
      members.source("reviewer", comparison.reviewer());
      json.writeStringProperty("published", comparison.published().toString());
      comparison
          .derived()
          .ifPresent(derived -> json.writeStringProperty("derived", derived.toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void closeCall(CloseCall call) {
    json.writeStartObject();
    json.writeStringProperty("quantity", call.quantity().toString());
    members.number("value", call.value());
    members.interval("interval", call.interval());
    members.number("threshold", call.threshold());
    json.writeStringProperty("otherwise", call.otherwise().toString());
    json.writeEndObject();
  }

  private void lines(String name, List<LineReport> lines) {
    json.writeArrayPropertyStart(name);
    for (LineReport line : lines) {
      json.writeStartObject();
      members.element(line.element());
      json.writeBooleanProperty("holds", line.holds());
      members.number("fires", line.chance().yes());
      members.number("undecided", line.chance().undecided());
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
        members.element(reading.element());
        members.number("met", reading.met().yes());
        members.number("undecided", reading.met().undecided());
        reading
            .verdict()
            .ifPresent(verdict -> json.writeStringProperty("verdict", verdict.toString()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (sources > ResultJson.MOST_SOURCES) {
      json.writeNumberProperty("moreReadingsCount", sources - ResultJson.MOST_SOURCES);
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
    head(obstacle);
    if (before == null) {
      loop(obstacle);
    } else {
      json.writeObjectPropertyStart("loopOf");
      members.element(before);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes an obstacle whole. */
  static void obstacle(JsonGenerator json, ResultMembers members, Obstacle obstacle) {
    ExplanationJson one = new ExplanationJson(json, members);
    json.writeStartObject();
    one.head(obstacle);
    one.loop(obstacle);
    json.writeEndObject();
  }

  private void head(Obstacle obstacle) {
    json.writeStringProperty("kind", obstacle.kind().toString());
    if (obstacle.cost() < 1) {
      members.number("cost", obstacle.cost());
    }
    json.writeArrayPropertyStart("by");
    int sources = 0;
    for (Reading reading : obstacle.readings()) {
      if (reading.element().kind() != Element.Kind.SOURCE || sources++ < ResultJson.MOST_SOURCES) {
        json.writeStartObject();
        json.writeStringProperty("role", reading.role().toString());
        members.element(reading.element());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (sources > ResultJson.MOST_SOURCES) {
      json.writeNumberProperty("moreCount", sources - ResultJson.MOST_SOURCES);
    }
  }

  private void loop(Obstacle obstacle) {
    if (!obstacle.loop().isEmpty()) {
      members.elements("loop", obstacle.loop());
    }
  }
}
