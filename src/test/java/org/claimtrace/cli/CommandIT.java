package org.claimtrace.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the executable jar as a process of its own, and checks its output and exit status. */
class CommandIT {

  private static final Path JAR = Path.of(System.getProperty("claimtrace.executable"));
  private static final String ALL_VALID = "claimtrace: 1 file is valid.\n";

  @TempDir
  private Path folder;

  @BeforeEach
  void layOutAClaimFile() throws IOException {
    Files.writeString(folder.resolve("水.json"), """
        {
          "id": "water",
          "title": {"en": "Is water wet?", "zh": "水是湿的吗？"},
          "claims": {
            "wet": {"text": {"en": "Water is wet", "zh": "水是湿的"}, "evidence": ["甲"]}
          },
          "sources": {"甲": "A witness"}
        }
        """);
    Files.writeString(folder.resolve("loose.json"), "{\"claims\":{},\"title\":\"t\",\"id\":\"g\"}");
  }

  /** The exit status and the output of a process. */
  private record Ended(int status, String out, String err) {}

  private ProcessBuilder process(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String coverage = System.getProperty("claimtrace.coverage", "");
    if (!coverage.isEmpty()) {
      command.add(coverage);
    }
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process
        .environment()
        .keySet()
        .removeIf(name -> name.equals("COLUMNS") || name.startsWith("LC_"));
    process.environment().put("LC_ALL", "C.UTF-8");
    process.environment().putAll(environment);
    return process;
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return ended(process(Map.of(), arguments));
  }

  private Ended ended(ProcessBuilder builder) throws IOException, InterruptedException {
    Path err = Files.createTempFile("claimtrace", ".err");
    try {
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  @Nested
  class Evaluating {

    @Test
    void printsATable() throws IOException, InterruptedException {
      assertThat(run("evaluate", "水.json")).isEqualTo(new Ended(0, """
          Is water wet?

          ✓ supported    wet  Water is wet

          1 claim: 1 supported
          """, ""));
    }

    @Test
    void printsJson() throws IOException, InterruptedException {
      assertThat(run("evaluate", "--format=json", "水.json")).isEqualTo(new Ended(0, """
          {
            "format": 1,
            "result": "evaluation",
            "graph": "water",
            "method": "certain",
            "worlds": 1,
            "standard": "preponderance",
            "reviews": "evidence-first",
            "claims": {
              "wet": {"verdict": "supported", "supported": 1, "refuted": 0, "conflicting": 0, "unverified": 0, "qualified": 0}
            }
          }
          """, ""));
    }

    @Test
    void isAsWideAsTheEnvironmentSays() throws IOException, InterruptedException {
      assertThat(ended(process(Map.of("COLUMNS", "40"), "evaluate", "水.json", "--lang", "zh")))
          .isEqualTo(new Ended(0, """
              水是湿的吗？

              ✓ 属实      wet
                          水是湿的

              共 1 条说法：属实 1 条
              """, ""));
    }
  }

  /** Containers and cron jobs often have no locale, and Java then loses every character that is not ASCII. */
  @Nested
  class InALocaleWithoutUtf8 {

    private final Map<String, String> bare = Map.of("LC_ALL", "C", "LANG", "C");

    @BeforeEach
    void needLinux() {
      assumeTrue(
          Files.exists(Path.of("/proc/self/cmdline")),
          "only Linux keeps the bytes of a command line");
    }

    @Test
    void evaluatesAFileWithAChineseNameIntoChinese() throws IOException, InterruptedException {
      assertThat(ended(process(bare, "evaluate", "水.json", "--lang", "zh")))
          .isEqualTo(new Ended(0, """
              水是湿的吗？

              ✓ 属实      wet  水是湿的

              共 1 条说法：属实 1 条
              """, ""));
    }

    @Test
    void namesFilesInItsProblemsAsTheyAreNamed() throws IOException, InterruptedException {
      Path deep = Files.createDirectories(folder.resolve("资料/更多"));
      Files.writeString(
          deep.resolve("坏.json"),
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"a\": \"b\"}, \"x\": 1}");
      String problem = "坏.json:1:49 (/x) unknown-member: the graph has no member 'x'. ";
      for (String path : List.of("资料", "资料/更多/坏.json")) {
        Ended ended = ended(process(bare, "validate", path));
        assertThat(ended.out()).startsWith("资料/更多/" + problem).endsWith("\n").hasLineCount(1);
        assertThat(ended.err()).isEqualTo("claimtrace: 0 files are valid, 1 is not. 1 problem.\n");
        assertThat(ended.status()).isEqualTo(2);
      }
    }

    @Test
    void rewritesAFileWithAChineseName() throws IOException, InterruptedException {
      Files.copy(folder.resolve("loose.json"), folder.resolve("松.json"));
      assertThat(ended(process(bare, "format", "松.json"))).isEqualTo(new Ended(0, "松.json\n", ""));
      assertThat(ended(process(bare, "format", "松.json"))).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void saysWhichFileIsNotThere() throws IOException, InterruptedException {
      assertThat(ended(process(bare, "evaluate", "没有.json")))
          .isEqualTo(
              new Ended(
                  2,
                  "",
                  "没有.json (whole graph) unreadable: there is no such file. Check its name and its folder.\n"));
    }
  }

  @Nested
  class ABrokenFile {

    private Ended evaluated(Charset charset, String json) throws IOException, InterruptedException {
      Files.write(folder.resolve("broken.json"), json.getBytes(charset));
      return run("evaluate", "broken.json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "empty | '' | broken.json:1:1 | truncated",
          "cut short | {\"id\": \"g\", \"claims\": {\"水\": \"湿 | broken.json:1:31 | truncated",
          "not JSON | {\"id\": g} | broken.json:1:8 | syntax",
          "a key twice | {\"id\": \"g\", \"id\": \"g\", \"title\": \"t\", \"claims\": {}} | broken.json:1:13 | duplicate-key",
          "trailing | {\"id\": \"g\", \"title\": \"t\", \"claims\": {}} {} | broken.json:1:41 | trailing-content",
          "null | {\"id\": \"g\", \"title\": null, \"claims\": {}} | broken.json:1:22 | null-value",
        })
    void isReportedWithItsPlaceAndNoStackTrace(String what, String json, String place, String code)
        throws IOException, InterruptedException {
      Ended ended = evaluated(UTF_8, json);
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err().lines())
          .anySatisfy(line -> assertThat(line).startsWith(place + " ").contains(") " + code + ": "))
          .allSatisfy(line -> assertThat(line).startsWith("broken.json:"));
    }

    @Test
    void inAnotherEncodingIsReportedAsSuch() throws IOException, InterruptedException {
      for (Charset charset : List.of(UTF_16, ISO_8859_1)) {
        Ended ended = evaluated(charset, "{\"id\": \"g\", \"title\": \"Zürich\", \"claims\": {}}");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("broken.json").contains(" encoding: ");
      }
    }

    @Test
    void withManyProblemsListsAHundredAndTheNumberOfTheOthers()
        throws IOException, InterruptedException {
      StringBuilder json = new StringBuilder("{\"id\": \"g\", \"title\": \"t\", \"claims\": {");
      for (int i = 0; i < 150; i++) {
        json.append(i == 0 ? "" : ", ").append("\"c").append(i).append("\": 7");
      }
      Ended ended = evaluated(UTF_8, json.append("}}").toString());
      assertThat(ended.err().lines()).hasSize(101).last().isEqualTo("… and 50 more problems");
    }
  }

  @Nested
  class Formatting {

    @Test
    void rewritesAndThenFindsNothingToDo() throws IOException, InterruptedException {
      assertThat(run("format", "--check", "loose.json"))
          .isEqualTo(new Ended(
              1,
              "loose.json\n",
              "claimtrace: not in canonical form. Rewrite with 'claimtrace format'.\n"));
      assertThat(run("format", "loose.json")).isEqualTo(new Ended(0, "loose.json\n", ""));
      assertThat(run("format", "--check", "loose.json")).isEqualTo(new Ended(0, "", ""));
      assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void ofABrokenFileOutranksACheckThatFellShort() throws IOException, InterruptedException {
      Files.writeString(folder.resolve("broken.json"), "{");
      Ended ended = run("format", "--check", "broken.json", "loose.json");
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.out()).isEqualTo("loose.json\n");
      assertThat(Files.readString(folder.resolve("broken.json"))).isEqualTo("{");
    }
  }

  /** Events while the command rewrites a file. */
  @Nested
  class RewritingAtLength {

    private Path large;
    private String before;

    /** Writes a file so large that rewriting it takes longer than the signal. */
    @BeforeEach
    void layOutALargeFile() throws IOException {
      StringBuilder json =
          new StringBuilder("{\"title\": \"t\", \"id\": \"g\", \"claims\": {\"c\": \"x\"");
      for (int i = 0; i < 300_000; i++) {
        json.append(", \"claim-").append(i).append("\": \"A claim among very many\"");
      }
      before = json.append("}}").toString();
      large = Files.writeString(
          Files.createDirectory(folder.resolve("alone")).resolve("f.json"), before);
    }

    private List<String> names() throws IOException {
      try (Stream<Path> files = Files.list(large.getParent())) {
        return files.map(file -> file.getFileName().toString()).toList();
      }
    }

    @Test
    void keepsEditsThatAreSavedMeanwhile() throws IOException, InterruptedException {
      Path err = folder.resolve("err.txt");
      Process process = process(Map.of(), "format", large.toString())
          .redirectError(err.toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      while (process.isAlive() && names().size() == 1) {
        Thread.onSpinWait();
      }
      Path edited = Files.writeString(folder.resolve("edited.json"), "edited");
      Files.move(edited, large, StandardCopyOption.REPLACE_EXISTING);
      assumeTrue(names().size() == 2, "the edit came too late");
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(Files.readString(err))
          .isEqualTo(large
              + ": cannot be rewritten: it was changed after it had been read, and what was saved then would be lost."
              + " Try again. It is left as it is.\n");
      assertThat(large).hasContent("edited");
      assertThat(names()).containsExactly("f.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    @DisabledOnOs(OS.WINDOWS)
    void leavesAWholeFileAndNoTemporaryOneIfItIsTerminated(String signal)
        throws IOException, InterruptedException {
      Process process = process(Map.of(), "format", large.toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      while (process.isAlive() && names().size() == 1) {
        Thread.onSpinWait();
      }
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
          .start()
          .waitFor();
      process.waitFor();
      assertThat(names()).containsExactly("f.json");
      // If the signal was ignored or came too late, the file is rewritten, also whole.
      String after = Files.readString(large);
      assertThat(after.equals(before) || after.endsWith("\n  }\n}\n")).isTrue();
    }
  }

  @Nested
  class Validating {

    @Test
    void takesAFolder() throws IOException, InterruptedException {
      Files.delete(folder.resolve("loose.json"));
      assertThat(run("validate", ".")).isEqualTo(new Ended(0, "", ALL_VALID));
    }

    @Test
    void reportsFilesThatItMayNotRead() throws IOException, InterruptedException {
      Path closed = folder.resolve("loose.json");
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      assumeFalse(Files.isReadable(closed), "whoever runs this may read everything");
      assertThat(run("validate", "."))
          .isEqualTo(new Ended(
              2,
              "./loose.json (whole graph) unreadable: you may not read this file. Change its permissions.\n",
              "claimtrace: 1 file is valid, 1 is not.\n"));
    }
  }

  @Test
  void printsItsVersion() throws IOException, InterruptedException {
    Ended ended = run("--version");
    assertThat(ended.out()).matches("claimtrace \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
  }

  @Test
  void suggestsSimilarNames() throws IOException, InterruptedException {
    assertThat(run("evalute", "水.json"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "claimtrace: There is no command 'evalute'. Did you mean 'evaluate'?\nRun 'claimtrace --help' to see what there is.\n"));
  }

  @Nested
  class WhereNobodyReadsTheResult {

    /** Writes a graph whose result is larger than the buffer of any pipe. */
    private void layOutALargeGraph() throws IOException {
      StringBuilder json =
          new StringBuilder("{\"id\": \"large\", \"title\": \"t\", \"claims\": {\"first\": \"x\"");
      for (int i = 0; i < 20_000; i++) {
        json.append(", \"claim-").append(i).append("\": \"A claim among very many\"");
      }
      Files.writeString(folder.resolve("large.json"), json.append("}}"));
    }

    @ParameterizedTest
    @CsvSource({"table", "json"})
    void endsQuietly(String format) throws IOException, InterruptedException {
      layOutALargeGraph();
      Path err = folder.resolve("err.txt");
      Process process = process(Map.of(), "evaluate", "large.json", "--format", format)
          .redirectError(err.toFile())
          .start();
      try (InputStream out = process.getInputStream()) {
        assertThat(out.readNBytes(10)).hasSize(10);
      }
      assertThat(process.waitFor()).isZero();
      assertThat(Files.readString(err)).isEmpty();
    }

    @Test
    void reportsAFullDisk() throws IOException, InterruptedException {
      Path full = Path.of("/dev/full");
      assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
      Path err = folder.resolve("err.txt");
      Process process = process(Map.of(), "evaluate", "水.json")
          .redirectOutput(full.toFile())
          .redirectError(err.toFile())
          .start();
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(Files.readString(err))
          .isEqualTo("claimtrace: the result cannot be written: No space left on device\n");
    }
  }
}
