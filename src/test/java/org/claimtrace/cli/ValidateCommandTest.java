package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final String VALID =
      "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": \"b\"}}";
  private static final String BROKEN = "{\"id\": \"g\", \"claims\": {\"a\": 7}}";

  @TempDir
  private Path folder;

  private Path file(String name, String json) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, json);
  }

  private static String problems(Path file) {
    return """
        PATH:1:1 (whole graph) missing-member: the graph has no title. Write one under 'title'.
        PATH:1:29 (/claims/a) wrong-type: claim 'a' is a number, and must be a string or an object. Write what it states as a string, or an object with a "text".
        """.replace("PATH", file.toString());
  }

  @Test
  void reportsThatAllFilesAreValid() throws IOException {
    assertThat(CommandRun.of("validate", file("a.json", VALID).toString()))
        .isEqualTo(new CommandRun(0, "", "claimtrace: 1 file is valid.\n"));
    assertThat(CommandRun.of("validate", "claims", "claims/gpt-4o-retro.json"))
        .isEqualTo(new CommandRun(0, "", "claimtrace: 25 files are valid.\n"));
  }

  @Test
  void reportsTheProblemsOfFilesInAFolderByName() throws IOException {
    Path z = file("z.json", BROKEN);
    Path deep = file("a/b/c.json", BROKEN);
    file("a/good.json", VALID);
    file("m.json", VALID);
    file("notes.txt", "no claims");
    file(".hidden.json", BROKEN);
    file(".git/config.json", BROKEN);
    assertThat(CommandRun.of("validate", folder.toString()))
        .isEqualTo(new CommandRun(
            2,
            problems(deep) + problems(z),
            "claimtrace: 2 files are valid, 2 are not. 4 problems.\n"));
  }

  @Test
  void keepsTheOrderOfTheCommandLine() throws IOException {
    Path b = file("b.json", BROKEN);
    Path a = file("a.json", BROKEN);
    assertThat(CommandRun.of("validate", b.toString(), a.toString()))
        .isEqualTo(new CommandRun(
            2,
            problems(b) + problems(a),
            "claimtrace: 0 files are valid, 2 are not. 4 problems.\n"));
  }

  @Test
  void reportsAFolderWithoutClaimFiles() throws IOException {
    file("notes.txt", "no claims");
    assertThat(CommandRun.of("validate", folder.toString()))
        .isEqualTo(new CommandRun(
            2,
            folder
                + ": no file in this folder ends in .json. Name the folder that holds the claim files.\n",
            "claimtrace: 0 files are valid, 1 is not.\n"));
  }

  @Test
  void searchesAHiddenFolderThatIsNamed() throws IOException {
    file(".hidden/a.json", VALID);
    assertThat(CommandRun.of("validate", folder.resolve(".hidden") + "/"))
        .isEqualTo(new CommandRun(0, "", "claimtrace: 1 file is valid.\n"));
  }

  @Test
  void followsLinksToFilesButNotToFolders() throws IOException {
    file("real/a.json", VALID);
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real/a.json"));
    Files.createSymbolicLink(folder.resolve("loop.json"), folder);
    assertThat(CommandRun.of("validate", folder.toString()))
        .isEqualTo(new CommandRun(0, "", "claimtrace: 2 files are valid.\n"));
  }

  @Test
  void skipsAPipe() throws IOException, InterruptedException {
    file("a.json", VALID);
    Path pipe = folder.resolve("pipe.json");
    try {
      assumeTrue(
          new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
    } catch (IOException e) {
      assumeTrue(false, "no pipes here");
    }
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("pipe.json"));
    assertThat(CommandRun.of("validate", folder.toString()))
        .isEqualTo(new CommandRun(0, "", "claimtrace: 1 file is valid.\n"));
  }

  @Test
  void reportsALinkToNothing() throws IOException {
    file("a.json", VALID);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("gone.json"));
    assertThat(CommandRun.of("validate", folder.toString()))
        .isEqualTo(new CommandRun(
            2,
            link
                + " (whole graph) unreadable: there is no such file. Check its name and its folder.\n",
            "claimtrace: 1 file is valid, 1 is not. 1 problem.\n"));
  }

  @Test
  void reportsFoldersThatItMayNotRead() throws IOException {
    file("a.json", VALID);
    Path closed = file("closed/b.json", VALID).getParent();
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "whoever runs this may look everywhere");
      assertThat(CommandRun.of("validate", folder.toString()))
          .isEqualTo(new CommandRun(
              2,
              closed + ": you may not look into this folder. Change its permissions.\n",
              "claimtrace: 1 file is valid, 1 is not.\n"));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void listsFilesAndTheirProblemsForPrograms() throws IOException {
    Path broken = file("a.json", BROKEN);
    Path valid = file("b.json", VALID);
    CommandRun run =
        CommandRun.of("validate", broken.toString(), valid.toString(), "--format", "json");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("claimtrace: 1 file is valid, 1 is not. 2 problems.\n");
    assertThat(run.out())
        .isEqualTo("""
        {
          "format": 1,
          "result": "validated-files",
          "files": [
            {
              "file": "BROKEN",
              "valid": false,
              "count": 2,
              "problems": [
                {
                  "file": "BROKEN",
                  "line": 1,
                  "column": 1,
                  "end": {
                    "line": 1,
                    "column": 32
                  },
                  "pointer": "",
                  "code": "missing-member",
                  "message": "the graph has no title",
                  "remedy": "Write one under 'title'."
                },
                {
                  "file": "BROKEN",
                  "line": 1,
                  "column": 29,
                  "end": {
                    "line": 1,
                    "column": 30
                  },
                  "pointer": "/claims/a",
                  "code": "wrong-type",
                  "message": "claim 'a' is a number, and must be a string or an object",
                  "remedy": "Write what it states as a string, or an object with a \\"text\\"."
                }
              ]
            },
            {
              "file": "VALID",
              "valid": true,
              "count": 0,
              "problems": []
            }
          ]
        }
        """.replace("BROKEN", broken.toString()).replace("VALID", valid.toString()));
  }

  @Test
  void listsFoldersThatHoldNothingForPrograms() throws IOException {
    file("notes.txt", "no claims");
    assertThat(CommandRun.of("validate", folder.toString(), "--format", "json").out())
        .contains(
            "\"files\": []", "\"unreadable\": [\n    \"" + folder + ": no file in this folder");
  }

  @Test
  void makesTheChangesThatAreCertainAndTellsTheRest() throws IOException {
    Path a = file(
        "a.json",
        "{\"id\": \"g\", \"name\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"kind\": \"Fact\", \"about\": 7}}}");
    Path b = file("b.json", VALID);
    CommandRun before = CommandRun.of("validate", folder.toString());
    assertThat(before.err())
        .isEqualTo("claimtrace: 1 file is valid, 1 is not. 3 problems; --fix cures 2.\n");
    assertThat(CommandRun.of("validate", "--fix", folder.toString()))
        .isEqualTo(new CommandRun(
            2,
            """
            A:1:13 (/name) fixed: the graph has no member 'name'. It is now called 'title'.
            A:1:64 (/claims/a/kind) fixed: 'Fact' is not a kind of claim. It is now "fact".
            A:1:82 (/claims/a/about) wrong-type: 'about' is a number, and must be a list of strings. Write a list, such as ["…"].
            """.replace("A:", a + ":"),
            "claimtrace: 2 problems are fixed. 1 file is valid, 1 is not. 1 problem.\n"));
    assertThat(a)
        .hasContent(
            "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": {\"text\": \"A\", \"kind\": \"fact\", \"about\": 7}}}");
    assertThat(b).hasContent(VALID);
  }

  @Test
  void listsTheChangesForPrograms() throws IOException {
    Path file = file("a.json", "{\"id\": \"g\", \"name\": \"t\", \"claims\": {}}");
    String patch = """
              "fix": [
                {
                  "op": "move",
                  "from": "/name",
                  "path": "/title"
                }
              ]
    """;
    assertThat(CommandRun.of("validate", file.toString(), "--format", "json").out())
        .contains(patch.strip());
    CommandRun fixed = CommandRun.of("validate", file.toString(), "--format", "json", "--fix");
    assertThat(fixed.out())
        .contains("\"valid\": true", "\"problems\": []", "\"fixed\": [\n")
        .contains("\"path\": \"/title\"");
    assertThat(fixed.err()).isEqualTo("claimtrace: 1 problem is fixed. 1 file is valid.\n");
  }
}
