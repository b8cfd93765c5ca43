package org.claimtrace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class VerdictTestsTest {

  private static final String BRIDGE = """
      {"id": "bridge", "title": "The bridge",
       "claims": {
         "closed": {"text": "The bridge is closed", "evidence": [{"source": "survey", "stance": "refutes"}]},
         "long": {"text": "The bridge is long", "evidence": ["survey"]}},
       "sources": {"survey": "The survey"}}
      """;

  @TempDir
  private Path folder;

  private Path bridge = Path.of("");

  @BeforeEach
  void writeTheClaimFile() throws IOException {
    bridge = Files.writeString(folder.resolve("bridge.json"), BRIDGE);
  }

  private static Throwable run(DynamicNode node) {
    return catchThrowable(() -> ((DynamicTest) node).getExecutable().execute());
  }

  /** As an embedding program would write it. */
  @TestFactory
  Stream<DynamicNode> verdictsAreAsExpected() {
    return VerdictTests.of(bridge, Map.of("closed", Verdict.REFUTED, "long", Verdict.SUPPORTED));
  }

  @Test
  void areOneForEachRowInItsOrderWithTheirPlaces() {
    assertThat(VerdictTests.of(
            bridge, ImmutableMap.of("long", Verdict.SUPPORTED, "clsed", Verdict.REFUTED)))
        .extracting(DynamicNode::getDisplayName, each -> each.getTestSourceUri().orElseThrow())
        .containsExactly(
            tuple("long is supported", URI.create(bridge.toUri() + "?line=4&column=4")),
            tuple("clsed is refuted", bridge.toUri()));
  }

  @Test
  void failWithTheExplanationWhereTheVerdictIsAnother() {
    ClaimTrace trace = ClaimTrace.open(bridge);
    DynamicNode test =
        VerdictTests.of(trace, Map.of("long", Verdict.REFUTED)).findFirst().orElseThrow();
    assertThat(test.getTestSourceUri()).isEmpty();
    assertThat(run(test))
        .isInstanceOf(AssertionError.class)
        .hasMessage("[verdict of claim 'long'] expected refuted but was supported\n\n"
            + Explanation.of(trace.evaluation(), "long").toText().stripTrailing());
  }

  @Test
  void failWhereThereIsNoSuchClaim() {
    assertThat(run(VerdictTests.of(bridge, Map.of("clsed", Verdict.REFUTED))
            .findFirst()
            .orElseThrow()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no claim 'clsed'. Did you mean 'closed'?");
  }

  @Test
  void areOneFailingTestOfAFileThatCannotBeRead() {
    DynamicNode test = VerdictTests.of(folder.resolve("none.json"), Map.of("a", Verdict.REFUTED))
        .findFirst()
        .orElseThrow();
    assertThat(test.getDisplayName()).isEqualTo("is readable");
    assertThat(run(test))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void areOneFailingTestOfAnEmptyTable() {
    assertThat(run(VerdictTests.of(bridge, Map.of()).findFirst().orElseThrow()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("No verdict is expected, so nothing is checked.");
  }

  @Test
  void haveTheOptionsOfTheirEvaluator() {
    Evaluator evaluator = Evaluator.builder().suppose("long", Supposition.OPEN).build();
    assertThat(run(VerdictTests.of(bridge, evaluator, Map.of("long", Verdict.UNVERIFIED))
            .findFirst()
            .orElseThrow()))
        .isNull();
  }
}
