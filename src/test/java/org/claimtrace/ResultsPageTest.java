package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the samples of the page on results, and compares their output with the page. */
class ResultsPageTest {

  @TempDir
  private Path folder;

  private Samples samples = new Samples("");

  @BeforeEach
  void read() throws IOException {
    samples = Samples.of(Path.of("src/site/markdown/results.md"));
  }

  @Test
  void theDocumentIsThatOfAnEvaluation() {
    ClaimGraph graph = ClaimGraph.builder("bridge")
        .title("en", "Is the old bridge closed?")
        .source(Source.builder("county").title("en", "The county's road report").reliability(.8))
        .claim(Claim.builder("closed")
            .text("en", "The old bridge is closed", "zh", "老桥封了")
            .evidence("county"))
        .build();
    assertThat(Evaluator.usual().evaluate(graph).toJson("zh"))
        .isEqualTo(samples.blocks("json").get(0));
  }

  @Test
  void theOutlineIsDrawnAsShown() throws Exception {
    Samples.compile("Draw", samples.blocks("java").get(0), folder);
    assertThat(Samples.run("Draw", folder, Path.of("").toAbsolutePath()))
        .isEqualTo(samples.blocks("text").get(0));
  }
}
