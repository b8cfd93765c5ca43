package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.explanation.BestChains;
import org.claimtrace.explanation.Chain;
import tools.jackson.core.JsonGenerator;

/**
 * Writes chains as JSON: the records of {@link Chain}, member by member, each word in lower case.
 *
 * <pre>{@code
 * {
 *   "graph": "moon-landing",
 *   "method": "certain",
 *   "standard": "preponderance",
 *   "claim": "faked",
 *   "verdict": "refuted",
 *   "by": "a-film",
 *   "chains": [
 *     {
 *       "stance": "supports",
 *       "chance": 0,
 *       "holds": false,
 *       "end": "source",
 *       "steps": [
 *         {"kind": "inference", "id": "flag-waves-so-faked", "claim": "faked", "by": "a-film", "next": "flag-waves", "chance": 0, "carried": 0, "link": 0},
 *         {"kind": "evidence", "id": "flag-waves/evidence/a-film", "claim": "flag-waves", "chance": 1, "carried": 1, "link": 1},
 *         {"kind": "source", "id": "a-film", "chance": 1, "carried": 1, "link": 1}
 *       ],
 *       "weakest": 0,
 *       "break": {"step": 0, "obstacles": [{"kind": "premise-refuted", "by": [{"role": "premise", "kind": "claim", "id": "flag-waves"}]}]}
 *     }
 *   ],
 *   "complete": true,
 *   "inOrder": true
 * }
 * }</pre>
 *
 * <p>Where there are more chains, {@code complete} is false, and {@code leftOut} after it tells why they were not looked for: {@code
 * number} where as many were found as were asked for, {@code steps} or {@code work} where they would have taken too much of it.
 * Where chances were counted in sampled worlds though the evaluation is exact, {@code "chances": "sampled"} stands before the
 * chains.
 *
 * <p>Members that may be missing: {@code by} where the chains of nobody in particular were asked for, and of a step whose asserter
 * is not known; {@code claim} of a source; {@code next} of a step that is not followed by a claim,
 * {@code negated} of one that is not followed by a claim to be rejected; {@code weakest} of a chain whose
 * links are all sure; {@code break} of one that holds; {@code cost} of an obstacle that costs 1, and {@code loop} of one that is none. Lines end with a line feed, the last
 * one too.
 */
public final class ChainJson {

  private ChainJson() {}

  /** Writes chains as text. */
  public static String write(BestChains best) {
    return JsonDocument.text(writer -> write(best, writer));
  }

  /**
   * Writes chains to a writer, which is flushed and left open.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(BestChains best, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      json.writeStringProperty("graph", best.evaluation().graph().id());
      json.writeStringProperty("method", best.evaluation().method().toString());
      json.writeStringProperty("standard", best.evaluation().standard().toString());
      json.writeStringProperty("claim", best.claim());
      json.writeStringProperty(
          "verdict", best.evaluation().verdict(best.claim()).toString());
      best.asserter().ifPresent(source -> json.writeStringProperty("by", source));
      if (best.method() != best.evaluation().method()) {
        json.writeStringProperty("chances", best.method().toString());
      }
      json.writeArrayPropertyStart("chains");
      best.chains().forEach(chain -> chain(json, chain));
      json.writeEndArray();
      json.writeBooleanProperty("complete", best.complete());
      best.leftOut().ifPresent(reason -> json.writeStringProperty("leftOut", reason.toString()));
      json.writeBooleanProperty("inOrder", best.inOrder());
    });
  }

  private static void chain(JsonGenerator json, Chain chain) {
    json.writeStartObject();
    json.writeStringProperty("stance", chain.stance().toString());
    JsonMembers.number(json, "chance", chain.chance());
    json.writeBooleanProperty("holds", chain.holds());
    json.writeStringProperty("end", chain.end().toString());
    json.writeArrayPropertyStart("steps");
    for (Chain.Step step : chain.steps()) {
      json.writeStartObject();
      JsonMembers.element(json, step.element());
      step.claim().ifPresent(claim -> json.writeStringProperty("claim", claim));
      step.by().ifPresent(source -> json.writeStringProperty("by", source));
      step.next().ifPresent(claim -> json.writeStringProperty("next", claim));
      if (step.negated()) {
        json.writeBooleanProperty("negated", true);
      }
      JsonMembers.number(json, "chance", step.chance());
      JsonMembers.number(json, "carried", step.carried());
      JsonMembers.number(json, "link", step.link());
      json.writeEndObject();
    }
    json.writeEndArray();
    chain.weakest().ifPresent(step -> json.writeNumberProperty("weakest", step));
    chain.firstBreak().ifPresent(where -> {
      json.writeObjectPropertyStart("break");
      json.writeNumberProperty("step", where.step());
      json.writeArrayPropertyStart("obstacles");
      where.obstacles().forEach(obstacle -> ExplanationJson.obstacle(json, obstacle));
      json.writeEndArray();
      json.writeEndObject();
    });
    json.writeEndObject();
  }
}
