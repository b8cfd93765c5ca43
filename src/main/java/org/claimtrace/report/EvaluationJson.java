package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.TakenForCertain;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Writes an evaluation as JSON. */
final class EvaluationJson {

  private EvaluationJson() {}

  static void write(Evaluation evaluation, String language, Writer writer) throws IOException {
    ClaimGraph graph = evaluation.graph();
    Standard standard = evaluation.standard();
    JsonDocument.write(writer, new ClaimALine(), json -> {
      new ResultMembers(json, List.of(), "").begin("evaluation", evaluation);
      json.writeObjectPropertyStart("claims");
      evaluation.judgements().forEach(judgement -> {
        Cancellation.check();
        String claim = judgement.claimId();
        json.writeObjectPropertyStart(claim);
        json.writeStringProperty("verdict", judgement.verdict().toString());
        ResultMembers.belief(json, judgement.belief(), standard);
        if (evaluation.isClose(claim)) {
          json.writeBooleanProperty("close", true);
        }
        ResultMembers.intervals(json, evaluation, claim);
        if (!language.isEmpty()) {
          ResultMembers.text(json, "text", graph.claim(claim).text(), language, graph.language());
        }
        json.writeEndObject();
      });
      json.writeEndObject();
      TakenForCertain.of(graph).ifPresent(taken -> takenForCertain(json, taken));
    });
  }

  /** Writes how much carries no grade. */
  private static void takenForCertain(JsonGenerator json, TakenForCertain taken) {
    json.writeObjectPropertyStart("takenForCertain");
    json.writeNumberProperty("sources", taken.sources());
    json.writeNumberProperty("evidence", taken.evidence());
    json.writeNumberProperty("inferences", taken.inferences());
    json.writeEndObject();
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
