package org.claimtrace.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.json.ClaimJson;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {

  private static final String GRAPH = """
      {"id": "moon", "title": "The Moon", "language": "en",
       "claims": {
         "月面有旗": {"text": "There is a flag", "evidence": ["apollo"]},
         "faked": {"text": "The landing was faked", "inferences": [{"stance": "refutes", "premises": ["月面有旗"]}]}},
       "sources": {"apollo": {"title": "Apollo 11"RELIABILITY}}}
      """;

  private static Evaluation evaluation(String reliability, Evaluator evaluator) {
    return evaluator.evaluate(ClaimJson.read(GRAPH.replace("RELIABILITY", reliability)));
  }

  @Test
  void hasOneWorldIfAllIsCertain() {
    assertThat(ResultJson.write(evaluation("", Evaluator.usual()))).isEqualTo("""
            {
              "format": 1,
              "result": "evaluation",
              "graph": "moon",
              "method": "certain",
              "worlds": 1,
              "standard": "preponderance",
              "reviews": "evidence-first",
              "claims": {
                "月面有旗": {"verdict": "supported", "supported": 1, "refuted": 0, "conflicting": 0, "unverified": 0, "qualified": 0},
                "faked": {"verdict": "refuted", "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0}
              }
            }
            """);
  }

  @Test
  void hasNoWorldsIfExactAndMarksCloseVerdicts() {
    Evaluator evaluator =
        Evaluator.builder().standard(Standard.CLEAR_AND_CONVINCING).build();
    assertThat(ResultJson.write(evaluation(", \"reliability\": 0.75", evaluator)))
        .isEqualTo("""
            {
              "format": 1,
              "result": "evaluation",
              "graph": "moon",
              "method": "exact",
              "standard": "clear-and-convincing",
              "reviews": "evidence-first",
              "claims": {
                "月面有旗": {"verdict": "unverified", "supported": 0.75, "refuted": 0, "conflicting": 0, "unverified": 0.25, "qualified": 0, "close": true},
                "faked": {"verdict": "unverified", "supported": 0, "refuted": 0.75, "conflicting": 0, "unverified": 0.25, "qualified": 0, "close": true}
              },
              "takenForCertain": {
                "sources": 0,
                "evidence": 1,
                "inferences": 1
              }
            }
            """);
  }

  @Test
  void hasTheNumberOfWorldsAndIntervalsIfSampled() {
    Evaluator evaluator = Evaluator.builder().nodeBudget(0).worlds(64).build();
    assertThat(ResultJson.write(evaluation(", \"reliability\": 0.75", evaluator)))
        .startsWith("""
            {
              "format": 1,
              "result": "evaluation",
              "graph": "moon",
              "method": "sampled",
              "worlds": 64,
              "seed": 0,
              "standard": "preponderance",
              "reviews": "evidence-first",
              "claims": {
                "月面有旗": {"verdict": "supported", "supported": 0.796875, "refuted": 0, "conflicting": 0, "unverified": 0.203125, "qualified": 0, "intervals": {"supported": {"low": 0.68286364269, "high": 0.877265821808}, "refuted": {"low": 0, "high": 0.056624059793}, "conflicting": {"low": 0, "high": 0.056624059793}, "unverified": {"low": 0.122734178192, "high": 0.31713635731}, "qualified": {"low": 0, "high": 0.056624059793}}},
            """);
  }

  @Test
  void leavesTheWriterOpen() throws IOException {
    StringWriter writer = new StringWriter() {
      @Override
      public void close() {
        throw new AssertionError("closed");
      }
    };
    ResultJson.write(evaluation("", Evaluator.usual()), writer);
    assertThat(writer.toString()).endsWith("}\n");
  }

  @Test
  void propagatesExceptionsOfTheWriter() {
    Writer full = new Writer() {
      @Override
      public void write(char[] characters, int from, int length) throws IOException {
        throw new IOException("no space left");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    assertThatThrownBy(() -> ResultJson.write(evaluation("", Evaluator.usual()), full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }
}
