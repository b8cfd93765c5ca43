package org.claimtrace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.PartialDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ReviewTestsTest {

  private static final String BRIDGE = """
      {"id": "bridge", "title": "The bridge",
       "claims": {
         "not-reviewed": "Nobody asked",
         "closed": {"text": "The bridge is closed", "evidence": [{"source": "survey", "stance": "refutes"}],
           "reviews": {"paper": "supported", "radio": "refuted", "blog": {"verdict": "misleading", "date": "2026"}}},
         "long": {"text": "The bridge is long", "evidence": ["survey"], "reviews": {"paper": "supported"}},
         "old": {"text": "The bridge is old", "reviews": {"paper": "misleading"}}},
       "sources": {"survey": "The survey", "paper": "The paper", "radio": "The radio", "blog": "A blog"}}
      """;

  @TempDir
  private Path folder;

  private Path bridge = Path.of("");

  @BeforeEach
  void writeTheClaimFile() throws IOException {
    bridge = Files.writeString(folder.resolve("bridge.json"), BRIDGE);
  }

  private static List<String> names(Stream<? extends DynamicNode> nodes) {
    return nodes.map(DynamicNode::getDisplayName).toList();
  }

  private static Throwable run(DynamicNode node) {
    return catchThrowable(() -> ((DynamicTest) node).getExecutable().execute());
  }

  /** As an embedding program would write it; fails if a review in the claims of this project does not follow. */
  @TestFactory
  Stream<DynamicNode> publishedVerdictsFollowFromTheEvidence() {
    return ReviewTests.of(Path.of("claims"));
  }

  @Nested
  class OfAFile {
    @Test
    void areOneForEachClaimWithAReviewInDocumentOrder() {
      assertThat(names(ReviewTests.of(bridge))).containsExactly("closed", "long", "old");
    }

    @Test
    void linkToTheirClaimInTheFile() {
      assertThat(ReviewTests.of(bridge).map(each -> each.getTestSourceUri().orElseThrow()))
          .containsExactly(
              URI.create(bridge.toUri() + "?line=4&column=4"),
              URI.create(bridge.toUri() + "?line=6&column=4"),
              URI.create(bridge.toUri() + "?line=7&column=4"));
    }

    @Test
    void failWithEachDisagreeingReviewAndTheExplanation() {
      assertThat(run(ReviewTests.of(bridge).toList().get(0)))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessage(bridge + """
          :4:4 (/claims/closed)
          The verdict of “The paper” is entered here as “Supported”. From the evidence follows “Refuted”.
          The verdict of “A blog” is entered here as “True, but missing context”. From the evidence follows “Refuted”.

          The bridge

          The bridge is closed
          ✗ Refuted  [closed]
            What speaks against it holds, and nothing that holds speaks for it.
            “The paper” [1] came to another verdict, entered here as “Supported”.
            “The radio” [2] came to the same verdict.
            “A blog” [3] came to another verdict, entered here as “True, but missing
            context”. This was published in 2026.

          What speaks against it
            • “The survey” [4]

          Sources
            [1] “The paper”
            [2] “The radio”
            [3] “A blog”
            [4] “The survey”""");
    }

    @Test
    void passIfTheReviewFollows() {
      assertThat(run(ReviewTests.of(bridge).toList().get(1))).isNull();
    }

    @Test
    void areAbortedIfOnlyReviewsBearOnTheClaim() {
      assertThat(run(ReviewTests.of(bridge).toList().get(2)))
          .isInstanceOf(TestAbortedException.class)
          .hasMessage(
              "Assumption failed: " + bridge
                  + ":7:4 (/claims/old)\nThe verdict of “The paper” is entered here as “True, but missing context”. There is nothing to check this against: nothing but reviews bears on the claim.");
    }

    @Test
    void useTheOptionsOfTheEvaluator() throws IOException {
      Path dated = Files.writeString(
          folder.resolve("dated.json"),
          BRIDGE.replace(
              "{\"paper\": \"misleading\"}",
              "{\"blog\": {\"verdict\": \"misleading\", \"date\": \"2026\"}}"));
      Evaluator before = Evaluator.builder().asOf(PartialDate.parse("2025")).build();
      assertThat(run(ReviewTests.of(dated, before).toList().get(2)))
          .isInstanceOf(TestAbortedException.class)
          .hasMessage("Assumption failed: " + dated
              + ":7:4 (/claims/old)\nNo review exists yet at the date of the evaluation.");
    }
  }

  @Nested
  class OfAFolder {
    @Test
    void areInOneContainerForEachFileSortedByName() throws IOException {
      Path deep = Files.createDirectories(folder.resolve("more"));
      Files.copy(bridge, deep.resolve("a.json"));
      Files.copy(bridge, folder.resolve(".hidden.json"));
      Files.copy(bridge, folder.resolve("bridge.txt"));
      Files.copy(bridge, Files.createDirectories(folder.resolve(".git")).resolve("b.json"));
      Files.writeString(
          folder.resolve("c.json"), "{\"id\": \"c\", \"title\": \"C\", \"claims\": {}}");
      List<DynamicNode> nodes = ReviewTests.of(folder).toList();
      assertThat(names(nodes.stream())).containsExactly("bridge.json", "more/a.json");
      assertThat(names(((DynamicContainer) nodes.get(1)).getChildren().map(each -> each)))
          .containsExactly("closed", "long", "old");
      assertThat(nodes.get(1).getTestSourceUri())
          .hasValue(deep.resolve("a.json").toUri());
    }

    @Test
    void doNotBlockOnAPipe() throws IOException, InterruptedException {
      Path pipe = folder.resolve("pipe.json");
      try {
        assumeTrue(
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
      } catch (IOException e) {
        assumeTrue(false, "no pipes here");
      }
      assertThat(names(ReviewTests.of(folder))).containsExactly("bridge.json");
    }

    @Test
    void reportABrokenFileAndIncludeTheOthers() throws IOException {
      Path broken = Files.writeString(
          folder.resolve("a.json"), "{\"id\": \"a\", \"title\": 7, \"claims\": {}}");
      List<DynamicNode> nodes = ReviewTests.of(folder).toList();
      assertThat(names(nodes.stream())).containsExactly("a.json", "bridge.json");
      DynamicNode readable =
          ((DynamicContainer) nodes.get(0)).getChildren().findFirst().orElseThrow();
      assertThat(readable.getDisplayName()).isEqualTo("is readable");
      assertThat(run(readable))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageStartingWith(broken + ":1:22 (/title) wrong-type: ");
    }
  }

  @Nested
  class WithoutReviews {
    @Test
    void failBecauseNothingIsChecked() throws IOException {
      Path empty = Files.createDirectories(folder.resolve("empty"));
      Path without = Files.writeString(
          folder.resolve("without.json"), "{\"id\": \"c\", \"title\": \"C\", \"claims\": {}}");
      for (Path path : List.of(empty, without)) {
        List<DynamicNode> nodes = ReviewTests.of(path).toList();
        assertThat(names(nodes.stream())).containsExactly(path.toString());
        assertThat(run(nodes.get(0)))
            .isInstanceOf(AssertionFailedError.class)
            .hasMessage(
                path
                    + ": there is no claim with a review here, so nothing is checked. Name the file or the folder that has some.");
      }
    }

    @Test
    void failIfThereIsNoFile() {
      Path nothing = folder.resolve("nothing.json");
      assertThat(run(ReviewTests.of(nothing).findFirst().orElseThrow()))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessage(nothing
              + " (whole graph) unreadable: there is no such file. Check its name and its folder.");
    }
  }
}
