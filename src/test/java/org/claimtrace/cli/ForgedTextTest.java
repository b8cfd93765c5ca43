package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks all output for readers with texts that would reverse their surroundings, or forge lines. */
class ForgedTextTest {

  /** A graph with the sign ¤ in place of the hostile text. */
  private static final String GRAPH = """
      {
        "id": "g", "title": "Title¤", "thesis": ["claim"],
        "sources": {
          "good": {"title": "Good¤", "publisher": "Publisher¤", "published": "2020", "url": "https://example.org/a_b"},
          "bad": {"title": "Bad¤", "reliability": "E", "retracted": {"date": "2023", "note": "Retracted¤"}},
          "copy": {"title": "Copy¤", "derivedFrom": ["good"], "readIn": ["bad"]},
          "bare": "https://example.org/bare_url",
          "post": {"title": "Post¤"}
        },
        "claims": {
          "claim": {
            "text": "Claim¤", "note": "Claim note¤", "claimant": "Claimant¤",
            "appearances": [{"source": "post", "quote": "Appearance¤", "note": "Appearance note¤"}],
            "inferences": [
              {"id": "step", "premises": ["premise", "other"], "unless": ["exception"], "by": "post", "note": "Step¤"},
              {"id": "no", "stance": "refutes", "premises": [{"not": "other"}], "note": "Against¤"},
              {"id": "plain", "premises": ["other"]}
            ],
            "contradicts": ["rival"],
            "reviews": {"good": {"verdict": "supported", "rationale": "Rationale¤"}}
          },
          "premise": {
            "text": "Premise¤",
            "evidence": [
              {"id": "e", "source": "good", "quote": "Quote¤", "locator": "Locator¤", "translation": "Translation¤", "note": "Evidence note¤"},
              "copy", "bare"
            ]
          },
          "other": {"text": "Other¤", "evidence": [{"source": "bad", "overrides": []}, {"source": "bare", "stance": "refutes"}]},
          "exception": {"text": "Exception¤", "evidence": ["bad"], "searches": [{"where": "Where¤", "query": "Query¤", "note": "Search¤"}]},
          "rival": {"text": "Rival¤", "evidence": [{"source": "good", "stance": "qualifies"}, {"id": "r", "source": "post", "date": "2021"}]}
        }
      }
      """;

  /** Ids in Hebrew for those of the graph. */
  private static final ImmutableMap<String, String> IDS = ImmutableMap.of(
      "claim", "טענה1",
      "premise", "הנחה",
      "other", "אחר",
      "exception", "חריג",
      "rival", "יריב",
      "good", "טוב",
      "bad", "רע",
      "bare", "ערום",
      "e", "ראיה-2");

  private static final String TURNING =
      "\u202E\u2067\u2068 y\u2028# z\u2029\u202C | w\u2069\u2069 \u202B!\u200F";
  private static final String BREAKING = "\\n\\n# Forged\\n- ✓ supported\\t| x |\u2028> y";
  private static final String HEBREW = " \u05E9\u05DC\u05D5\u05DD 12, (a)";
  private static final String TURNING_SIGNS = "[\u200F\u202A-\u202E\u2066-\u2069]";

  @TempDir
  private Path folder;

  static Stream<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String options : List.of("", " --all")) {
      for (String format : List.of("text", "markdown")) {
        commands.add("explain @" + options + " --format " + format);
        commands.add("explain @ premise other exception rival" + options + " --format " + format);
        commands.add("trace @ claim" + options + " --format " + format);
      }
    }
    for (String format : List.of("text", "markdown")) {
      commands.add("diff @ @2 --format " + format);
      commands.add("history @ claim --format " + format);
      commands.add("history @ rival --format " + format);
      commands.add("whynot @ claim supported --format " + format);
      commands.add("whynot @ premise refuted --format " + format);
      commands.add("rests-on @ --format " + format);
      commands.add("rests-on @ good --format " + format);
      commands.add("rests-on @ bad --format " + format);
      commands.add("history @ claim --all --format " + format);
      commands.add("sensitivity @ other --format " + format);
      commands.add("whatif @ --vindicate bad --strike e --suppose other=open --format " + format);
      commands.add("sensitivity @ claim --format " + format);
      commands.add("sensitivity @ premise --format " + format);
    }
    commands.add("evaluate @");
    commands.add("query @ --kind fact");
    commands.add("check @");
    commands.add("whatif @ --discredit good --discredit bare");
    return commands.stream().flatMap(each -> Stream.of(each + " --lang en", each + " --lang zh"));
  }

  /** Ids may be of letters that are written from right to left, which must not turn what is around them either. */
  @ParameterizedTest
  @MethodSource("commands")
  void haveIdsThatAreReadFromRightToLeft(String command) throws IOException {
    for (int columns : new int[] {44, 100}) {
      toldOf(fromRightToLeft(command), inHebrew().replace("¤", ""), columns)
          .forEach(ForgedTextTest::assertThatNothingIsTurnedOutside);
    }
  }

  private static String fromRightToLeft(String command) {
    return Arrays.stream(command.split(" ", -1))
        .map(word -> IDS.getOrDefault(word, word).replace("other=", IDS.get("other") + "="))
        .collect(Collectors.joining(" "));
  }

  private static String inHebrew() {
    String graph = GRAPH;
    for (Map.Entry<String, String> id : IDS.entrySet()) {
      graph = graph.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
    }
    return graph;
  }

  private List<String> told(String command, String sign, int columns) throws IOException {
    return toldOf(command, GRAPH.replace("¤", sign), columns);
  }

  private List<String> toldOf(String command, String graph, int columns) throws IOException {
    Path file = Files.writeString(folder.resolve("g.json"), graph);
    Path other = Files.writeString(
        folder.resolve("g2.json"),
        graph
            .replace("\"reliability\": \"E\", ", "")
            .replace("\"unless\": [\"exception\"], ", "")
            .replace("\"source\": \"bare\", \"stance\"", "\"source\": \"good\", \"stance\"")
            .replace("\"source\": \"ערום\", \"stance\"", "\"source\": \"טוב\", \"stance\""));
    String[] arguments = Arrays.stream(command.split(" ", -1))
        .map(each ->
            each.equals("@") ? file.toString() : each.equals("@2") ? other.toString() : each)
        .toArray(String[]::new);
    CommandRun run = CommandRun.in(columns, false, arguments);
    assertThat(run.status()).as(run.err()).isLessThan(2);
    assertThat(run.out()).isNotEmpty();
    return Arrays.asList(run.out().split("\n", -1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void doNotReverseTheirSurroundings(String command) throws IOException {
    for (int columns : new int[] {44, 100}) {
      List<String> lines = told(command, TURNING, columns);
      // A reader sees the same as with harmless words.
      String harmless = TURNING.replaceAll("[\u2028\u2029]", " ").replaceAll(TURNING_SIGNS, "");
      assertThat(withoutSource(lines).stream().map(line -> line.replaceAll(TURNING_SIGNS, "")))
          .containsExactlyElementsOf(withoutSource(told(command, harmless, columns)));
      lines.forEach(ForgedTextTest::assertThatNothingIsTurnedOutside);
      assertThat(lines).anyMatch(line -> line.contains("\u202E"));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void forgeNoLines(String command) throws IOException {
    String harmless = BREAKING.replaceAll("\\\\[nt]|\u2028", " ");
    assertThat(withoutSource(told(command, BREAKING, 100)))
        .isEqualTo(withoutSource(told(command, harmless, 100)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void areReadFromRightToLeftWithoutTheirSurroundings(String command) throws IOException {
    List<String> lines = told(command, HEBREW, 44);
    lines.forEach(ForgedTextTest::assertThatNothingIsTurnedOutside);
    assertThat(lines).anyMatch(line -> line.contains("\u2068"));
  }

  /** Returns lines without those of the file that are quoted above a caret, which show its escapes as they are written. */
  private static List<String> withoutSource(List<String> lines) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (i + 1 < lines.size() && lines.get(i + 1).strip().equals("^")) {
        i++;
      } else {
        others.add(lines.get(i));
      }
    }
    return others;
  }

  /** Checks a left-to-right line with Java's own implementation of the algorithm. */
  private static void assertThatNothingIsTurnedOutside(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int isolates = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\u2069') {
        isolates--;
      }
      if (isolates == 0) {
        assertThat(bidi.getLevelAt(i)).as("%s of %s", i, line).isZero();
      }
      if (c >= '\u2066' && c <= '\u2068') {
        isolates++;
      }
      assertThat(isolates).as(line).isNotNegative();
      assertThat(Character.isISOControl(c) || c == '\u2028' || c == '\u2029')
          .as(line)
          .isFalse();
    }
    assertThat(isolates).as(line).isZero();
  }
}
