package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimtrace.ClaimTrace;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Style;
import org.claimtrace.report.ResultJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {

  private static final String FLAGSHIP = "claims/gpt-4o-retro.json";
  private static final String THESIS = "4o-taken-to-extend-elite-lives";
  private static final Chains CHAINS = ClaimTrace.open(Path.of(FLAGSHIP)).chains(THESIS);

  @TempDir
  private Path folder;

  @Nested
  class OfAClaim {
    @Test
    void showsTheFiveBestChains() {
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS))
          .isEqualTo(new CommandRun(0, CHAINS.best(5).toText(), ""));
    }

    @Test
    void showsAsManyAsAskedFor() {
      assertThat(CommandRun.of("trace", FLAGSHIP, "claim:" + THESIS, "--most", "20")
              .out())
          .isEqualTo(CHAINS.best(20).toText());
    }

    @Test
    void showsThoseOfOneSource() {
      assertThat(
              CommandRun.of("trace", FLAGSHIP, THESIS, "--by", "source:x-post").out())
          .isEqualTo(CHAINS.by("x-post").best(5).toText());
    }

    @Test
    void reportsThatThereAreNone() {
      assertThat(CommandRun.of("trace", FLAGSHIP, "ai-bonds-use-same-pathways"))
          .isEqualTo(new CommandRun(0, """
              A responsive AI activates the same neural pathways as real relationships do
              ? Unverified  [ai-bonds-use-same-pathways]
                No chain leads down from it: nothing is on record for it or against it.
              """, ""));
      assertThat(CommandRun.of(
                  "trace", FLAGSHIP, "ai-bonds-use-same-pathways", "--by", "netease-article")
              .out())
          .contains("  NetEase Hao [1] says it, and gives no reason.\n");
    }
  }

  @Nested
  class InAFormat {
    @Test
    void writesMarkdown() {
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--format", "markdown", "--lang", "zh")
              .out())
          .isEqualTo(CHAINS.best(5).toMarkdown(Style.builder().language("zh").build()));
    }

    @Test
    void writesJson() {
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--format", "json", "--by", "x-post")
              .out())
          .isEqualTo(ResultJson.write(CHAINS.by("x-post").best(5)));
    }

    @Test
    void writesEverythingAtAnyWidth() {
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--all", "--width", "100")
              .out())
          .isEqualTo(CHAINS.best(5).toText(Style.builder().all(true).width(100).build()));
    }
  }

  @Nested
  class UnderOptions {
    @Test
    void notesLogicAndWritesNoChances() {
      CommandRun run = CommandRun.of("trace", FLAGSHIP, THESIS, "--logic");
      assertThat(run.err())
          .isEqualTo(
              "claimtrace: grades are read by logic alone: above one half is yes, all others are no.\n");
      assertThat(run.out())
          .doesNotContain("of 100")
          .contains("1. For it: a chain that breaks\n")
          .contains("4. Against it: a chain that holds\n");
    }

    @Test
    void followsLinesThatExistedByADate() {
      assertThat(CommandRun.of("trace", FLAGSHIP, "altman-invested-180m", "--as-of", "2023-04")
              .out())
          .isEqualTo("""
              Altman personally invested $180 million in Retro
              ✓ Supported  [altman-invested-180m]
                As things stood at the end of April 2023.

              1. For it: a chain that holds
                • Source: MIT Technology Review (2023) [1]

              Sources
                [1] “MIT Technology Review reveals who paid for Retro”, MIT Technology Review,
                    8 March 2023
                    https://www.technologyreview.com/2023/03/08/1069523/sam-altman-investment-180-million-retro-biosciences-longevity-death/
              """);
    }
  }

  @Nested
  class Misused {
    @Test
    void suggestsSimilarNames() {
      assertThat(CommandRun.of("trace", FLAGSHIP, "4o-hazardos"))
          .isEqualTo(new CommandRun(2, "", """
              claimtrace: no claim '4o-hazardos'. Did you mean '4o-hazardous'?
              Run 'claimtrace trace --help' to see what there is.
              """));
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--by", "x-pots").err())
          .startsWith("claimtrace: no source 'x-pots'. Did you mean 'x-post'?\n");
    }

    @Test
    void reportsMissingAndInvalidValues() {
      assertThat(CommandRun.of("trace", FLAGSHIP).err())
          .startsWith("claimtrace: trace needs a CLAIM.\n");
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--most", "0").err())
          .startsWith(
              "claimtrace: --most: '0' is not a number from 1 to 9999999. Write how many chains to tell, such as 20.\n");
      assertThat(CommandRun.of("trace", FLAGSHIP, THESIS, "--format", "jsn").err())
          .startsWith("claimtrace: --format does not know 'jsn'. Did you mean 'json'?\n");
    }

    @Test
    void reportsTheProblemsOfAFileAndNothingElse() throws IOException {
      Path file = Files.writeString(folder.resolve("claims.json"), "{\"id\": \"g\"}");
      CommandRun run = CommandRun.of("trace", file.toString(), "a");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(file + ":1:1");
    }
  }

  @Nested
  class AskedForHelp {
    @Test
    void showsItsOptionsAndExamples() {
      CommandRun run = CommandRun.of("trace", "--help");
      assertThat(run.status()).isZero();
      assertThat(run.out())
          .startsWith("Traces a claim to its deepest sources")
          .contains("--by=SOURCE", "--most=NUMBER", "--as-of=DATE", "Examples:");
    }
  }
}
