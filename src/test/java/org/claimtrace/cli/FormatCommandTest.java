package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

  private static final String CANONICAL = """
      {
        "id": "g",
        "title": "t",
        "claims": {
          "甲": "水是湿的"
        }
      }
      """;
  private static final String LOOSE =
      "{\"claims\": {\"甲\": {\"text\": \"水是湿的\"}}, \"title\": \"t\", \"id\": \"g\"}";

  @TempDir
  private Path folder;

  private String file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json).toString();
  }

  private String read(String path) throws IOException {
    return Files.readString(Path.of(path));
  }

  @Test
  void rewritesAndNamesFilesThatAreNotCanonical() throws IOException {
    String loose = file("loose.json", LOOSE);
    String canonical = file("canonical.json", CANONICAL);
    assertThat(CommandRun.of("format", loose, canonical))
        .isEqualTo(new CommandRun(0, loose + "\n", ""));
    assertThat(read(loose)).isEqualTo(CANONICAL);
    assertThat(CommandRun.of("format", loose, canonical)).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void changesNothingWhenItOnlyChecks() throws IOException {
    String loose = file("loose.json", LOOSE);
    String canonical = file("canonical.json", CANONICAL);
    assertThat(CommandRun.of("format", "--check", loose, canonical))
        .isEqualTo(new CommandRun(
            1,
            loose + "\n",
            "claimtrace: not in canonical form. Rewrite with 'claimtrace format'.\n"));
    assertThat(read(loose)).isEqualTo(LOOSE);
    assertThat(CommandRun.of("format", "--check", canonical)).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void skipsABrokenFile() throws IOException {
    String broken = file("broken.json", "{\"id\": \"g\", \"title\": \"t\"}");
    String loose = file("loose.json", LOOSE);
    String problem = broken
        + ":1:1 (whole graph) missing-member: the graph has no claims. Write them under 'claims', if only {}.\n";
    assertThat(CommandRun.of("format", "--check", broken, loose))
        .isEqualTo(new CommandRun(2, loose + "\n", problem));
    assertThat(CommandRun.of("format", broken, loose))
        .isEqualTo(new CommandRun(2, loose + "\n", problem));
    assertThat(read(broken)).isEqualTo("{\"id\": \"g\", \"title\": \"t\"}");
    assertThat(read(loose)).isEqualTo(CANONICAL);
  }

  @Test
  void followsALinkAndKeepsThePermissions() throws IOException {
    String loose = file("loose.json", LOOSE);
    Files.setPosixFilePermissions(Path.of(loose), PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("loose.json"));
    assertThat(CommandRun.of("format", link.toString()).status()).isEqualTo(0);
    assertThat(link).isSymbolicLink();
    assertThat(read(loose)).isEqualTo(CANONICAL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(loose))))
        .isEqualTo("rw-rw-r--");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void reportsAFileThatItMayNotWrite() throws IOException {
    String loose = file("loose.json", LOOSE);
    Files.setPosixFilePermissions(Path.of(loose), PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(Path.of(loose)), "whoever runs this may write everywhere");
    assertThat(CommandRun.of("format", loose))
        .isEqualTo(new CommandRun(
            2, "", loose + ": cannot be rewritten: the file is read-only. It is left as it is.\n"));
    assertThat(read(loose)).isEqualTo(LOOSE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesAFileAloneThatHasAnotherName() throws IOException {
    String loose = file("loose.json", LOOSE);
    String other = file("other.json", LOOSE);
    Path second = Files.createLink(folder.resolve("second.json"), Path.of(loose));
    assertThat(CommandRun.of("format", loose, other))
        .isEqualTo(
            new CommandRun(
                2,
                other + "\n",
                loose
                    + ": cannot be rewritten: it has 2 names (hard links), and only this one would lead to the new text."
                    + " Put a copy in its place first, or write to another file. It is left as it is.\n"));
    assertThat(read(loose)).isEqualTo(LOOSE);
    assertThat(Files.isSameFile(Path.of(loose), second)).isTrue();
    assertThat(CommandRun.of("format", "--check", loose).status()).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isolatesTheDirectionOfFileNamesInMessages() throws IOException {
    assumeTrue(FileName.isUnicode(), "only where files can have such names");
    String loose = file("a\u202Eb\u001B[1m.json", LOOSE);
    Files.createLink(folder.resolve("second.json"), Path.of(loose));
    assertThat(CommandRun.of("format", loose).err())
        .startsWith(
            "\u2068" + folder + "/a\u202Eb\uFFFD[1m.json\u202C\u2069: cannot be rewritten: ");
  }

  @Test
  void changesNothingIfOneNameIsInvalid() throws IOException {
    String loose = file("loose.json", LOOSE);
    assertThat(CommandRun.of("format", loose, "")).isEqualTo(new CommandRun(2, "", """
            claimtrace: No file can have the name ''.
            Run 'claimtrace format --help' to see what there is.
            """));
    assertThat(read(loose)).isEqualTo(LOOSE);
  }
}
