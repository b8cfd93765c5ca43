package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimtrace.ClaimTrace;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.Style;
import org.claimtrace.report.ResultJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  private static final String FLAGSHIP = "claims/gpt-4o-retro.json";
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final ClaimTrace TRACE = ClaimTrace.open(Path.of(FLAGSHIP));

  @TempDir
  private Path folder;

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("claims.json"), json).toString();
  }

  @Nested
  class WithoutAClaim {
    @Test
    void explainsTheThesis() {
      assertThat(CommandRun.of("explain", FLAGSHIP))
          .isEqualTo(new CommandRun(0, TRACE.explain(THESIS).toText(), ""));
    }

    @Test
    void explainsUnusedClaimsIfThereIsNoThesis() throws IOException {
      String file = file("""
          {"id": "g", "title": "G", "claims": {
            "used": "Used", "one": {"text": "One", "inferences": [{"premises": ["used"]}], "contradicts": ["two"]}, "two": "Two"}}
          """);
      assertThat(CommandRun.of("explain", file).out().lines())
          .contains("? Unverified  [one]", "? Unverified  [two]")
          .doesNotContain("? Unverified  [used]");
    }

    private String star(int claims) throws IOException {
      StringBuilder star = new StringBuilder(
          "{\"id\": \"g\", \"title\": \"G\", \"sources\": {\"s\": \"S\"}, \"claims\": {\"hub\": {\"text\": \"Hub\", \"evidence\": [\"s\"]}");
      for (int i = 1; i < claims; i++) {
        star.append(
            ", \"c%d\": {\"text\": \"C%d\", \"evidence\": [\"s\"], \"contradicts\": [\"hub\"]}"
                .formatted(i, i));
      }
      return file(star.append("}}").toString());
    }

    @Test
    void explainsTheFirstTwentyUnusedClaimsAndCountsTheOthers() throws IOException {
      CommandRun run = CommandRun.of("explain", star(30));
      assertThat(run.out()
              .lines()
              .filter(line -> line.matches("\\S Conflicting evidence  \\[\\w+\\]")))
          .hasSize(20)
          .startsWith("⇄ Conflicting evidence  [hub]", "⇄ Conflicting evidence  [c1]")
          .endsWith("⇄ Conflicting evidence  [c19]");
      assertThat(run.out()).contains("""

              What is not explained here
                10 more claims that no other claim uses. Any of them is explained if it is
                asked for by its id.

              """);
      assertThat(CommandRun.of("explain", star(21)).out())
          .contains(
              "One more claim that no other claim uses. It is explained if it is asked for by");
      assertThat(CommandRun.of("explain", star(30), "--lang", "zh").out())
          .contains("另有 10 条没有被其他说法用到的说法。指明其中哪一条的标识，就会解释哪一条。");
      assertThat(CommandRun.of("explain", star(20)).out())
          .doesNotContain("What is not explained here");
      assertThat(CommandRun.of("explain", star(30), "c25").out())
          .doesNotContain("What is not explained here");
    }

    @Test
    void saysInJsonHowManyClaimsAreLeftOut() throws IOException {
      String json = CommandRun.of("explain", star(30), "--format", "json").out();
      assertThat(json).contains("\"moreClaimsCount\": 10,\n");
      assertThat(json.split("\"accounts\"", -1)).hasSize(21);
      assertThat(CommandRun.of("explain", star(20), "--format", "json").out())
          .doesNotContain("moreClaimsCount");
    }

    @Test
    void explainsTheFirstIfEveryClaimIsUsed() throws IOException {
      String file = file("""
          {"id": "g", "title": "G", "claims": {
            "a": {"text": "A", "inferences": [{"premises": ["b"]}]}, "b": {"text": "B", "inferences": [{"premises": ["a"]}]}}}
          """);
      assertThat(CommandRun.of("explain", file).out()).contains("A\n? Unverified  [a]\n");
    }

    @Test
    void reportsAGraphWithoutClaims() throws IOException {
      assertThat(
              CommandRun.of("explain", file("{\"id\": \"g\", \"title\": \"G\", \"claims\": {}}")))
          .isEqualTo(new CommandRun(0, "", "claimtrace: the graph has no claims to explain.\n"));
    }
  }

  @Nested
  class WithClaims {
    @Test
    void explainsEachInTheOrderAsked() {
      CommandRun run =
          CommandRun.of("explain", FLAGSHIP, "claim:petition-over-20000", "a-fifth-a-companion");
      assertThat(run.out())
          .isEqualTo(Explanations.of(
                  TRACE.evaluation(), List.of("petition-over-20000", "a-fifth-a-companion"))
              .toText());
      assertThat(run.out().lines().filter(line -> line.startsWith("✓")))
          .containsExactly(
              "✓ Supported  [petition-over-20000]", "✓ Supported  [a-fifth-a-companion]");
    }

    @Test
    void suggestsASimilarId() {
      CommandRun run = CommandRun.of("explain", FLAGSHIP, "petition-over-2000");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith(
              "claimtrace: no claim 'petition-over-2000'. Did you mean 'petition-over-20000'?\n");
    }
  }

  @Nested
  class InAFormat {
    @Test
    void writesMarkdown() {
      assertThat(CommandRun.of("explain", FLAGSHIP, "--format", "markdown", "--lang", "zh")
              .out())
          .isEqualTo(
              TRACE.explain(THESIS).toMarkdown(Style.builder().language("zh").build()));
    }

    @Test
    void writesJson() {
      assertThat(CommandRun.of("explain", FLAGSHIP, "--format", "json").out())
          .isEqualTo(ResultJson.write(TRACE.explain(THESIS)));
    }

    @Test
    void writesEverythingAtAnyWidth() {
      assertThat(CommandRun.of("explain", FLAGSHIP, "--all", "--width", "100").out())
          .isEqualTo(
              TRACE.explain(THESIS).toText(Style.builder().all(true).width(100).build()));
    }
  }

  @Nested
  class UnderOptions {
    @Test
    void evaluatesAsOfADate() {
      CommandRun run =
          CommandRun.of("explain", FLAGSHIP, "altman-invested-180m", "--as-of", "2023-04");
      assertThat(run.out())
          .contains("  As things stood at the end of April 2023.\n")
          .contains("""
              What is said for it, but falls short
                • MIT Technology Review (2025) [2]
                  It did not exist yet: it dates from 17 January 2025.
              """);
    }
  }

  @Nested
  class OnABrokenFile {
    @Test
    void reportsItsProblemsAndNothingElse() throws IOException {
      String file = file("{\"id\": \"g\"}");
      CommandRun run = CommandRun.of("explain", file);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(file + ":1:1");
    }
  }
}
