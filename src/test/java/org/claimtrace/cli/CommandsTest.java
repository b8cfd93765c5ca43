package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private static final String FLAGSHIP = "claims/gpt-4o-retro.json";
  private static final String WITNESS = "claims/worked-cases/one-good-witness.json";

  @TempDir
  private Path folder;

  private Path broken = Path.of("");

  @BeforeEach
  void breakAFile() throws IOException {
    broken = folder.resolve("broken.json");
    Files.writeString(broken, """
        {
          "id": "g", "titel": "t",
          "claims": {"a": {"text": "A", "evidence": ["sorce"], "kind": "fakt"}},
          "sources": {"source": "S"}
        }
        """);
  }

  @Nested
  class Evaluating {

    @Test
    void printsJsonForPrograms() {
      CommandRun run = CommandRun.of("evaluate", WITNESS, "--format", "json");
      assertThat(run).isEqualTo(new CommandRun(0, """
          {
            "format": 1,
            "result": "evaluation",
            "graph": "one-good-witness",
            "method": "exact",
            "standard": "preponderance",
            "reviews": "evidence-first",
            "claims": {
              "bakery-opens-on-sundays": {"verdict": "supported", "supported": 0.8, "refuted": 0, "conflicting": 0, "unverified": 0.2, "qualified": 0}
            },
            "takenForCertain": {
              "sources": 0,
              "evidence": 1,
              "inferences": 0
            }
          }
          """, ""));
    }

    @Test
    void readsGradesByLogicOnDemandWithANote() {
      CommandRun run = CommandRun.of("evaluate", WITNESS, "--format", "json", "--logic");
      assertThat(run.out())
          .contains("\"method\": \"certain\",\n  \"worlds\": 1,")
          .contains("\"supported\": 1,");
      assertThat(run.err())
          .isEqualTo(
              "claimtrace: grades are read by logic alone: above one half is yes, all others are no.\n");
    }

    @Test
    void takesAStandard() {
      CommandRun run = CommandRun.of("evaluate", WITNESS, "--standard", "beyond-reasonable-doubt");
      assertThat(run.out()).contains("standard: beyond-reasonable-doubt").contains("? unverified");
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(strings = {"40", "80", "120"})
    void keepsToTheWidthInBothLanguages(String width) {
      for (String language : new String[] {"en", "zh"}) {
        CommandRun run = CommandRun.of("evaluate", FLAGSHIP, "--lang", language, "--width", width);
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
            .allSatisfy(line ->
                assertThat(Columns.width(line)).isLessThanOrEqualTo(Integer.parseInt(width)));
      }
    }

    @Test
    void reportsAllProblemsOfAFile() {
      CommandRun run = CommandRun.of("evaluate", broken.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines().map(line -> line.replace(broken.toString(), "broken.json")))
          .containsExactly(
              "broken.json:2:14 (/titel) unknown-member: the graph has no member 'titel'. Did you mean 'title'?",
              "broken.json:3:46 (/claims/a/evidence/0) unknown-source: no source 'sorce'. Did you mean 'source'?",
              "broken.json:3:64 (/claims/a/kind) unknown-word: 'fakt' is not a kind of claim. Did you mean 'fact'?");
    }
  }

  @Nested
  class WithATimeLimit {

    @Test
    void stopsWhenTheTimeIsUp() {
      for (String command : List.of("evaluate", "explain", "check", "diff")) {
        List<String> arguments = new ArrayList<>(List.of(command, WITNESS));
        if (command.equals("diff")) {
          arguments.add(FLAGSHIP);
        }
        arguments.addAll(List.of("--time-limit", "1e-9"));
        assertThat(CommandRun.of(arguments.toArray(new String[0])))
            .as(command)
            .isEqualTo(new CommandRun(
                2, "", "claimtrace: stopped: it takes longer than the time limit of 1.0E-9 s\n"));
      }
    }

    @Test
    void isNotAffectedByALimitThatItMeets() {
      assertThat(CommandRun.of("evaluate", WITNESS, "--time-limit", "999999"))
          .isEqualTo(CommandRun.of("evaluate", WITNESS));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"0", "-1", "ten", "NaN", "1e10", "1e999999999", ""})
    void rejectsInvalidTimes(String seconds) {
      assertThat(CommandRun.of("evaluate", WITNESS, "--time-limit", seconds))
          .isEqualTo(new CommandRun(
              2,
              "",
              "claimtrace: --time-limit: '" + seconds
                  + "' is not a number of seconds. Write one greater than 0, such as 10 or 0.5.\n"
                  + "Run 'claimtrace evaluate --help' to see what there is.\n"));
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
      Thread.currentThread().interrupt();
      try {
        assertThat(CommandRun.of("evaluate", WITNESS))
            .isEqualTo(new CommandRun(2, "", "claimtrace: stopped: the thread was interrupted\n"));
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Nested
  class WithAScenario {

    @Test
    void printsTheVerdictsThatChange() {
      assertThat(CommandRun.of("whatif", WITNESS, "--set", "neighbour=0.3"))
          .isEqualTo(new CommandRun(0, """
          What if: Does the bakery open on Sundays?

          Suppose
            • The reliability of “The neighbour, who buys her bread there” [1] is 0.3
              instead of 0.8.

          Then
            The verdict changes.

          ✓ Supported → ? Unverified  [bakery-opens-on-sundays]
            The bakery on the corner opens on Sundays
            Supported in 80% of worlds → 30%; refuted in 0% → 0%.

          Sources
            [1] “The neighbour, who buys her bread there”
                Graded 0.8 for reliability. 0.8: on opening hours she has been right four
                times out of five.
          """, ""));
    }

    @Test
    void roundsOnlyCertainChancesTo0Or100() {
      assertThat(CommandRun.of("whatif", WITNESS, "--set", "neighbour=0.00004").out())
          .contains("Supported in 80% of worlds → <0.1%; refuted in 0% → 0%");
    }

    @Test
    void discreditsEverySourceOfAPublisher() {
      assertThat(CommandRun.of(
                  "whatif",
                  FLAGSHIP,
                  "--discredit-publisher",
                  "MIT Technology Review",
                  "--width",
                  "200")
              .out())
          .contains("""

              Suppose
                • MIT Technology Review (2023) [1] is discredited: what it says counts for nothing.
                • MIT Technology Review (2025) [2] is discredited: what it says counts for nothing.
                • MIT Technology Review (on grief) [3] is discredited: what it says counts for nothing.

              Then""");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--discredit-publisher", "MIT Technology Revue")
              .err())
          .startsWith(
              "claimtrace: no publisher 'MIT Technology Revue'. Did you mean 'MIT Technology Review'?");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--discredit-author", "Nobody Known")
              .status())
          .isEqualTo(2);
    }

    @Test
    void writesJsonAndMarkdown() {
      assertThat(CommandRun.of("whatif", WITNESS, "--set", "neighbour=0.3", "--format", "json")
              .out())
          .contains("\"result\": \"consequences\"", "\"grade\": 0.3");
      assertThat(CommandRun.of("whatif", WITNESS, "--set", "neighbour=0.3", "--format", "markdown")
              .out())
          .startsWith("# What if: Does the bakery open on Sundays?\n\n## Suppose\n\n- ");
    }

    @Test
    void rejectsUnknownElements() {
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--discredit", "x-pots"))
          .isEqualTo(new CommandRun(2, "", """
              claimtrace: no source 'x-pots'. Did you mean 'x-post'?
              Run 'claimtrace whatif --help' to see what there is.
              """));
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--set", "x-post=1.5").err())
          .startsWith(
              "claimtrace: --set: grade is 1.5, and must lie between 0 and 1. Write a number from 0 to 1");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--set", "x-post").err())
          .startsWith("claimtrace: --set: 'x-post' has no equals sign. Write ID=GRADE.");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--set", "x-post=0x1p-1").err())
          .startsWith("claimtrace: --set: '0x1p-1' is not a reliability.");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--suppose", "4b-micro-is-small=accept")
              .err())
          .startsWith("claimtrace: --suppose does not know 'accept'. Did you mean 'accepted'?");
      assertThat(CommandRun.of("whatif", FLAGSHIP, "--strike", "x-post").err())
          .startsWith("claimtrace: --strike: source 'x-post' is no line.");
      assertThat(CommandRun.of("whatif", FLAGSHIP).err())
          .startsWith("claimtrace: whatif needs to know what is otherwise: --discredit,");
    }

    @ParameterizedTest
    @CsvSource({
      "--vindicate neighbour --discredit neighbour, Supported in 80% of worlds → 0%",
      "--discredit neighbour --vindicate neighbour, No verdict changes.",
      "--discredit neighbour --set neighbour=0.4, Supported in 80% of worlds → 40%",
      "--set=neighbour=0.4 --discredit=neighbour, Supported in 80% of worlds → 0%",
      "--set neighbour=0.4 --discredit neighbour --set neighbour=0.3, Supported in 80% of worlds → 30%",
      "--strike bakery-opens-on-sundays/evidence/neighbour --set bakery-opens-on-sundays/evidence/neighbour=0.5,"
          + " Supported in 80% of worlds → 40%",
      "--set bakery-opens-on-sundays/evidence/neighbour=0.5 --strike bakery-opens-on-sundays/evidence/neighbour,"
          + " Supported in 80% of worlds → 0%",
    })
    void appliesTheLastChangeOfAnElementWhateverTheOption(String changes, String told) {
      List<String> arguments = new ArrayList<>(List.of("whatif", WITNESS));
      arguments.addAll(List.of(changes.split(" ", -1)));
      assertThat(CommandRun.of(arguments.toArray(String[]::new)).out()).contains(told);
    }

    @Test
    void writesChinese() {
      CommandRun run =
          CommandRun.of("whatif", FLAGSHIP, "--strike", "nothing-was-rebuilt", "--lang", "zh");
      assertThat(run.status()).isZero();
      assertThat(run.out()).isEqualTo("""
          假如：OpenAI 关停 GPT-4o，是为了给富人续命吗？

          假定
            • 去掉反驳“OpenAI 从普通用户手中夺走 GPT-4o，是为了给一位首席执行官和富人续命”
              的推理：从“GPT-4o 并没有消失，而是被改造成了 GPT-4b micro”不实出发。

          那么
            没有结论改变。
          """);
    }
  }

  @Nested
  class Formatting {

    @Test
    void rewritesInPlaceAndNamesTheFiles() throws IOException {
      Path file = folder.resolve("untidy.json");
      Files.writeString(
          file, "{\"claims\":{\"a\":{\"text\":\"A\"}},\"title\":{\"en\":\"t\"},\"id\":\"g\"}");
      assertThat(CommandRun.of("format", "--check", file.toString()).status()).isEqualTo(1);
      assertThat(CommandRun.of("format", file.toString()))
          .isEqualTo(new CommandRun(0, file + "\n", ""));
      assertThat(Files.readString(file)).isEqualTo("""
          {
            "id": "g",
            "title": "t",
            "claims": {
              "a": "A"
            }
          }
          """);
      assertThat(CommandRun.of("format", "--check", file.toString()))
          .isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void leavesABrokenFileAloneAndRewritesTheOthers() throws IOException {
      Path good = Files.writeString(
          folder.resolve("good.json"), "{\"id\":\"g\",\"title\":\"t\",\"claims\":{}}");
      String before = Files.readString(broken);
      CommandRun run = CommandRun.of("format", broken.toString(), good.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEqualTo(good + "\n");
      assertThat(Files.readString(broken)).isEqualTo(before);
    }
  }

  @Nested
  class Validating {

    @Test
    void takesFoldersInAStableOrder() throws IOException {
      Files.writeString(folder.resolve("a.json"), "{");
      CommandRun run = CommandRun.of("validate", folder.toString(), "claims");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()
              .lines()
              .map(line -> line.replace(folder.toString(), ""))
              .map(line -> line.substring(0, line.indexOf(":"))))
          .containsExactly("/a.json", "/broken.json", "/broken.json", "/broken.json");
      assertThat(run.err())
          .isEqualTo("claimtrace: 24 files are valid, 2 are not. 4 problems; --fix cures 1.\n");
    }

    @Test
    void saysThatAFolderHasNoClaimFiles() throws IOException {
      Path empty = Files.createDirectory(folder.resolve("empty"));
      CommandRun run = CommandRun.of("validate", empty.toString());
      assertThat(run.status()).isEqualTo(2);
    }
  }

  @Nested
  class AMisspelt {

    @Test
    void commandGetsASuggestion() {
      assertThat(CommandRun.of("evalute", WITNESS)).isEqualTo(new CommandRun(2, "", """
          claimtrace: There is no command 'evalute'. Did you mean 'evaluate'?
          Run 'claimtrace --help' to see what there is.
          """));
    }

    @Test
    void optionGetsASuggestion() {
      assertThat(CommandRun.of("evaluate", WITNESS, "--fromat", "json").err())
          .startsWith("claimtrace: There is no option '--fromat'. Did you mean '--format'?");
    }

    @Test
    void valueGetsASuggestion() {
      assertThat(CommandRun.of("evaluate", WITNESS, "--format", "jsn").err())
          .startsWith("claimtrace: --format does not know 'jsn'. Did you mean 'json'?");
      assertThat(CommandRun.of("evaluate", WITNESS, "--as-of", "2026-02-30").err())
          .startsWith("claimtrace: --as-of: no calendar has the date '2026-02-30'.");
      assertThat(CommandRun.of("evaluate", WITNESS, "--worlds", "0").err())
          .startsWith("claimtrace: --worlds: '0' is not a whole number from 1 to 16777216.");
    }

    @Test
    void fileIsReportedAsMissing() {
      CommandRun run = CommandRun.of("evaluate", folder.resolve("nowhere.json").toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("nowhere.json").contains("unreadable");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--help", "evaluate", "whatif", "format", "validate"})
  void helpShowsExamples(String command) {
    CommandRun run =
        command.startsWith("-") ? CommandRun.of(command) : CommandRun.of(command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Examples:")
        .contains("  claimtrace " + (command.startsWith("-") ? "" : command));
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
  }

  @Nested
  class AnInvalidCommandLine {

    @Test
    void isAnsweredWithTheUsageIfItIsEmpty() {
      assertThat(CommandRun.of())
          .isEqualTo(new CommandRun(2, "", CommandRun.of("--help").out()));
    }

    @Test
    void isRejectedIfItHasTooManyFiles() {
      assertThat(CommandRun.of("evaluate", "x.json", "y.json").err()).isEqualTo("""
              claimtrace: evaluate takes one FILE; 'y.json' is one too many.
              Run 'claimtrace evaluate --help' to see what there is.
              """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = ';',
        value = {
          "evalute x.json; There is no command 'evalute'. Did you mean 'evaluate'?; claimtrace",
          "--verson; There is no option '--verson'. Did you mean '--version'?; claimtrace",
          "evaluate x.json --fromat json; There is no option '--fromat'. Did you mean '--format'?; claimtrace evaluate",
          "evaluate x.json --fromat=json; There is no option '--fromat'. Did you mean '--format'?; claimtrace evaluate",
          "format x.json --frobnicate; There is no option '--frobnicate'. The options are: --check, --help.; claimtrace format",
          "evaluate x.json --format jsn; --format does not know 'jsn'. Did you mean 'json'?; claimtrace evaluate",
          "evaluate x.json --format xml; --format does not know 'xml'. It knows: table, json.; claimtrace evaluate",
          "evaluate x.json --reviews review-first; --reviews does not know 'review-first'. Did you mean 'reviews-first'?; claimtrace evaluate",
          "evaluate x.json --standard preponderence; --standard does not know 'preponderence'. Did you mean 'preponderance'?; claimtrace evaluate",
          "evaluate x.json --as-of 2025-02-30; --as-of: no calendar has the date '2025-02-30'. Write a year, a month or a day, such as 2026, 2026-02 or 2026-02-13.; claimtrace evaluate",
          "evaluate x.json --as-of yesterday; --as-of: 'yesterday' is not a date. Write a year, a month or a day, such as 2026, 2026-02 or 2026-02-13.; claimtrace evaluate",
          "evaluate x.json --lang e; --lang: 'e' is no language tag. Write one such as en, zh or zh-Hant.; claimtrace evaluate",
          "evaluate x.json --lang und; --lang: 'und' is no language tag. Write one such as en, zh or zh-Hant.; claimtrace evaluate",
          "evaluate x.json --width 39; --width: '39' is no width. Write a number of columns from 40 on, such as 100.; claimtrace evaluate",
          "evaluate x.json --width wide; --width: 'wide' is no width. Write a number of columns from 40 on, such as 100.; claimtrace evaluate",
          "evaluate x.json --lang en --lang zh; --lang is given twice.; claimtrace evaluate",
          "evaluate x.json --format; --format needs a value: FORMAT.; claimtrace evaluate",
          "evaluate x.json --format --logic; --format needs a value: FORMAT.; claimtrace evaluate",
          "evaluate; evaluate needs a FILE.; claimtrace evaluate",
          "format; format needs a FILE.; claimtrace format",
          "validate; validate needs a PATH.; claimtrace validate",
        })
    void isAnsweredWithASuggestion(String line, String message, String command) {
      assertThat(CommandRun.of(line.split(" ")))
          .isEqualTo(new CommandRun(
              2,
              "",
              "claimtrace: " + message + "\nRun '" + command + " --help' to see what there is.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "format", "validate"})
    void isRejectedIfNoFileCanHaveAName(String command) {
      assertThat(CommandRun.of(command, "a\0b"))
          .isEqualTo(new CommandRun(
              2,
              "",
              "claimtrace: No file can have the name 'a\uFFFDb'.\nRun 'claimtrace " + command
                  + " --help' to see what there is.\n"));
    }

    @Test
    void doesNotPassEscapeSequencesToTheTerminal() {
      assertThat(CommandRun.of("format", "x.json", "--\033[2J\u009B31m"))
          .isEqualTo(new CommandRun(2, "", """
              claimtrace: There is no option '--\uFFFD[2J\uFFFD31m'. The options are: --check, --help.
              Run 'claimtrace format --help' to see what there is.
              """));
    }
  }

  @Test
  void listsItsSubcommands() {
    String usage = """
        Tells everything that is wrong with claim files.

        Usage: claimtrace validate [-h] [--fix] [--format=FORMAT] PATH...

        Each problem is told on a line of its own, with its place, its code, what is
        wrong and what to write instead. With --fix a file is replaced whole or not at
        all, and keeps every byte that no change touches; of standard input the
        document is printed.

              PATH...           claim files, and folders in which, at any depth, every
                                  file that ends in .json is one; what is hidden is
                                  passed over; - is standard input
              --fix             make the changes that are certain, say which, and tell
                                  what is still wrong
              --format=FORMAT   text (the default) or json (for programs), which lists
                                  every file and all its problems, with the changes
                                  that are certain
          -h, --help            print this help and exit

        Examples:
          claimtrace validate claims/gpt-4o-retro.json
          claimtrace validate claims
          claimtrace validate draft.json --fix
          curl -s https://example.org/graph.json | claimtrace validate -
          claimtrace validate claims --format json | jq '.files[].problems[]'
        """;
    assertThat(CommandRun.of("validate", "--help")).isEqualTo(new CommandRun(0, usage, ""));
    assertThat(CommandRun.of("help", "validate")).isEqualTo(new CommandRun(0, usage, ""));
    assertThat(CommandRun.of("help")).isEqualTo(CommandRun.of("--help"));
    assertThat(CommandRun.of("help")).isEqualTo(CommandRun.of("-h"));
  }

  @Test
  void printsItsVersion() {
    CommandRun version = new CommandRun(0, "claimtrace (built from its sources)\n", "");
    assertThat(CommandRun.of("--version")).isEqualTo(version);
    assertThat(CommandRun.of("-V")).isEqualTo(version);
  }

  @Nested
  class AResultThatCannotBeWritten {

    private static Writer failing(String message) {
      return new Writer() {
        @Override
        public void write(char[] characters, int from, int length) throws IOException {
          throw new IOException(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
    }

    private static CommandRun run(String message, String... arguments) {
      StringWriter err = new StringWriter();
      ExitStatus status =
          new Commands(new Terminal(failing(message), err, false, 80)).run(List.of(arguments));
      return new CommandRun(status.code(), "", err.toString());
    }

    @Test
    void isIgnoredIfTheReaderClosedThePipe() {
      assertThat(run("Broken pipe", "--help")).isEqualTo(new CommandRun(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    void isReportedForEveryFormat(String format) {
      assertThat(run(
              "Broken pipe",
              "evaluate",
              "claims/worked-cases/one-good-witness.json",
              "--format",
              format))
          .isEqualTo(new CommandRun(0, "", ""));
    }
  }

  @Test
  void reportsItsOwnBugsWithTheStackTrace() {
    StringWriter err = new StringWriter();
    Writer broken = new StringWriter() {
      @Override
      public void flush() {
        throw new IllegalStateException("out of order");
      }
    };
    ExitStatus status =
        new Commands(new Terminal(broken, err, false, 80)).run(List.of("validate", WITNESS));
    assertThat(status).isEqualTo(ExitStatus.BAD);
    assertThat(err.toString()).startsWith("""
            claimtrace: this is a fault of claimtrace itself. Please report it, with what follows.
            java.lang.IllegalStateException: out of order
            \tat org.claimtrace.cli.CommandsTest""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate _",
        "explain _",
        "trace _ a",
        "check _",
        "query _ --verdict refuted",
        "whatif _ --discredit s",
        "diff _ claims/worked-cases/one-good-witness.json",
        "diff claims/worked-cases/one-good-witness.json _",
        "history _ a",
        "whynot _ a refuted",
        "rests-on _",
        "sensitivity _ a",
        "format _",
        "validate _",
      })
  void rejectsAnEmptyNameOfAFile(String commandLine) {
    List<String> arguments = List.of(commandLine.split(" ", -1));
    String[] withEmpty = arguments.stream()
        .map(argument -> argument.equals("_") ? "" : argument)
        .toArray(String[]::new);
    assertThat(CommandRun.of(withEmpty))
        .isEqualTo(new CommandRun(
            2,
            "",
            "claimtrace: No file can have the name ''.\nRun 'claimtrace " + arguments.get(0)
                + " --help' to see what there is.\n"));
  }

  @Test
  void rejectsAnEmptyNameOfASource() {
    assertThat(CommandRun.of("rests-on", WITNESS, "").err())
        .isEqualTo(
            "claimtrace: no source ''. No source has an id like it.\nRun 'claimtrace rests-on --help' to see what there is.\n");
  }
}
