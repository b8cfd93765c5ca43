package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardInputTest {

  private static final String FLAGSHIP = "claims/gpt-4o-retro.json";

  private static CommandRun run(String input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandRun.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate -",
        "explain -",
        "trace - 4o-hazardous",
        "whatif - --discredit x-post",
        "history - 4o-hazardous",
        "whynot - 4o-hazardous refuted",
        "rests-on -",
        "sensitivity - 4o-hazardous",
        "lines -",
        "diff - claims/gpt-4o-retro.json"
      })
  void isReadByEachCommandThatTakesAFile(String line) throws IOException {
    CommandRun piped = run(Files.readString(Path.of(FLAGSHIP)), line.split(" ", -1));
    CommandRun named = CommandRun.of(
        line.replace(" -", " " + FLAGSHIP).replace(FLAGSHIP + "-", "--").split(" ", -1));
    assertThat(piped).isEqualTo(named);
    assertThat(piped.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check -", "query - --verdict refuted", "validate -"})
  void isReadByEachCommandThatTakesFolders(String line) throws IOException {
    CommandRun piped = run(Files.readString(Path.of(FLAGSHIP)), line.split(" ", -1));
    CommandRun named = CommandRun.of(line.replace(" - ", " " + FLAGSHIP + " ")
        .replaceAll(" -$", " " + FLAGSHIP)
        .split(" ", -1));
    assertThat(piped.out().replace("standard input", FLAGSHIP)).isEqualTo(named.out());
    assertThat(piped.status()).isEqualTo(named.status());
  }

  @Test
  void isCalledByItsName() {
    assertThat(run("{\"id\": \"g\", \"claims\": {}}", "evaluate", "-"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "standard input:1:1 (whole graph) missing-member: the graph has no title. Write one under 'title'.\n"));
  }

  @Test
  void isPrintedInCanonicalForm() {
    assertThat(run("{\"title\": \"t\", \"id\": \"g\", \"claims\": {}}", "format", "-"))
        .isEqualTo(new CommandRun(
            0, "{\n  \"id\": \"g\",\n  \"title\": \"t\",\n  \"claims\": {}\n}\n", ""));
    assertThat(run("{\"title\": \"t\", \"id\": \"g\", \"claims\": {}}", "format", "--check", "-")
            .status())
        .isEqualTo(1);
  }

  @Test
  void isPrintedAfterItsFixes() {
    assertThat(run("{\"id\": \"g\", \"name\": \"t\", \"claims\": {}}", "validate", "-", "--fix"))
        .isEqualTo(new CommandRun(0, "{\"id\": \"g\", \"title\": \"t\", \"claims\": {}}", """
            standard input:1:13 (/name) fixed: the graph has no member 'name'. It is now called 'title'.
            claimtrace: 1 problem is fixed. 1 file is valid.
            """));
    assertThat(run("{}", "validate", "-", "--fix", "--format", "json"))
        .isEqualTo(new CommandRun(2, "", """
            claimtrace: --fix prints the document that standard input holds, and nothing beside it: name '-' alone, without --format json.
            Run 'claimtrace validate --help' to see what there is.
            """));
  }

  @Test
  void canBeReadOnlyOnce() {
    assertThat(run("{}", "diff", "-", "-").err())
        .startsWith("claimtrace: '-' is given twice, and standard input can be read only once.");
    assertThat(run("{}", "validate", "-", "-").err())
        .startsWith("claimtrace: '-' is given twice, and standard input can be read only once.");
  }
}
