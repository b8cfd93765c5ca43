package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  private static final String OLD = """
      {"id": "bridge", "title": {"en": "Is the bridge closed?", "zh": "桥封了吗？"}, "published": "2026-01-02",
       "claims": {"closed": {"text": {"en": "The bridge is closed", "zh": "桥已封闭"}}},
       "sources": {"county": {"title": {"en": "The county's report", "zh": "县里的通报"}, "url": "https://county.example/report", "published": "2026-02"}}}
      """;
  private static final String NEW =
      OLD.replace("}}},", "}, \"evidence\": [\"county\"]}},").replace("2026-01-02", "2026-03-01");

  @TempDir
  private Path folder;

  private String before = "";
  private String after = "";

  @BeforeEach
  void write() throws IOException {
    before = Files.writeString(folder.resolve("old.json"), OLD).toString();
    after = Files.writeString(folder.resolve("new.json"), NEW).toString();
  }

  private static final String TOLD = """

      ? Unverified → ✓ Supported  [closed]
        The bridge is closed
      """;

  private static final String SOURCES = """

      Sources
        [1] “The county's report”, February 2026
            https://county.example/report
      """;

  @Nested
  class OfTwoFiles {
    @Test
    void showsChangesWithTheirCausesAndExitsWithZero() {
      assertThat(CommandRun.of("diff", before, after))
          .isEqualTo(new CommandRun(
              0,
              """
          What changed: Is the bridge closed?
          Between 2 January 2026 and 1 March 2026.
          Verdicts changed: 1 of 1.
          """ + TOLD + "  New: “The county's report” [1], as a source for it.\n" + SOURCES,
              ""));
    }

    @Test
    void saysThatNothingChangedOnlyOfTheSame() {
      assertThat(CommandRun.of("diff", after, after).out())
          .isEqualTo("What changed: Is the bridge closed?\nNothing changed.\n");
    }

    @Test
    void exitsWithOneOnDemand() {
      assertThat(CommandRun.of("diff", before, after, "--exit-code").status()).isEqualTo(1);
      assertThat(CommandRun.of("diff", after, after, "--exit-code").status()).isZero();
    }

    @Test
    void evaluatesBothAsOfOneDate() {
      assertThat(CommandRun.of("diff", before, after, "--as-of", "2025").out())
          .isEqualTo("What changed: Is the bridge closed?\nNo verdict changed.\n");
    }

    @Test
    void writesANoteOfCorrections() {
      assertThat(CommandRun.of("diff", before, after, "--format", "markdown", "--lang", "zh")
              .out())
          .isEqualTo("""
          # 更正：桥封了吗？

          时间范围：2026 年 1 月 2 日至 2026 年 3 月 1 日。

          1 条结论中，有 1 条改变。

          ## 桥已封闭

          **? 未证实 → ✓ 属实**

          新增支持它的来源：“县里的通报”[\\[1\\]](<https://county.example/report>)。

          来源：

          - “县里的通报”[\\[1\\]](<https://county.example/report>)

          ## 来源

          1. [“县里的通报”](<https://county.example/report>)，2026 年 2 月
          """);
    }

    @Test
    void writesJson() {
      assertThat(CommandRun.of("diff", before, after, "--format", "json").out())
          .startsWith(
              "{\n  \"format\": 1,\n  \"result\": \"changes\",\n  \"before\": {\n    \"graph\": \"bridge\",")
          .contains("\"what\": \"added\"")
          .endsWith("\"reworded\": []\n}\n");
    }

    @Test
    void exitsWithTwoIfOneCannotBeRead() throws IOException {
      String broken = Files.writeString(folder.resolve("broken.json"), "{").toString();
      CommandRun run = CommandRun.of("diff", before, broken);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(broken + ":1:2");
    }
  }

  @Nested
  class OfOneFile {
    @Test
    void comparesTwoDates() {
      assertThat(
              CommandRun.of("diff", after, "--from", "2025", "--to", "2026-02").out())
          .isEqualTo("""
          What changed: Is the bridge closed?
          Between 2025 and February 2026.
          Verdicts changed: 1 of 1.
          """ + TOLD
              + "  New as of February 2026: “The county's report” [1], as a source for it.\n"
              + SOURCES);
    }

    @Test
    void needsADifferenceBetweenTheSides() {
      assertThat(CommandRun.of("diff", after)).isEqualTo(new CommandRun(2, "", """
          claimtrace: diff compares two files, OLD and NEW; or one with itself: at an earlier date with --from DATE, by another standard with --new-standard STANDARD, under another policy with --new-reviews POLICY.
          Run 'claimtrace diff --help' to see what there is.
          """));
      assertThat(CommandRun.of("diff", after, "--from", "someday").err())
          .startsWith("claimtrace: --from: 'someday' is not a date.");
      assertThat(
              CommandRun.of("diff", after, "--from", "2025", "--as-of", "2026").err())
          .startsWith(
              "claimtrace: --as-of gives both sides one date, --from and --to each its own. Write one or the other.");
    }
  }

  @Nested
  class OfTwoStandardsOrPolicies {
    private String doubtful = "";

    @BeforeEach
    void writeADoubtfulOne() throws IOException {
      doubtful = Files.writeString(
              folder.resolve("doubtful.json"),
              NEW.replace("\"url\"", "\"reliability\": 0.8, \"url\"")
                  .replace(
                      "\"evidence\": [\"county\"]",
                      "\"evidence\": [\"county\"], \"reviews\": {\"county\": \"refuted\"}"))
          .toString();
    }

    @Test
    void namesTheStandardsAsTheCause() {
      assertThat(CommandRun.of("diff", doubtful, "--new-standard", "beyond-reasonable-doubt"))
          .isEqualTo(new CommandRun(0, """
          What changed: Is the bridge closed?
          Verdicts changed: 1 of 1.

          ✓ Supported → ? Unverified  [closed]
            The bridge is closed
            The standard is now beyond reasonable doubt; before, it was more likely than
            not.
          """, ""));
      assertThat(CommandRun.of(
                  "diff",
                  doubtful,
                  doubtful,
                  "--standard",
                  "beyond-reasonable-doubt",
                  "--new-standard",
                  "clear-and-convincing",
                  "--lang",
                  "zh")
              .out())
          .isEqualTo("""
          有何变化：桥封了吗？
          1 条结论中，有 1 条改变。

          ? 未证实 → ✓ 属实  [closed]
            桥已封闭
            证明标准现在是“明确可信”，原来是“排除合理怀疑”。
          """);
    }

    @Test
    void namesThePolicyAsTheCause() {
      assertThat(
              CommandRun.of("diff", doubtful, "--new-reviews", "reviews-first").out())
          .isEqualTo("""
          What changed: Is the bridge closed?
          Verdicts changed: 1 of 1.

          ✓ Supported → ✗ Refuted  [closed]
            The bridge is closed
            Published verdicts now come first: a claim that has one is judged by it alone.
          """);
      assertThat(CommandRun.of(
                  "diff",
                  doubtful,
                  "--reviews",
                  "reviews-first",
                  "--new-reviews",
                  "evidence-only",
                  "--lang",
                  "zh")
              .out())
          .isEqualTo("""
          有何变化：桥封了吗？
          1 条结论中，有 1 条改变。

          ✗ 不实 → ✓ 属实  [closed]
            桥已封闭
            已发布的结论不再计入。
          """);
    }

    @Test
    void haveNoChangesIfBothAreTheSame() {
      assertThat(
              CommandRun.of("diff", doubtful, "--new-standard", "preponderance").out())
          .isEqualTo("What changed: Is the bridge closed?\nNothing changed.\n");
    }

    @Test
    void areRejectedIfUnknown() {
      assertThat(CommandRun.of("diff", doubtful, "--new-standard", "beyond").err())
          .isEqualTo("""
          claimtrace: --new-standard does not know 'beyond'. Did you mean 'beyond-reasonable-doubt'?
          Run 'claimtrace diff --help' to see what there is.
          """);
      assertThat(CommandRun.of("diff", doubtful, "--new-reviews", "none").err()).isEqualTo("""
          claimtrace: --new-reviews does not know 'none'. It knows: evidence-first, reviews-first, evidence-only.
          Run 'claimtrace diff --help' to see what there is.
          """);
    }
  }

  @Nested
  class History {
    @Test
    void showsTheVerdictThroughTime() {
      assertThat(CommandRun.of("history", after, "closed")).isEqualTo(new CommandRun(0, """
          The bridge is closed

          ? At first: Unverified

          ✓ February 2026: Supported
            New as of February 2026: “The county's report” [1], as a source for it.

          Sources
            [1] “The county's report”, February 2026
                https://county.example/report
          """, ""));
    }

    @Test
    void writesChineseMarkdownAndJson() {
      assertThat(CommandRun.of("history", after, "closed", "--format", "markdown", "--lang", "zh")
              .out())
          .isEqualTo("""
          # 桥已封闭

          **? 起初：未证实**

          **✓ 2026 年 2 月：属实**

          2026 年 2 月起，新增支持它的来源：“县里的通报”[\\[1\\]](<https://county.example/report>)。

          ## 来源

          1. [“县里的通报”](<https://county.example/report>)，2026 年 2 月
          """);
      assertThat(CommandRun.of("history", after, "closed", "--format", "json").out())
          .contains("\"from\": \"2026-02\"");
    }

    @Test
    void rejectsAnUnknownClaim() {
      assertThat(CommandRun.of("history", after, "closd").err())
          .startsWith("claimtrace: no claim 'closd'. Did you mean 'closed'?");
    }
  }

  @Nested
  class WhyNot {
    @Test
    void showsWhatIsMissing() {
      assertThat(CommandRun.of("whynot", after, "closed", "refuted"))
          .isEqualTo(new CommandRun(0, """
          The bridge is closed
          Why is it “Supported”, and not “Refuted”?
          There would have to be a case against it, and there is none.
          There would have to be no case for it, but there is one.
          Nothing is entered against it.

          What stands in the way
            • “The county's report” [1], as a source for it

          Sources
            [1] “The county's report”, February 2026
                https://county.example/report
          """, ""));
      assertThat(CommandRun.of("whynot", before, "closed", "supported", "--lang", "zh")
              .out())
          .isEqualTo("""
          桥已封闭
          为什么是“未证实”，而不是“属实”？
          要有成立的支持依据，但实际上没有。
          没有任何支持它的依据。
          """);
      assertThat(CommandRun.of("whynot", after, "closed", "refuted", "--format", "json")
              .out())
          .contains("\"other\": \"refuted\"");
    }

    @Test
    void rejectsTheActualVerdict() {
      assertThat(CommandRun.of("whynot", after, "closed", "supported").err())
          .startsWith("claimtrace: Claim 'closed' is supported: ask about another verdict.");
      assertThat(CommandRun.of("whynot", after, "closed", "refused").err())
          .startsWith("claimtrace: whynot knows no verdict 'refused'. Did you mean 'refuted'?");
    }
  }
}
