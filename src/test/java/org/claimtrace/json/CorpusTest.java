package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimtrace.GoldenFile;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the reader and the JSON Schema on the same corpus of documents. */
class CorpusTest {

  private static final GoldenFile GOLDEN =
      new GoldenFile(Corpus.ROOT.resolveSibling("problems.txt"));
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream stream = ClaimJson.schema().openStream()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Nested
  class AValidDocument {

    static ImmutableList<Path> documents() {
      return Corpus.valid();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isRead(Path file) {
      ClaimGraph graph = ClaimJson.read(file);

      assertThat(ClaimJson.read(ClaimJson.write(graph))).isEqualTo(graph);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isEqualAfterWritingReadingAndRebuilding(Path file) {
      ClaimGraph graph = ClaimJson.read(file);
      String written = ClaimJson.write(graph);
      assertThat(ClaimJson.read(written)).isEqualTo(graph);
      assertThat(ClaimJson.write(ClaimJson.read(written))).isEqualTo(written);
      assertThat(graph.toBuilder().build()).isEqualTo(graph).hasSameHashCodeAs(graph);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isValidBySchema(Path file) throws IOException {
      String text = Files.readString(file).replace("\uFEFF", "");
      assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
      assertThat(SCHEMA.validate(ClaimJson.write(ClaimJson.read(file)), InputFormat.JSON))
          .isEmpty();
    }
  }

  @Nested
  class AnInvalidDocument {

    static ImmutableList<Path> documents() {
      return Corpus.invalid();
    }

    static ImmutableList<Path> withinSchema() {
      return Corpus.invalid().stream()
          .filter(file -> !Corpus.isBeyondSchema(file))
          .collect(ImmutableList.toImmutableList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isRejectedWithPlacesAndRemedies(Path file) {
      ClaimGraphException refused =
          catchThrowableOfType(ClaimGraphException.class, () -> ClaimJson.read(file));
      assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
        assertThat(problem.place().position()).isPresent();
        assertThat(problem.place().document()).contains(file.toString());
        assertThat(problem.message()).isNotBlank().doesNotEndWith(".");
        assertThat(problem.remedy()).matches("(?s).*[.?]$");
      });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withinSchema")
    void isInvalidBySchemaToo(Path file) throws IOException {
      assertThat(SCHEMA.validate(Files.readString(file), InputFormat.JSON)).isNotEmpty();
    }

    /** Rewrite the golden file with {@code -Dgolden.write=true}, and read what changed. */
    @Test
    void hasTheProblemsOfTheGoldenFile() throws IOException {
      StringBuilder reported = new StringBuilder();
      for (Path file : Corpus.invalid()) {
        reported.append(Corpus.ROOT.resolve("invalid").relativize(file)).append('\n');
        ClaimGraphException refused =
            catchThrowableOfType(ClaimGraphException.class, () -> ClaimJson.read(file));
        for (Problem problem : refused.problems()) {
          reported
              .append("  ")
              .append(problem.toString().substring(file.toString().length() + 1))
              .append('\n');
        }
      }
      GOLDEN.holds(reported.toString());
    }
  }

  @Nested
  class AClaimFileOfTheProject {

    static ImmutableList<Path> files() {
      return Corpus.files(Path.of("claims"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isWrittenCanonically(Path file) throws IOException {
      assertThat(ClaimJson.write(ClaimJson.read(file))).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isValidBySchema(Path file) throws IOException {
      assertThat(SCHEMA.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void namesTheSchemaOfTheProject(Path file) {
      Path schema = file.resolveSibling(ClaimJson.read(file).schema().orElseThrow());
      assertThat(schema).isRegularFile();
    }
  }
}
