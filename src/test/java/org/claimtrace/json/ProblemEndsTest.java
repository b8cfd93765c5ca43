package org.claimtrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Place.Position;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemEndsTest {

  private static List<Problem> problems(String json) {
    try {
      ClaimJson.read(json);
      return List.of();
    } catch (ClaimGraphException e) {
      return e.problems();
    }
  }

  /** What a document has between the two ends of a place. */
  private static String passage(String json, Place place) {
    return json.substring(
        index(json, place.position().orElseThrow()), index(json, place.end().orElseThrow()));
  }

  private static int index(String json, Position position) {
    int at = 0;
    for (int line = 1; line < position.line(); line++) {
      at = json.indexOf('\n', at) + 1;
    }
    return json.offsetByCodePoints(at, position.column() - 1);
  }

  private static String passage(String json, ProblemCode code) {
    return passage(
        json,
        problems(json).stream()
            .filter(problem -> problem.code() == code)
            .findFirst()
            .orElseThrow()
            .place());
  }

  @Test
  void areThoseOfTheNameOrTheValueThatIsWrong() {
    String json = """
        {"id": "g", "title": "天😀", "clams": {"a\\"}": [{}]},
         "claims": {"a": 7, "b": {"text": ["x", {"y": "]"}]}, "c": {"text": "C",
           "evidence": [{"source": "nobody"}]}}}
        """;
    assertThat(passage(json, ProblemCode.UNKNOWN_MEMBER)).isEqualTo("\"clams\"");
    assertThat(problems(json).stream()
            .filter(problem -> problem.code() == ProblemCode.WRONG_TYPE)
            .map(problem -> passage(json, problem.place())))
        .containsExactly("7", "[\"x\", {\"y\": \"]\"}]");
  }

  @Test
  void areThoseOfTheWholeValueThatLacksSomething() {
    String json =
        "{\"id\": \"g\", \"title\": \"t\",\r\n \"claims\": {\"a\": \"A\"}, \"sources\": {\"s\": {}}}";
    assertThat(passage("\n" + json, ProblemCode.MISSING_MEMBER)).isNotEmpty();
    String untitled = "  {\"id\": \"g\",\n \"claims\": {\"a\": \"A\"}}\n";
    assertThat(passage(untitled, ProblemCode.MISSING_MEMBER)).isEqualTo(untitled.strip());
  }

  @Test
  void areTheBeginningOfAFaultAfterWhichNothingIsRead() {
    for (String json :
        List.of("{\"id\": \"g\",, ", "", "{", "{\"id\": tru", "[1 2]", "{\"id\": \"g")) {
      Problem last = problems(json).get(problems(json).size() - 1);
      assertThat(last.place().end()).as(json).isEqualTo(last.place().position());
    }
  }

  @Test
  void areUnknownOfAValueThatIsCutShort() {
    String json = "{\"id\": \"g\", \"claims\": {\"a\": {\"text\": {\"en\": 7";
    assertThat(problems(json).stream()
            .filter(problem -> problem.place().pointer().equals("/claims/a/text/en"))
            .map(problem -> passage(json, problem.place())))
        .contains("7");
  }

  static Stream<Path> brokenFiles() {
    return Corpus.invalid().stream().filter(file -> !Corpus.isUnreadable(file));
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void encloseOneNameOrValue(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String json = new String(bytes, UTF_8).replace("\uFEFF", "");
    for (Problem problem : problems(json)) {
      Optional<Position> end = problem.place().end();
      if (end.isPresent() && !end.equals(problem.place().position())) {
        String passage = passage(json, problem.place());
        JsonBytes text = JsonBytes.of(Optional.empty(), passage);
        assertThat(new ValueEnds(text, new TreeSet<>(List.of(0))).after(0))
            .as(problem + ": " + passage)
            .hasValue(passage.getBytes(UTF_8).length);
      }
    }
  }
}
