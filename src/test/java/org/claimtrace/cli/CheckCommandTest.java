package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String AGREES = """
      {"id": "good", "title": "Good", "claims": {"c": {"text": "C", "evidence": ["s"], "reviews": {"paper": "supported"}}},
       "sources": {"s": "The survey", "paper": "The paper"}}
      """;
  private static final String DISAGREES = """
      {"id": "bad", "title": "Bad", "claims": {"c": {"text": "The bridge is closed",
        "evidence": [{"source": "s", "stance": "refutes"}], "reviews": {"paper": "supported"}}},
       "sources": {"s": {"title": {"en": "The survey", "zh": "调查"}}, "paper": {"title": {"en": "The paper", "zh": "报纸"}}}}
      """;
  private static final String ALONE = """
      {"id": "alone", "title": "Alone", "claims": {"c": {"text": "C", "reviews": {"paper": "misleading"}}},
       "sources": {"paper": "The paper"}}
      """;

  @TempDir
  private Path folder;

  private String file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json).toString();
  }

  @Nested
  class WhereEveryVerdictFollows {
    @Test
    void exitsWithZeroAndOnlyCounts() throws IOException {
      assertThat(CommandRun.of("check", file("good.json", AGREES)))
          .isEqualTo(new CommandRun(
              0, "", "claimtrace: The one published verdict follows from the evidence.\n"));
    }

    @Test
    void exitsWithZeroForAllClaimsOfThisProject() {
      assertThat(CommandRun.of("check", "claims"))
          .isEqualTo(
              new CommandRun(
                  0,
                  """
              claims/worked-cases/a-review-that-was-overtaken.json
                The lake dries up every summer [lake-dries-up]
                “A fact-checker” [1] published “True”, entered here as “Supported”. It
                followed from the evidence when it was published (September 2019), and has
                been overtaken since June 2024: now “Refuted” follows. What changed then: “The
                water survey of 2024” [2], as a source against it.

                Sources
                  [1] “A fact-checker”
                  [2] “The water survey of 2024”, June 2024
              """,
                  "claimtrace: 13 published verdicts follow from the evidence. One published verdict has been overtaken by later evidence.\n"));
    }
  }

  @Nested
  class WhereOneDoesNot {
    @Test
    void exitsWithOneAndExplainsWhy() throws IOException {
      String bad = file("bad.json", DISAGREES);
      assertThat(CommandRun.of("check", bad))
          .isEqualTo(new CommandRun(
              1,
              bad + """

            The bridge is closed
            The verdict of “The paper” [1] is entered here as “Supported”. From the
            evidence follows “Refuted”.
            ✗ Refuted  [c]
              What speaks against it holds, and nothing that holds speaks for it.

            What speaks against it
              • “The survey” [2]

            Sources
              [1] “The paper”
              [2] “The survey”
          """,
              "claimtrace: The one published verdict does not follow from the evidence.\n"));
    }

    @Test
    void writesChinese() throws IOException {
      String bad = file("bad.json", DISAGREES);
      CommandRun run = CommandRun.of("check", bad, "--lang", "zh");
      assertThat(run.out()).contains("  “报纸”[1]的结论在此录入为“属实”。从依据得出的却是“不实”。\n");
      assertThat(run.err()).isEqualTo("claimtrace: 1 条已发布的结论中，有 1 条与依据不符。\n");
    }

    @Test
    void writesJson() throws IOException {
      String bad = file("bad.json", DISAGREES);
      assertThat(CommandRun.of("check", bad, "--format", "json").out())
          .isEqualTo("""
          {
            "format": 1,
            "result": "checked-files",
            "files": [
              {
                "file": "%s",
                "graph": "bad",
                "method": "certain",
                "worlds": 1,
                "standard": "preponderance",
                "reviews": "evidence-first",
                "comparisons": [
                  {
                    "claim": "c",
                    "id": "c/reviews/paper",
                    "reviewer": "paper",
                    "published": "supported",
                    "derived": "refuted",
                    "outcome": "does-not-follow"
                  }
                ]
              }
            ]
          }
          """.formatted(bad));
    }
  }

  @Nested
  class WhereThereIsNothingToCheckAgainst {
    @Test
    void saysSoAndExitsWithZero() throws IOException {
      String alone = file("alone.json", ALONE);
      assertThat(CommandRun.of("check", alone))
          .isEqualTo(new CommandRun(
              0,
              alone + """

            C [c]
            The verdict of “The paper” [1] is entered here as “True, but missing context”.
            There is nothing to check this against: nothing but reviews bears on the
            claim.

            Sources
              [1] “The paper”
          """,
              "claimtrace: One published verdict has nothing to be checked against.\n"));
    }
  }

  @Nested
  class OverAFolder {
    @Test
    void checksFilesInOrderDespiteABrokenOne() throws IOException {
      file("b-bad.json", DISAGREES);
      String broken = file("a-broken.json", "{");
      file("c-alone.json", ALONE);
      file("notes.txt", "not a claim file");
      CommandRun run = CommandRun.of("check", folder.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()
              .lines()
              .filter(line -> line.startsWith("/"))
              .map(Path::of)
              .map(Path::getFileName)
              .map(Path::toString))
          .containsExactly("b-bad.json", "c-alone.json");
      assertThat(run.err())
          .startsWith(broken + ":1:2")
          .endsWith(
              "claimtrace: The one published verdict does not follow from the evidence."
                  + " One published verdict has nothing to be checked against. One file could not be read.\n");
    }

    @Test
    void withoutClaimFilesExitsWithTwo() {
      CommandRun run = CommandRun.of("check", folder.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).startsWith(folder + ": no file in this folder ends in .json.");
    }
  }

  @Nested
  class WithoutReviews {
    @Test
    void saysSo() {
      assertThat(CommandRun.of("check", "claims/worked-cases/one-good-witness.json"))
          .isEqualTo(
              new CommandRun(0, "", "claimtrace: There are no published verdicts to check.\n"));
    }
  }
}
