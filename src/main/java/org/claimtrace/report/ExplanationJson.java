package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.CloseCall;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.explanation.Account;
import org.claimtrace.explanation.Comparison;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Line;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.Reading;
import org.claimtrace.model.Element;
import tools.jackson.core.JsonGenerator;

/**
 * Writes explanations as JSON: the records of {@link Explanation}, member by member, each word in lower case.
 *
 * <pre>{@code
 * {
 *   "graph": "moon-landing",
 *   "method": "certain",
 *   "standard": "preponderance",
 *   "explanations": [
 *     {
 *       "claim": "faked",
 *       "accounts": [
 *         {
 *           "claim": "faked",
 *           "verdict": "refuted",
 *           "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0,
 *           "diagnosis": "false-premise",
 *           "supporting": [
 *             {
 *               "kind": "inference", "id": "flag-waves-so-faked", "holds": false, "fires": 0, "undecided": 0,
 *               "diagnosis": "false-premise",
 *               "readings": [{"role": "premise", "kind": "claim", "id": "flag-waves", "met": 0, "undecided": 0, "verdict": "refuted"}],
 *               "obstacles": [{"kind": "premise-refuted", "by": [{"role": "premise", "kind": "claim", "id": "flag-waves"}]}]
 *             }
 *           ],
 *           "refuting": [], "qualifying": [],
 *           "reviews": [{"id": "faked/reviews/checker", "reviewer": "checker", "published": "refuted", "derived": "refuted"}]
 *         }
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Where numbers count there is more: {@code worlds} after the method, of a sampled evaluation, and {@code intervals} of an
 * account, as in {@link EvaluationJson}; of an account whose verdict is close {@code "close": true} and {@code closeCalls}, each
 * {@code {"quantity": "for", "value": 0.5, "from": 0.5, "to": 0.5, "threshold": 0.5, "otherwise": "supported"}}; and {@code cost}
 * of an obstacle that costs less than 1.
 *
 * <p>Other members that may be missing: {@code supposed} and {@code shortfall} of an account, {@code verdict} of a reading that is no
 * claim, {@code loop} of an obstacle that is none, {@code derived} of a review that counts itself. A line of kind {@code claim} is
 * a claim that contradicts. The first account is that of the claim explained. Lines end with a line feed, the last one too.
 */
public final class ExplanationJson {

  private ExplanationJson() {}

  /** Writes one explanation as text. */
  public static String write(Explanation explanation) {
    return JsonDocument.text(
        writer -> write(explanation.evaluation(), ImmutableList.of(explanation), writer));
  }

  /**
   * Writes explanations from one evaluation to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Evaluation evaluation, List<Explanation> explanations, Writer writer)
      throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeStringProperty("graph", evaluation.graph().id());
      json.writeStringProperty("method", evaluation.method().toString());
      if (evaluation.method() == Method.SAMPLED) {
        json.writeNumberProperty("worlds", evaluation.worlds().orElseThrow());
      }
      json.writeStringProperty("standard", evaluation.standard().toString());
      json.writeArrayPropertyStart("explanations");
      for (Explanation explanation : explanations) {
        json.writeStartObject();
        json.writeStringProperty("claim", explanation.claim());
        json.writeArrayPropertyStart("accounts");
        explanation.accounts().forEach(account -> account(json, evaluation, account));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void account(JsonGenerator json, Evaluation evaluation, Account account) {
    Belief belief = account.belief();
    json.writeStartObject();
    json.writeStringProperty("claim", account.claim());
    json.writeStringProperty("verdict", account.verdict().toString());
    JsonMembers.belief(json, belief);
    if (account.close()) {
      json.writeBooleanProperty("close", true);
      json.writeArrayPropertyStart("closeCalls");
      account.closeCalls().forEach(call -> closeCall(json, call));
      json.writeEndArray();
    }
    JsonMembers.intervals(json, evaluation, account.claim());
    account
        .supposed()
        .ifPresent(supposed -> json.writeStringProperty("supposed", supposed.toString()));
    account
        .shortfall()
        .ifPresent(shortfall -> json.writeStringProperty("shortfall", shortfall.toString()));
    json.writeStringProperty("diagnosis", account.diagnosis().toString());
    lines(json, "supporting", account.supporting());
    lines(json, "refuting", account.refuting());
    lines(json, "qualifying", account.qualifying());
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

  private static void lines(JsonGenerator json, String name, List<Line> lines) {
    json.writeArrayPropertyStart(name);
    for (Line line : lines) {
      json.writeStartObject();
      JsonMembers.element(json, line.element());
      json.writeBooleanProperty("holds", line.holds());
      JsonMembers.number(json, "fires", line.chance().yes());
      JsonMembers.number(json, "undecided", line.chance().undecided());
      json.writeStringProperty("diagnosis", line.diagnosis().toString());
      json.writeArrayPropertyStart("readings");
      for (Reading reading : line.readings()) {
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
      json.writeEndArray();
      json.writeArrayPropertyStart("obstacles");
      line.obstacles().forEach(obstacle -> obstacle(json, obstacle));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void obstacle(JsonGenerator json, Obstacle obstacle) {
    json.writeStartObject();
    json.writeStringProperty("kind", obstacle.kind().toString());
    if (obstacle.cost() < 1) {
      JsonMembers.number(json, "cost", obstacle.cost());
    }
    json.writeArrayPropertyStart("by");
    for (Reading reading : obstacle.readings()) {
      json.writeStartObject();
      json.writeStringProperty("role", reading.role().toString());
      JsonMembers.element(json, reading.element());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!obstacle.loop().isEmpty()) {
      json.writeArrayPropertyStart("loop");
      for (Element element : obstacle.loop()) {
        json.writeStartObject();
        JsonMembers.element(json, element);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
