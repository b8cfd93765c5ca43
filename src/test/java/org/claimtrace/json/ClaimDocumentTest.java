package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.RandomGraphs;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Place.Position;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimDocumentTest {

  private static final String JSON = """
      {
        "id": "g", "title": {"zh": "天空😀", "en": "Sky"},
        "sources": {"s": "S", "t": {"title": "T", "derivedFrom": ["s"]}},
        "claims": {
          "天": {"text": "蓝😀", "evidence": ["s", {"source": "t", "stance": "refutes"}]},
          "b": {
            "text": "B",
            "inferences": [{"premises": ["天", {"not": "b"}], "unless": ["b"]}],
            "reviews": {"s": "refuted"}
          }
        }
      }
      """;

  @Nested
  class ADocument {

    private final ClaimDocument document = ClaimJson.readDocument(JSON, "sky.json");

    /** The place of a passage of the document, with columns in code points. */
    private static Place at(String passage, String pointer) {
      return at("", passage, pointer);
    }

    /** The place of a passage of the document that follows another one. */
    private static Place at(String before, String passage, String pointer) {
      int from = JSON.indexOf(before + passage) + before.length();
      return new Place(
          Optional.of("sky.json"),
          Optional.of(position(from)),
          Optional.of(position(from + passage.length())),
          pointer);
    }

    private static Position position(int index) {
      String before = JSON.substring(0, index);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.substring(before.lastIndexOf('\n') + 1).codePoints().toArray().length + 1;
      return new Position(line, column);
    }

    @Test
    void quotesTheLineAroundEveryPosition() {
      String[] lines = JSON.split("\n", -1);
      for (int line = 0; line < lines.length; line++) {
        int[] characters = lines[line].codePoints().toArray();
        for (int column = 0; column <= characters.length; column++) {
          Position at = new Position(line + 1, column + 1);
          int few = Math.min(3, column);
          assertThat(document.textBefore(at, 1000)).isEqualTo(new String(characters, 0, column));
          assertThat(document.textBefore(at, 3))
              .isEqualTo(new String(characters, column - few, few));
          assertThat(document.textFrom(at, 1000))
              .isEqualTo(new String(characters, column, characters.length - column));
          assertThat(document.textFrom(at, 2))
              .isEqualTo(new String(characters, column, Math.min(2, characters.length - column)));
        }
      }
    }

    @Test
    void quotesALineOfManyThousandCharacters() {
      String text = "天".repeat(20_000) + "b";
      ClaimDocument far = ClaimJson.readDocument(
          "{\"id\": \"g\", \"title\": \"T\", \"claims\": {\"c\": {\"text\": \"" + text
              + "\"}, \"d\": \"D\"}}",
          "far.json");
      Position at = far.place(Element.claim("d")).position().orElseThrow();
      assertThat(far.textBefore(at, 8)).isEqualTo("天天天b\"}, ");
      assertThat(far.textFrom(at, 8)).isEqualTo("\"d\": \"D\"");
      Position inside = new Position(1, at.column() - 9_000);
      assertThat(far.textBefore(inside, 2) + far.textFrom(inside, 2)).isEqualTo("天天天天");
    }

    @Test
    void knowsThePlaceOfEveryElement() {
      assertThat(document.place(Element.source("s"))).isEqualTo(at("\"s\": \"S\"", "/sources/s"));
      assertThat(document.place(Element.source("t")))
          .isEqualTo(at("\"t\": {\"title\": \"T\", \"derivedFrom\": [\"s\"]}", "/sources/t"));
      assertThat(document.place(Element.claim("天")))
          .isEqualTo(at(
              "\"天\": {\"text\": \"蓝😀\", \"evidence\": [\"s\", {\"source\": \"t\", \"stance\": \"refutes\"}]}",
              "/claims/天"));
      assertThat(document.place(Element.claim("b")))
          .isEqualTo(
              at(JSON.substring(JSON.indexOf("\"b\": {"), JSON.indexOf("\n  }\n}")), "/claims/b"));
      assertThat(document.place(Element.evidence("天/evidence/s")))
          .isEqualTo(at("\"evidence\": [", "\"s\"", "/claims/天/evidence/0"));
      assertThat(document.place(Element.evidence("天/evidence/t")))
          .isEqualTo(at("{\"source\": \"t\", \"stance\": \"refutes\"}", "/claims/天/evidence/1"));
      assertThat(document.place(Element.inference("b/inference")))
          .isEqualTo(at(
              "{\"premises\": [\"天\", {\"not\": \"b\"}], \"unless\": [\"b\"]}",
              "/claims/b/inferences/0"));
      assertThat(document.place(Element.review("b/reviews/s")))
          .isEqualTo(at("\"s\": \"refuted\"", "/claims/b/reviews/s"));
    }

    @Test
    void knowsThePlaceOfTheValueOfEveryMember() {
      assertThat(document.place("/claims/天/evidence/1/stance"))
          .isEqualTo(at("\"refutes\"", "/claims/天/evidence/1/stance"));
      assertThat(document.place("/claims/b/inferences/0/premises/1/not"))
          .isEqualTo(at("\"not\": ", "\"b\"", "/claims/b/inferences/0/premises/1/not"));
      assertThat(document.place("/title/en")).isEqualTo(at("\"Sky\"", "/title/en"));
      assertThat(document.place("/claims/b/reviews"))
          .isEqualTo(at("{\"s\": \"refuted\"}", "/claims/b/reviews"));
      assertThat(document.place("")).isEqualTo(at(JSON.strip(), ""));
    }

    @Test
    void rejectsAnUnknownElement() {
      assertThatThrownBy(() -> document.place(Element.claim("c")))
          .isInstanceOf(UnknownIdException.class);
    }
  }

  @Nested
  class ARandomGraph {

    @ParameterizedTest(name = "thousand {0}")
    @ValueSource(longs = {0, 1, 2})
    void isEqualAfterWritingAndReading(long thousand) {
      for (long seed = thousand * 1000; seed < thousand * 1000 + 1000; seed++) {
        ClaimGraph graph = RandomGraphs.random(seed);
        String written = ClaimJson.write(graph);
        assertThat(ClaimJson.read(written)).as("seed %s", seed).isEqualTo(graph);
        assertThat(ClaimJson.write(ClaimJson.read(written))).isEqualTo(written);
      }
    }

    @Test
    void hasAPlaceForEachOfItsElements() {
      for (long seed = 0; seed < 200; seed++) {
        ClaimGraph graph = RandomGraphs.random(seed);
        ClaimDocument document = ClaimJson.readDocument(ClaimJson.write(graph), "random.json");
        graph
            .sources()
            .forEach(
                source -> assertThat(document.place(Element.source(source.id())).pointer())
                    .isEqualTo("/sources/" + source.id()));
        for (Claim claim : graph.claims()) {
          for (Element line : graph.lines(claim.id())) {
            Place place = document.place(line);
            assertThat(document.place(place.pointer())).isEqualTo(place);
            assertThat(place.pointer()).startsWith("/claims/" + claim.id() + "/");
          }
        }
      }
    }
  }

  @Nested
  class WritingToAFile {

    @Test
    void replacesItAndLeavesNoTemporaryFile(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("文件.json");
      Files.writeString(file, "before");
      ClaimGraph graph = ClaimJson.read(JSON);
      ClaimJson.write(graph, file);
      assertThat(Files.readString(file)).isEqualTo(ClaimJson.write(graph));
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }

    @Test
    void followsALinkToTheFileItself(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("real.json"), "before");
      Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
      ClaimJson.write(ClaimJson.read(JSON), link);
      assertThat(link).isSymbolicLink();
      assertThat(ClaimJson.read(file)).isEqualTo(ClaimJson.read(JSON));
    }

    @Test
    void failsInAMissingFolderAndLeavesNothing(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("missing").resolve("file.json");
      assertThatThrownBy(() -> ClaimJson.write(ClaimJson.read(JSON), file))
          .isInstanceOf(IOException.class);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Nested
  class ARewrittenDocument {

    @TempDir
    private Path folder;

    private Path file() throws IOException {
      return Files.writeString(folder.resolve("f.json"), JSON);
    }

    @Test
    void isCanonicalAndNotWrittenAgain() throws IOException {
      Path file = file();
      ClaimDocument loose = ClaimJson.readDocument(file);
      assertThat(loose.isCanonical()).isFalse();
      assertThat(ClaimJson.rewrite(loose, file)).isTrue();
      assertThat(file).hasContent(ClaimJson.write(loose.graph()));
      FileTime written = Files.getLastModifiedTime(file);
      ClaimDocument canonical = ClaimJson.readDocument(file);
      assertThat(canonical.isCanonical()).isTrue();
      assertThat(ClaimJson.rewrite(canonical, file)).isFalse();
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void isNotCanonicalWithAByteOrderMark() {
      String canonical = ClaimJson.write(ClaimJson.read(JSON));
      assertThat(ClaimJson.readDocument(canonical, "f").isCanonical()).isTrue();
      assertThat(ClaimJson.readDocument("\uFEFF" + canonical, "f").isCanonical())
          .isFalse();
    }

    @Test
    void doesNotReplaceAFileThatWasEditedSince() throws IOException {
      Path file = file();
      ClaimDocument read = ClaimJson.readDocument(file);
      String edited = JSON.replace("Sky", "Sea");
      Files.writeString(file, edited);
      assertThatThrownBy(() -> ClaimJson.rewrite(read, file))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(
              file
                  + ": it was changed after it had been read, and what was saved then would be lost. Try again");
      assertThat(file).hasContent(edited);
    }
  }
}
