package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Chain;
import org.claimtrace.explanation.Chains;
import tools.jackson.core.JsonGenerator;

/** Writes chains as JSON. */
final class ChainJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  private ChainJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Chains.Best best, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members = new ResultMembers(json, List.of(best.evaluation().graph()), language);
      new ChainJson(json, members).write(best);
      members.words();
    });
  }

  private void write(Chains.Best best) {
    Evaluation evaluation = best.evaluation();
    members.begin("chains", evaluation);
    members.claim("claim", best.claimId());
    json.writeStringProperty("verdict", evaluation.verdict(best.claimId()).toString());
    best.asserter().ifPresent(source -> members.source("by", source));
    if (best.method() != evaluation.method()) {
      json.writeStringProperty("chances", best.method().toString());
    }
    json.writeArrayPropertyStart("chains");
    best.chains().forEach(this::chain);
    json.writeEndArray();
    json.writeBooleanProperty("complete", best.isComplete());
    best.leftOut().ifPresent(reason -> json.writeStringProperty("limit", reason.toString()));
    json.writeBooleanProperty("inOrder", best.isInOrder());
  }

  private void chain(Chain chain) {
    json.writeStartObject();
    json.writeStringProperty("stance", chain.stance().toString());
    members.number("chance", chain.chance());
    json.writeBooleanProperty("holds", chain.holds());
    json.writeStringProperty("end", chain.end().toString());
    json.writeArrayPropertyStart("steps");
    for (Chain.Step step : chain.steps()) {
      json.writeStartObject();
      members.element(step.element());
      step.claimId().ifPresent(claim -> members.claim("claim", claim));
      step.by().ifPresent(source -> members.source("by", source));
      step.next().ifPresent(claim -> members.claim("next", claim));
      if (step.isNextNegated()) {
        json.writeBooleanProperty("negated", true);
      }
      members.number("chance", step.chance());
      members.number("carried", step.carried());
      members.number("link", step.link());
      json.writeEndObject();
    }
    json.writeEndArray();
    chain.weakest().ifPresent(step -> json.writeNumberProperty("weakest", step));
    chain.firstBreak().ifPresent(where -> {
      json.writeObjectPropertyStart("break");
      json.writeNumberProperty("step", where.step());
      json.writeArrayPropertyStart("obstacles");
      where.obstacles().forEach(obstacle -> ExplanationJson.obstacle(json, members, obstacle));
      json.writeEndArray();
      json.writeEndObject();
    });
    json.writeEndObject();
  }
}
