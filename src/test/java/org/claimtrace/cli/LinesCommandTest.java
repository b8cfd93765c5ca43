package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesCommandTest {

  @TempDir
  private Path folder;

  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("g.json"), """
            {
              "id": "g",
              "title": "t",
              "claims": {
                "a": {
                  "text": "A",
                  "evidence": ["s", {"id": "second", "source": "s", "stance": "refutes"}],
                  "inferences": [{"premises": ["b", {"not": "c"}], "stance": "qualifies", "assuming": ["c"], "unless": ["b"], "by": "s"}],
                  "reviews": {"s": "refuted"}
                },
                "b": "B",
                "c": "C"
              },
              "sources": {"s": "S"}
            }
            """).toString();
  }

  @Test
  void namesTheLinesOfEveryClaim() {
    assertThat(CommandRun.of("lines", file)).isEqualTo(new CommandRun(0, """
            a
              a/evidence/s  evidence supports s
              second        evidence refutes s
              a/inference   inference qualifies from b, not c assuming c unless b by s
              a/reviews/s   review refuted s
            b
              (no lines)
            c
              (no lines)
            """, ""));
  }

  @Test
  void namesTheLinesOfOneClaimForPrograms() {
    assertThat(CommandRun.of("lines", file, "b").out()).isEqualTo("b\n  (no lines)\n");
    assertThat(CommandRun.of("lines", file, "a", "--format", "json").out()).isEqualTo("""
            {
              "format": 1,
              "result": "lines",
              "graph": "g",
              "claims": {
                "a": [
                  {
                    "id": "a/evidence/s",
                    "kind": "evidence",
                    "stance": "supports",
                    "source": "s"
                  },
                  {
                    "id": "second",
                    "kind": "evidence",
                    "stance": "refutes",
                    "source": "s"
                  },
                  {
                    "id": "a/inference",
                    "kind": "inference",
                    "stance": "qualifies",
                    "premises": [
                      "b",
                      {
                        "not": "c"
                      }
                    ],
                    "assuming": [
                      "c"
                    ],
                    "unless": [
                      "b"
                    ],
                    "by": "s"
                  },
                  {
                    "id": "a/reviews/s",
                    "kind": "review",
                    "source": "s",
                    "verdict": "refuted"
                  }
                ]
              }
            }
            """);
  }

  @Test
  void tellsASourceFromAClaim() {
    assertThat(CommandRun.of("lines", file, "s").err())
        .startsWith(
            "claimtrace: 's' is a source, and a claim must be named here. The claims are: a, b, c.\n");
    assertThat(CommandRun.of("whatif", file, "--discredit", "a").err())
        .startsWith(
            "claimtrace: 'a' is a claim, and a source must be named here. The sources are: s.\n");
    assertThat(CommandRun.of("whatif", file, "--strike", "line:s").err())
        .startsWith(
            "claimtrace: 's' is a source, and a line must be named here. 'claimtrace lines FILE' names the lines.\n");
  }

  @Test
  void gradesAreSetInTheWordsOfTheFile() {
    assertThat(CommandRun.of("whatif", file, "--set", "s=b").out())
        .isEqualTo(CommandRun.of("whatif", file, "--set", "s=0.8").out());
    assertThat(CommandRun.of("whatif", file, "--set", "second=very likely").out())
        .isEqualTo(CommandRun.of("whatif", file, "--set", "second=0.9").out());
    assertThat(CommandRun.of("whatif", file, "--set", "s=likely").err())
        .startsWith(
            "claimtrace: --set: 'likely' is not a reliability. Write a number from 0 to 1, such as 0.8, or a letter from A to F.\n");
    assertThat(CommandRun.of("whatif", file, "--set", "second=B").err())
        .startsWith(
            "claimtrace: --set: 'B' is not a strength. Write a number from 0 to 1, such as 0.8, or a term, such as 'very likely'.\n");
  }

  @Test
  void aLanguageThatIsNotThereSaysSo() {
    assertThat(CommandRun.of("evaluate", file, "--lang", "fr").err())
        .isEqualTo(
            "claimtrace: there is no 'fr' here, only English (en) and Chinese (zh). English is used, and texts of the graph are in"
                + " 'fr' where it has them.\n");
    assertThat(CommandRun.of("evaluate", file, "--lang", "en-GB").err()).isEmpty();
    assertThat(CommandRun.of("evaluate", file, "--lang", "zh-Hant").err()).isEmpty();
    assertThat(
            CommandRun.of("evaluate", file, "--lang", "fr", "--format", "json").err())
        .isEmpty();
  }
}
