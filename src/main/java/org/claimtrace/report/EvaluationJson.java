package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Writes an evaluation as JSON, in the format of {@link ResultJson#write(Evaluation, Writer)}. */
final class EvaluationJson {

  private EvaluationJson() {}

  static void write(Evaluation evaluation, Writer writer) throws IOException {
    JsonDocument.write(writer, new ClaimALine(), json -> {
      json.writeStringProperty("graph", evaluation.graph().id());
      json.writeStringProperty("method", evaluation.method().toString());
      if (evaluation.worlds().isPresent()) {
        json.writeNumberProperty("worlds", evaluation.worlds().getAsInt());
      }
      json.writeStringProperty("standard", evaluation.standard().toString());
      json.writeObjectPropertyStart("claims");
      evaluation.judgements().forEach(judgement -> {
        Belief belief = judgement.belief();
        json.writeObjectPropertyStart(judgement.claimId());
        json.writeStringProperty("verdict", judgement.verdict().toString());
        JsonMembers.belief(json, belief);
        if (evaluation.isClose(judgement.claimId())) {
          json.writeBooleanProperty("close", true);
        }
        JsonMembers.intervals(json, evaluation, judgement.claimId());
        json.writeEndObject();
      });
      json.writeEndObject();
    });
  }

  /** Begins a line for each member of the result and for each claim, and keeps the members of a claim on its line. */
  private static final class ClaimALine extends ObjectWriteContext.Base {

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new Layout();
    }
  }

  private static final class Layout extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;
    private static final int CLAIMS = 2;

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
      if (depth(json) <= CLAIMS) {
        line(json, depth(json));
      }
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
      json.writeRaw(',');
      if (depth(json) <= CLAIMS) {
        line(json, depth(json));
      } else {
        json.writeRaw(' ');
      }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
      json.writeRaw(", ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
      if (entries > 0 && depth(json) <= CLAIMS) {
        line(json, depth(json) - 1);
      }
      json.writeRaw('}');
    }

    private static int depth(JsonGenerator json) {
      return json.streamWriteContext().getNestingDepth();
    }

    private static void line(JsonGenerator json, int depth) {
      json.writeRaw('\n');
      json.writeRaw("  ".repeat(depth));
    }
  }
}
