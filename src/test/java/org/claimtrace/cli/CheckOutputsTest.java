package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code claimtrace check} writes for other programs: annotations, SARIF and JUnit XML. */
class CheckOutputsTest {

  private static final String GRAPH = """
      {"id": "g", "title": "T",
       "claims": {"c": {"text": "Full: 100%, twice", "evidence": ["z", "a"], "reviews": {"x": "refuted"}}},
       "sources": {"x": "Checkers", "y": "Unread & <new>", "z": "Witness", "a": {"title": "Paper A", "derivedFrom": ["b"]},
         "b": {"title": "Paper B", "derivedFrom": ["a"]}}}
      """;

  @TempDir
  private Path folder;

  private String file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json).toString();
  }

  @Nested
  class AnnotationsForGithub {
    @Test
    void areWorkflowCommandsWithWhatWouldEndThemEscaped() throws IOException {
      String file = file("a,b.json", GRAPH);
      assertThat(CommandRun.of("check", file, "--format", "github"))
          .isEqualTo(
              new CommandRun(
                  1,
                  """
              ::error file=¤,line=2,col=84,title=review-does-not-follow::“Checkers” published “refuted” on “Full: 100%25, twice”, but “supported” follows from the evidence.%0AEnter the evidence on which the reviewer relied; if there is none, tell the reviewer and the readers.
              ::notice file=¤,line=3,col=31,title=unused-source::Nothing in the graph uses “Unread & <new>”.%0AUse it where it bears on a claim, or take it out.
              ::error file=¤,line=3,col=70,title=circular-sourcing::These sources have it from each other, in a ring: “Paper A” → “Paper B” → “Paper A”. No source outside stands behind them, so nothing that they only pass on counts.%0AFind out which of them had it first, and from whom, and take that one's “derivedFrom” away or name its true origin.
              """.replace("¤", file.replace(",", "%2C")),
                  "claimtrace: The one published verdict does not follow from the evidence. The inspection found one error, one note.\n"));
    }

    @Test
    void nameFilesFromTheCurrentFolder() {
      Path file = Path.of("claims/gpt-4o-retro.json");
      String expected =
          "::notice file=claims/gpt-4o-retro.json,line=1,col=1,title=taken-for-certain::";
      for (String name :
          new String[] {file.toString(), "./" + file, file.toAbsolutePath().toString()}) {
        assertThat(CommandRun.of("check", name, "--format", "github").out()).startsWith(expected);
      }
    }

    @Test
    void tellWhatIsWrongWithFilesThatCannotBeRead() throws IOException {
      String file = file("broken.json", "{\n");
      assertThat(CommandRun.of("check", file, "--format", "github").out())
          .isEqualTo("::error file=" + file
              + ",line=2,col=1,title=truncated::the file ends before the end of the object that begins in line 1."
              + "%0AWrite '}', or the rest of it if something was cut off.\n");
    }

    @Test
    void keepVerdictsThatDoNotFollowWithoutFindings() throws IOException {
      String file = file("g.json", GRAPH);
      assertThat(CommandRun.of("check", file, "--format", "github", "--no-findings")
              .out()
              .lines())
          .singleElement()
          .asString()
          .startsWith("::error file=" + file + ",line=2,col=84,title=review-does-not-follow::");
    }

    @Test
    void speakTheLanguageAskedFor() throws IOException {
      assertThat(CommandRun.of("check", file("g.json", GRAPH), "--format", "github", "--lang", "zh")
              .out())
          .contains("title=unused-source::图中没有任何地方用到");
    }
  }

  @Nested
  class SarifInAFile {
    @Test
    void isWrittenBesideTheOutput() throws IOException {
      Path sarif = folder.resolve("findings.sarif");
      String flagship = "claims/gpt-4o-retro.json";
      CommandRun without = CommandRun.of("check", flagship);
      assertThat(CommandRun.of("check", flagship, "--sarif", sarif.toString())).isEqualTo(without);
      JsonNode results = JsonMapper.shared()
          .readTree(Files.readString(sarif))
          .get("runs")
          .get(0)
          .get("results");
      assertThat(results).hasSize(22);
      assertThat(results.get(0).get("ruleId").asString()).isEqualTo("taken-for-certain");
      assertThat(results
              .get(0)
              .get("locations")
              .get(0)
              .get("physicalLocation")
              .get("artifactLocation")
              .get("uri")
              .asString())
          .isEqualTo(flagship);
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(sarif);
      }
    }

    @Test
    void thatCannotBeWrittenIsSaid() {
      Path nowhere = folder.resolve("missing/findings.sarif");
      CommandRun run = CommandRun.of(
          "check", "claims/worked-cases/one-good-witness.json", "--sarif", nowhere.toString());
      assertThat(run)
          .isEqualTo(new CommandRun(
              2,
              "",
              nowhere + ": cannot be written: its folder is not there.\n"
                  + "claimtrace: There are no published verdicts to check.\n"));
    }

    @Test
    void needsAnotherNameThanJunit() {
      assertThat(CommandRun.of("check", "claims", "--sarif", "a", "--junit", "a"))
          .isEqualTo(new CommandRun(2, "", """
              claimtrace: --sarif and --junit name the same file. Name one for each.
              Run 'claimtrace check --help' to see what there is.
              """));
    }
  }

  @Nested
  class JunitInAFile {
    private String xml(String... options) throws Exception {
      Path xml = folder.resolve("checks.xml");
      String[] arguments = new String[options.length + 3];
      arguments[0] = "check";
      System.arraycopy(options, 0, arguments, 1, options.length);
      arguments[options.length + 1] = "--junit";
      arguments[options.length + 2] = xml.toString();
      CommandRun.of(arguments);
      assertThat(DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(xml.toFile())
              .getDocumentElement()
              .getTagName())
          .isEqualTo("testsuites");
      return Files.readString(xml);
    }

    @Test
    void hasATestForEachVerdictAndEachElementWithFindings() throws Exception {
      String file = file("g.json", GRAPH);
      assertThat(xml(file)).isEqualTo("""
          <?xml version="1.0" encoding="UTF-8"?>
          <testsuites name="claimtrace" tests="3" failures="2" errors="0">
            <testsuite name="¤" tests="3" failures="2" errors="0">
              <testcase name="c/reviews/x" classname="¤" file="¤">
                <failure type="does-not-follow" message="The verdict of “Checkers” is entered here as “Refuted”. From the evidence follows “Supported”.">does-not-follow: The verdict of “Checkers” is entered here as “Refuted”. From the evidence follows “Supported”.</failure>
              </testcase>
              <testcase name="y" classname="¤" file="¤">
                <system-out>unused-source: ¤:3:31 Nothing in the graph uses “Unread &amp; &lt;new&gt;”.
          Use it where it bears on a claim, or take it out.</system-out>
              </testcase>
              <testcase name="a" classname="¤" file="¤">
                <failure type="circular-sourcing" message="¤:3:70 These sources have it from each other, in a ring: “Paper A” → “Paper B” → “Paper A”. No source outside stands behind them, so nothing that they only pass on counts.">circular-sourcing: ¤:3:70 These sources have it from each other, in a ring: “Paper A” → “Paper B” → “Paper A”. No source outside stands behind them, so nothing that they only pass on counts.
          Find out which of them had it first, and from whom, and take that one's “derivedFrom” away or name its true origin.</failure>
              </testcase>
            </testsuite>
          </testsuites>
          """.replace("¤", file));
    }

    @Test
    void failsOnWhatTheCheckFailsOn() throws Exception {
      String file = file("g.json", GRAPH);
      assertThat(xml(file, "--fail-on", "note")).contains("tests=\"3\" failures=\"3\"");
      assertThat(xml(file, "--fail-on", "never")).contains("tests=\"3\" failures=\"1\"");
      assertThat(xml(file, "--no-findings")).contains("tests=\"1\" failures=\"1\"");
      assertThat(xml("claims/worked-cases/one-good-witness.json")).isEqualTo("""
          <?xml version="1.0" encoding="UTF-8"?>
          <testsuites name="claimtrace" tests="0" failures="0" errors="0">
            <testsuite name="claims/worked-cases/one-good-witness.json" tests="0" failures="0" errors="0"></testsuite>
          </testsuites>
          """);
    }

    @Test
    void failsForFilesThatCannotBeRead() throws Exception {
      String file = file("broken.json", "{\n");
      assertThat(xml(file))
          .contains(
              "<testcase name=\"¤\" classname=\"¤\" file=\"¤\">\n      <failure type=\"unreadable\" message=\"¤:2:1 "
                  .replace("¤", file));
    }
  }
}
