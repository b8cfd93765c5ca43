package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The changes that are certain, as data and as they are made. */
class FixesTest {

  private static ClaimJson.Fixed fix(String json) {
    return ClaimJson.fix(json.getBytes(StandardCharsets.UTF_8), "f.json");
  }

  @Nested
  class AFixedDocument {

    @Test
    void keepsEveryOtherByte() {
      ClaimJson.Fixed fixed = fix("""
          {  "id" : "g",
            "title":"t", "claims": {
              "a": {"claim"  :  "A",   "evidence": ["s" ,  "The report" ],
                    "contradicts": ["b",  "b" , "b"], "note": null },
              "b": "B" },\t
            "sources": {"s": {"title": "S\\u00e9", "copyOf": "r", "published":"13 February 2026" }, "r":"The report"} }
          """);
      assertThat(fixed.json()).isEqualTo("""
          {  "id" : "g",
            "title":"t", "claims": {
              "a": {"text"  :  "A",   "evidence": ["s" ,  "r" ],
                    "contradicts": ["b"], "note": null },
              "b": "B" },\t
            "sources": {"s": {"title": "S\\u00e9", "derivedFrom": ["r"], "published":"2026-02-13" }, "r":"The report"} }
          """);
      assertThat(fixed.left().problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.NULL_VALUE);
    }

    @Test
    void isWhatStoodInsideAnother() {
      ClaimJson.Fixed fixed =
          fix("\ufeff{ \"graph\": {\"id\": \"g\", \"title\": \"t\", \"claims\": {}}  }\n");
      assertThat(fixed.json())
          .isEqualTo("\ufeff{\"id\": \"g\", \"title\": \"t\", \"claims\": {}}\n");
      assertThat(fixed.left()).isEqualTo(FoundProblems.none());
      assertThat(fixed.fixed())
          .extracting(problem -> problem.fix().orElseThrow())
          .containsExactly(Fix.of(new Fix.Move("/graph", "")));
    }

    @Test
    void losesAMemberWithItsComma() {
      assertThat(
              fix("{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"language\": null,\n  \"thesis\": [] , \"published\": null }")
                  .json())
          .isEqualTo("{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"thesis\": []  }");
    }

    @Test
    void isTheSameWhereNothingIsCertain() {
      String json = "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": 7}}";
      ClaimJson.Fixed fixed = fix(json);
      assertThat(fixed.json()).isEqualTo(json);
      assertThat(fixed.fixed()).isEmpty();
      assertThat(fixed.left().count()).isEqualTo(1);
    }

    @Test
    void keepsPublishedWords() {
      String graph =
          "{\"id\": \"g\", \"title\": \"t\", \"sources\": {\"s\": \"S\", \"r\": \"R\", \"q\": \"Q\"}, \"claims\": {\"a\": {\"text\": \"A\", \"reviews\":";
      ClaimJson.Fixed fixed = fix(
          graph
              + " {\"s\": \"False\", \"r\": \"Mostly true\", \"q\": {\"verdict\": \"half true\", \"date\": \"2026\"}}}}}");
      assertThat(fixed.json())
          .isEqualTo(graph
              + " {\"s\": {\"verdict\": \"refuted\", \"label\": \"False\"}, \"r\": {\"label\": \"Mostly true\"},"
              + " \"q\": {\"label\": \"half true\", \"date\": \"2026\"}}}}}");
      assertThat(fixed.left()).isEqualTo(FoundProblems.none());
    }

    @Test
    void takesNoNameThatIsTaken() {
      String json =
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"claim\": \"A\", \"statement\": \"B\"}, \"b\": {\"claim\": \"A\", \"text\": \"B\"}}}";
      assertThat(fix(json).json())
          .isEqualTo(
              "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"statement\": \"B\"}, \"b\": {\"claim\": \"A\", \"text\": \"B\"}}}");
    }
  }

  @Nested
  class AFixedFile {

    @TempDir
    private Path folder;

    @Test
    void isReplacedWholeAndOnlyIfSomethingIsCertain() throws IOException {
      Path file = Files.writeString(
          folder.resolve("a.json"),
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"thesis\": \"a\"}");
      ClaimJson.Fixed fixed = ClaimJson.fix(file);
      assertThat(Files.readString(file))
          .isEqualTo("{\"id\": \"g\", \"title\": \"t\", \"claims\": {}, \"thesis\": [\"a\"]}")
          .isEqualTo(fixed.json());
      assertThat(fixed.left().problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.UNKNOWN_CLAIM);
      assertThat(ClaimJson.fix(file).fixed()).isEmpty();
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }

    @Test
    void thatIsNotThereIsRefused() {
      assertThatExceptionOfType(ClaimGraphException.class)
          .isThrownBy(() -> ClaimJson.fix(folder.resolve("none.json")))
          .satisfies(refused -> assertThat(refused.problems())
              .extracting(Problem::code)
              .containsExactly(ProblemCode.UNREADABLE));
    }

    @Test
    void thatIsNotUtf8IsRefusedAndLeftAsItIs() throws IOException {
      byte[] latin = "{\"id\": \"g\", \"title\": \"é\", \"claims\": {}, \"thesis\": \"a\"}"
          .getBytes(StandardCharsets.ISO_8859_1);
      Path file = Files.write(folder.resolve("latin.json"), latin);
      assertThatExceptionOfType(ClaimGraphException.class).isThrownBy(() -> ClaimJson.fix(file));
      assertThatExceptionOfType(ClaimGraphException.class)
          .isThrownBy(() -> ClaimJson.fix(latin, "latin.json"));
      assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    }
  }

  @Nested
  class AFix {

    @Test
    void movesWithItsProblem() {
      Problem problem = Problem.at("/b", ProblemCode.UNKNOWN_MEMBER, "m", "R.")
          .with(
              Fix.of(new Fix.Replace("/b", "1"), Fix.renaming("/b", "c/d"), new Fix.Remove("/e")));
      assertThat(problem.under("/a").at(Place.in("f.json", 1, 2, "/a/b")).fix())
          .hasValue(Fix.of(
              new Fix.Replace("/a/b", "1"),
              new Fix.Move("/a/b", "/a/c~1d"),
              new Fix.Remove("/a/e")));
    }

    @Test
    void hasAtLeastOneOperation() {
      assertThatThrownBy(() -> new Fix(ImmutableList.of())).hasMessage("no operations");
    }
  }

  // The same changes, made to the tree of the document by the JSON Patches.

  private static final JsonMapper MAPPER = new JsonMapper();

  private static String patched(String json) {
    String patched = json;
    for (int round = 0; round < 20; round++) {
      List<Problem> problems = ClaimJson.problems(patched).problems().stream()
          .filter(problem -> problem.fix().isPresent())
          .toList();
      if (problems.isEmpty()) {
        return patched;
      }
      // One at a time, the last first, so that each pointer leads where it led.
      JsonNode tree = MAPPER.readTree(patched.replace("\ufeff", ""));
      for (Fix.Operation operation :
          problems.get(problems.size() - 1).fix().orElseThrow().operations()) {
        tree = patched(tree, operation);
      }
      patched = tree.toString();
    }
    return patched;
  }

  private static JsonNode patched(JsonNode tree, Fix.Operation operation) {
    if (operation instanceof Fix.Move move) {
      JsonNode moved = tree.at(move.from());
      if (move.pointer().isEmpty()) {
        return moved;
      }
      remove(tree, move.from());
      put(tree, move.pointer(), moved);
    } else if (operation instanceof Fix.Replace replace) {
      put(tree, replace.pointer(), MAPPER.readTree(replace.json()));
    } else {
      remove(tree, operation.pointer());
    }
    return tree;
  }

  private static void put(JsonNode tree, String pointer, JsonNode value) {
    JsonNode parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String last = Place.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  private static void remove(JsonNode tree, String pointer) {
    JsonNode parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String last = Place.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    if (parent instanceof ArrayNode list) {
      list.remove(Integer.parseInt(last));
    } else {
      ((ObjectNode) parent).remove(last);
    }
  }

  private static void isFixedAsThePatchesSay(String json) {
    // A tree keeps neither two members with one name nor a number beyond those of Java.
    if (json.contains("e999")
        || ClaimJson.problems(json).problems().stream()
            .anyMatch(problem -> problem.code() == ProblemCode.DUPLICATE_KEY)) {
      return;
    }
    ClaimJson.Fixed fixed = fix(json);
    if (!fixed.fixed().isEmpty() && fixed.fixed().size() < 20) {
      assertThat(MAPPER.readTree(fixed.json().replace("\ufeff", "")))
          .as(json)
          .isEqualTo(MAPPER.readTree(patched(json).replace("\ufeff", "")));
      assertThat(fixed.left().problems()).noneMatch(problem -> problem.fix().isPresent());
    }
  }

  static ImmutableList<Path> documents() {
    return Corpus.invalid().stream()
        .filter(file -> !Corpus.isUnreadable(file))
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void areWhatThePatchesSay(Path file) throws IOException {
    isFixedAsThePatchesSay(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void areWhatThePatchesSayOfMutants(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    ImmutableList<Path> files = documents();
    for (int i = 0; i < 150; i++) {
      isFixedAsThePatchesSay(
          mutant(random, Files.readString(files.get(random.nextInt(files.size())))));
    }
  }

  /** A document with some of its words replaced by those that people write first. */
  private static String mutant(SplittableRandom random, String json) {
    String[] replacements = {
      "\"text\"", "\"claim\"", "\"title\"", "\"name\"", "\"url\"", "\"link\"", "\"supports\"",
          "\"Supports\"", "\"refutes\"",
      "\"contradicts\"", "\"evidence\"", "\"sources\"", "\"2026", "\"1 May 2026", "\"derivedFrom\"",
          "\"copyOf\"", "\"s\"", "\"S\""
    };
    String mutant = json;
    for (int i = 0; i < replacements.length; i += 2) {
      if (random.nextInt(3) == 0) {
        mutant = mutant.replace(replacements[i], replacements[i + 1]);
      }
    }
    return mutant;
  }

  @Nested
  class ACommaTooMany {

    @Test
    void isRemovedBeforeAllElse() {
      ClaimJson.Fixed fixed = ClaimJson.fix("""
          {
            "id": "g",
            "title": "t",
            "claims": {"a": "A, b",},
            "thesis": "a",
          }
          """);
      assertThat(fixed.json()).isEqualTo("""
          {
            "id": "g",
            "title": "t",
            "claims": {"a": "A, b"},
            "thesis": ["a"]
          }
          """);
      assertThat(fixed.left().isEmpty()).isTrue();
      assertThat(fixed.fixed())
          .extracting(problem -> problem.place() + " " + problem.message())
          .containsExactly(
              "4:25 (/claims) a comma stands before the end of the object",
              "5:16 (whole graph) a comma stands before the end of the object",
              "5:13 (/thesis) 'thesis' is a string, and must be a list of ids of claims");
    }

    @Test
    void isLeftWhereMoreIsWrongWithIt() {
      String json = "{\"id\": \"g\",, \"title\": \"t\"}";
      assertThat(ClaimJson.fix(json).json()).isEqualTo(json);
    }
  }

  @Nested
  class AListOfPartsWithIds {

    private static final String LISTS = """
        {
          "id": "g",
          "title": "t",
          "claims": [
            {"id": "a", "text": "A", "evidence": ["s", "nobody"]},
            {"text": "B]", "note": {"id": "N"}, "id": "b"},
            {"id" : "c"}
          ],
          "sources": [{"title": "S", "id": "s", "authors": ["Kim"]}]
        }
        """;

    @Test
    void isMadeAnObjectByIdAndThenCheckedInside() {
      ClaimJson.Fixed fixed = ClaimJson.fix(LISTS);
      assertThat(fixed.json()).isEqualTo("""
          {
            "id": "g",
            "title": "t",
            "claims": {
              "a": {"text": "A", "evidence": ["s", "nobody"]},
              "b": {"text": "B]", "note": {"id": "N"}},
              "c": {}
            },
            "sources": {"s": {"title": "S", "authors": ["Kim"]}}
          }
          """);
      assertThat(fixed.left().problems())
          .extracting(problem -> problem.place() + " " + problem.code())
          .containsExactly(
              "5:42 (/claims/a/evidence/1) unknown-source", "7:5 (/claims/c) missing-member");
    }

    @Test
    void isNamedWithItsIds() {
      assertThat(ClaimJson.problems(LISTS).problems())
          .extracting(Problem::remedy)
          .containsExactly(
              "Write an object with each under its id: {\"a\": {…}, \"b\": {…}, …}.",
              "Write an object with each under its id: {\"s\": {…}}.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"id\": \"a\"}, {\"id\": \"a\"}",
          "{\"id\": \"an id\"}",
          "{\"id\": 3}",
          "{\"id\": \"a\", \"id\": \"b\"}",
          "{\"id\": \"a\"}, \"b\"",
          "{\"id\": \"a\"}, [\"id\"]",
          "{\"text\": \"A\"}",
          ""
        })
    void isLeftWhereItsIdsAreNotCertain(String entries) {
      String json = "{\"id\": \"g\", \"title\": \"t\", \"claims\": [" + entries + "]}";
      assertThat(ClaimJson.fix(json).json()).isEqualTo(json);
      assertThat(ClaimJson.problems(json).problems().get(0).remedy())
          .isEqualTo("Write {\"some-id\": \"What is claimed\"}.");
    }
  }
}
